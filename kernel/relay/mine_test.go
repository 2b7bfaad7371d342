package relay

import (
	"strings"
	"testing"
)

// functionsOfOtherNotebooks come along as she wrote them, or as the library has them; what is empty does no harm.
func functionsOfOtherNotebooks(t *testing.T, k *client) {
	const (
		linear = `
// scaled is a helper of hers, whose name the notebook about cats has too.
func inputs(Z, b nn.Matrix) nn.Matrix { fmt.Print("hers "); return Z.Add(b) }

func linearForward(A, W, b nn.Matrix) (Z nn.Matrix) { return inputs(W.Dot(A), b) }`
		mine = "lessons.Mine(week4.LinearForward, week4.UpdateParameters)"
		use  = `func inputs() string { return "the notebook's" }

fmt.Println(linearForward(nn.Row(2), nn.Row(3), nn.Row(1)).At(0, 0), len(updateParameters(nil, nil, 1)), inputs())`
	)
	check := func(code string, wants ...string) {
		t.Helper()
		r := k.run(code)
		for _, want := range wants {
			if !strings.Contains(r.all(), want) {
				t.Errorf("%s: %s\nwant %q\n%s", code, r.all(), want, k.log)
			}
		}
		if r.status() != "ok" {
			t.Errorf("%s: a red error: %s", code, r.all())
		}
	}
	const solved = "if lessons.Solved(week4.LinearForward) { fmt.Println(\"go on\") }"
	check("func twice(A nn.Matrix) nn.Matrix { return linearForward(A, nn.Row(2), nn.Row(0)) }\n\nweek4.Layer{}.W.IsEmpty()", "linearForward: not there yet", "true")
	check("week4.LinearForward.Check(linearForward)", "There is no `linearForward` here yet")
	check(solved+"\nmodel := 1\nmodel++", "needs your solution of “The linear part”")
	check(mine, "The library's, since yours are not solved yet: linearForward (Week 4: building blocks); updateParameters (Week 4: a deep network learns).")
	check(solved+"\n"+use, "go on", "7 0 the notebook's")
	check(linear)
	check(solved, "needs your solution")
	check("week4.LinearForward.Check(linearForward)\n"+solved, "Correct", "go on")
	check(mine, "Yours, from earlier notebooks: linearForward (Week 4: building blocks).", "The library's, since yours are not solved yet: updateParameters")
	check(solved+"\n"+use, "hers 7 0 the notebook's")
	k.run(strings.Replace(linear, "W.Dot(A)", "W.Dot(A", 1)) // an error that she wrote
	check(solved, "needs your solution")
	check("twice(nn.Row(1)).At(0, 0)", "hers", "2")
}
