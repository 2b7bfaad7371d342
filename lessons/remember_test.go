package lessons_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const rememberImports = "\t\"fmt\"\n\t\"nekonote/lessons/face/lessons\"\n\t\"nekonote/nn\"\n"

// rememberCell is a cell's program that says each time it computes.
const rememberCell = `
type result struct {
	W     nn.Matrix
	Costs map[string][]float64
}

const steps = 3

var rate = 0.5

var other = 1.0

// helper is reached.
func helper(x float64) float64 { return rate * x }

func unrelated() int { return 1 }

func (r result) sum() float64 { return r.W.Sum() }

func train() result {
	fmt.Println("training")
	r := result{W: nn.Row(helper(steps), 2), Costs: map[string][]float64{"a": {1, 2}}}
	fmt.Println(r.sum())
	return r
}

func main() {
	alpha := 0.1
	r := lessons.Remember("the classifier", train)
	fmt.Println("got", r.W.At(0, 0), r.Costs["a"])
	fmt.Println(lessons.Remember("costs", func() float64 { fmt.Println("descending"); return 2 * alpha }, alpha))
}
`

// again runs variants of the program in one learner's folder.
type again struct {
	t      *testing.T
	folder string
}

func (a again) run(body string, env ...string) string {
	a.t.Helper()
	out, _, err := program(a.t, rememberImports, body)(append([]string{"NEKONOTE_DIR=" + a.folder, "NEKONOTE_LANG=en"}, env...)...)
	if err != nil {
		a.t.Fatalf("%v\n%s", err, out)
	}
	return out
}

func TestRemember(t *testing.T) {
	a := again{t, t.TempDir()}
	first := a.run(rememberCell)
	for _, want := range []string{"training", "descending", "computed “the classifier” in", "got 1.5 [1 2]", "0.2"} {
		if !strings.Contains(first, want) {
			t.Errorf("the first run lacks %q:\n%s", want, first)
		}
	}
	second := a.run(rememberCell)
	if strings.Contains(second, "training") || strings.Contains(second, "descending") || !strings.Contains(second, "“the classifier” is remembered") ||
		!strings.Contains(second, "got 1.5 [1 2]") || !strings.Contains(second, "0.2") {
		t.Errorf("the second run:\n%s", second)
	}
	for name, change := range map[string]struct {
		old, new          string
		training, descent bool
	}{
		"a comment":              {"// helper is reached.", "// helper is reached, from train.", false, false},
		"layout":                 {"func helper(x float64) float64 { return rate * x }", "func helper(x float64) float64 {\n\treturn rate * x\n}", false, false},
		"an unrelated function":  {"return 1 }", "return 2 }", false, false},
		"a function it reaches":  {"return rate * x", "return rate + x", true, false},
		"a constant":             {"steps = 3", "steps = 4", true, false},
		"a variable":             {"rate = 0.5", "rate = 0.25", true, false},
		"a method of its type":   {"return r.W.Sum()", "return r.W.Sum() + 1", true, false},
		"its type":               {"W     nn.Matrix\n", "W     nn.Matrix\n\tB     float64\n", true, false},
		"an argument":            {"alpha := 0.1", "alpha := 0.2", false, true},
		"a value from the cell":  {"alpha := 0.1", "rate = 0.75\n\talpha := 0.1", true, false},
		"another's value":        {"alpha := 0.1", "other = 0.75\n\talpha := 0.1", false, false},
		"the random stream":      {"alpha := 0.1", "nn.Seed(7)\n\talpha := 0.1", true, false},
		"the literal":            {"return 2 * alpha", "return 3 * alpha", false, true},
		"the rest of its caller": {`fmt.Println("got"`, `fmt.Println("now", "got"`, false, false},
	} {
		if !strings.Contains(rememberCell, change.old) {
			t.Fatalf("%s: %q is not in the program", name, change.old)
		}
		out := a.run(strings.Replace(rememberCell, change.old, change.new, 1))
		if strings.Contains(out, "training") != change.training || strings.Contains(out, "descending") != change.descent {
			t.Errorf("%s changed: trained anew should be %t, descended anew %t\n%s", name, change.training, change.descent, out)
		}
	}
	if out := a.run(rememberCell); strings.Contains(out, "training") {
		t.Errorf("what was remembered before the changes is gone:\n%s", out)
	}
}

func TestRememberComputesAgainWhatIsDamaged(t *testing.T) {
	a := again{t, t.TempDir()}
	a.run(rememberCell)
	files, _ := filepath.Glob(filepath.Join(a.folder, ".nekonote", "remembered", "the_classifier-*"))
	if len(files) != 1 {
		t.Fatalf("stored: %q", files)
	}
	whole, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	for name, damaged := range map[string][]byte{
		"empty": {}, "half": whole[:len(whole)/2], "another file": []byte("hello\n"),
		"one bit": append(append([]byte{}, whole[:len(whole)-1]...), whole[len(whole)-1]^1),
	} {
		if err := os.WriteFile(files[0], damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		if out := a.run(rememberCell); !strings.Contains(out, "training") || !strings.Contains(out, "got 1.5 [1 2]") {
			t.Errorf("%s:\n%s", name, out)
		}
		if out := a.run(rememberCell); strings.Contains(out, "training") {
			t.Errorf("%s: not mended:\n%s", name, out)
		}
	}
}

func TestRememberNamesWhatCannotBeStored(t *testing.T) {
	for body, want := range map[string]string{
		`type r struct{ F func() }
func train() r { return r{} }`: "r.F is a func, which cannot be stored",
		`type r struct{ w []float64 }
func train() r { return r{} }`: "r.w begins with a small letter",
		`func train() []any { return nil }`: "[]interface {}[…] may hold anything",
		`type r struct{ Next *r }
func train() r { return r{} }`: "r.Next holds itself",
	} {
		a := again{t, t.TempDir()}
		out := a.run("var _ = nn.Row\n" + body + "\nfunc main() { fmt.Println(\"got\", fmt.Sprintf(\"%T\", lessons.Remember(\"x\", train))) }\n")
		if !strings.Contains(out, want) || !strings.Contains(out, "got") {
			t.Errorf("want %q in\n%s", want, out)
		}
	}
}

func TestRememberWantsCapturedVariablesAmongTheArguments(t *testing.T) {
	a := again{t, t.TempDir()}
	out := a.run("var _ = nn.Row\nfunc main() {\n\talpha := 0.1\n\tfmt.Println(lessons.Remember(\"x\", func() float64 { return alpha }))\n}\n")
	if want := "the function uses the variable alpha"; !strings.Contains(out, want) || !strings.Contains(out, "\n0.1\n") {
		t.Errorf("want %q in\n%s", want, out)
	}
}

func TestRememberFindsALiteralWhoseFunctionIsInlined(t *testing.T) {
	const body = `
func helper() float64 { return 2 }

func classifier() float64 {
	return lessons.Remember("inlined", func() float64 {
		fmt.Println("training", nn.Zeros(1, 1))
		return helper()
	})
}

func main() {
	if true {
		fmt.Println("got", classifier())
	}
	fmt.Println("again", classifier())
}
`
	a := again{t, t.TempDir()}
	if out := a.run(body); strings.Count(out, "training") != 1 || !strings.Contains(out, "again 2") {
		t.Errorf("it is not remembered:\n%s", out)
	}
	if out := a.run(strings.Replace(body, "return 2", "return 3", 1)); strings.Count(out, "training") != 1 || !strings.Contains(out, "again 3") {
		t.Errorf("what it reaches is not looked at:\n%s", out)
	}
}

func TestRememberWhereNothingCanBeWritten(t *testing.T) {
	a := again{t, t.TempDir()}
	if err := os.WriteFile(filepath.Join(a.folder, ".nekonote"), nil, 0o600); err != nil { // a file where a folder should be
		t.Fatal(err)
	}
	if out := a.run(rememberCell); !strings.Contains(out, "could not be remembered") || !strings.Contains(out, "got 1.5 [1 2]") {
		t.Errorf("\n%s", out)
	}
}

// Two notebooks want the same value, one is killed while it computes: the other one takes over.
func TestRememberOutlivesAKill(t *testing.T) {
	folder := t.TempDir()
	source := filepath.Join(folder, "main.go")
	const slow = `package main

import (
	"fmt"
	"os"
	"time"

	"nekonote/lessons/face/lessons"
)

func train() int {
	fmt.Println("training")
	if os.Getenv("SLOW") != "" {
		time.Sleep(time.Minute)
	}
	return 7
}

func main() { fmt.Println("got", lessons.Remember("slow", train)) }
`
	if err := os.WriteFile(source, []byte(slow), 0o600); err != nil {
		t.Fatal(err)
	}
	binary := filepath.Join(folder, "cell")
	if out, err := exec.Command("go", "build", "-o", binary, source).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	start := func(env ...string) (cmd *exec.Cmd, output func() string) {
		out, err := os.Create(filepath.Join(t.TempDir(), "output"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = out.Close() })
		cmd = exec.Command(binary)
		cmd.Env = append(append(os.Environ(), "GONB_TMP_DIR="+folder, "NEKONOTE_DIR="+folder), env...)
		cmd.Stdout = out
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return cmd, func() string {
			said, _ := os.ReadFile(out.Name())
			return string(said)
		}
	}
	first, _ := start("SLOW=1")
	locked := filepath.Join(folder, ".nekonote", "remembered", "locks", "*")
	for range 500 {
		if files, _ := filepath.Glob(locked); len(files) > 0 {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	second, out := start()
	time.Sleep(200 * time.Millisecond)
	if strings.Contains(out(), "training") {
		t.Error("both compute at once")
	}
	_ = first.Process.Kill()
	_ = first.Wait()
	if err := second.Wait(); err != nil || !strings.Contains(out(), "got 7") {
		t.Errorf("%v\n%s", err, out())
	}
	third, out := start()
	if err := third.Wait(); err != nil || strings.Contains(out(), "training") || !strings.Contains(out(), "got 7") {
		t.Errorf("%v\n%s", err, out())
	}
}
