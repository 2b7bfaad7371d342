package repair

import (
	"context"
	"math"
	"reflect"
	"strings"
	"testing"

	"nekonote/nn/words"
)

// total is the reference of these tests: the mean of the squares of what lies above a limit.
func total(x []float64, limit float64) float64 {
	sum, n := 0.0, 0
	for _, v := range x {
		if v > limit {
			sum += v * v
			n++
		}
	}
	return sum / float64(n)
}

const reference = `func total(x []float64, limit float64) float64 {
	sum, n := 0.0, 0
	for _, v := range x {
		if v > limit {
			sum += v * v
			n++
		}
	}
	return sum / float64(n)
}`

var trials = []struct {
	x     []float64
	limit float64
}{{[]float64{3, 1, 4, 1.5, 5}, 1}, {[]float64{2, 7, 1.8}, 1.8}, {[]float64{-1, 6, 2.5, 4, 3, 9, 0.5}, 2}}

// found searches in a function that was changed.
func found(t *testing.T, change ...string) []Finding {
	t.Helper()
	source := strings.NewReplacer(change...).Replace(reference)
	if source == reference {
		t.Fatalf("%q changes nothing", change)
	}
	return foundIn(t, source)
}

// foundIn searches in a program.
func foundIn(t *testing.T, source string, helpers ...string) []Finding {
	t.Helper()
	in := Input{Text: source, Func: "total", Helpers: helpers, Reference: reference, Kind: reflect.TypeOf(total), Trials: len(trials)}
	f, ok := Interpreted(context.Background(), in)
	if !ok {
		t.Fatalf("not read:\n%s", source)
	}
	call := func(f reflect.Value, i int) (y float64, broke bool) {
		defer func() { broke = recover() != nil }()
		return f.Call([]reflect.Value{reflect.ValueOf(trials[i].x), reflect.ValueOf(trials[i].limit)})[0].Float(), false
	}
	in.Try = func(g reflect.Value, i int) (wrong []string, same bool) {
		was, wasBroken := call(f, i)
		y, broken := call(g, i)
		if want := total(trials[i].x, trials[i].limit); broken || math.IsNaN(y) || math.Abs(y-want) > 1e-9 {
			wrong = []string{"y"}
		}
		return wrong, broken == wasBroken && (y == was || math.IsNaN(y) && math.IsNaN(was))
	}
	return Search(context.Background(), in)
}

func TestSearch(t *testing.T) {
	for _, c := range []struct {
		change       []string
		line         int
		kind, mended string
	}{
		{[]string{"sum += v", "sum = v"}, 5, "+=", "sum += v * v"},
		{[]string{"sum += v", "sum -= v"}, 5, "sign", "sum += v * v"},
		{[]string{"v > limit", "v < limit"}, 4, "comparison", "if v > limit {"},
		{[]string{"v > limit", "v >= limit"}, 4, "comparison", "if v > limit {"},
		{[]string{"range x", "range x[1:]"}, 3, "off by one", "for _, v := range x {"},
		{[]string{"v * v", "v"}, 5, "factor", "sum += v * v"},
		{[]string{"v * v", "v * limit"}, 5, "`limit`", "sum += v * v"},
		{[]string{"sum / float64(n)", "sum / float64(len(x))"}, 9, "`", "return sum / float64(n)"},
		{[]string{"			n++", "			n++\n			return sum / float64(n)"}, 7, "return", ""},
		{[]string{"sum, n := 0.0, 0", "sum, n := 0.0, 1"}, 2, "constant", "sum, n := 0.0, 0"},
		{[]string{"sum / float64(n)", "float64(int(sum) / n)"}, 9, "", "return sum / float64(n)"},
	} {
		all := found(t, c.change...)
		if len(all) != 1 || all[0].Line != c.line || !strings.Contains(all[0].Kind.In(words.English), c.kind) || all[0].Mended != c.mended {
			t.Errorf("%q: %+v\nwant line %d, %q, %q", c.change, all, c.line, c.kind, c.mended)
		}
	}
}

// Some changes take more than one place, or a step that is not there yet.
func TestWiderChanges(t *testing.T) {
	for _, c := range []struct {
		change       []string
		kind, mended string
	}{
		{[]string{"			sum += v * v\n			n++", "			sum += v * v * v\n			n++\n			sum += 0 * (v * v * v)"}, "factor", "sum += v * v"},                                                                                                    // a slip twice
		{[]string{"	sum, n := 0.0, 0", "	half := limit / 2\n	sum, n := 0.0, 0", "v * v", "v * v * half"}, "factor", "sum += v * v"},                                                                                                  // what is left has no use
		{[]string{"	return sum / float64(n)", "	mean := 0.0\n	for range 1 {\n		mean = sum * sum / float64(n) / float64(n)\n	}\n	return mean"}, "`math.Sqrt(…)` is missing", "mean = math.Sqrt(sum * sum / float64(n) / float64(n))"}, // the last step
	} {
		all := found(t, c.change...)
		said := false
		for _, f := range all {
			said = said || !f.Idle && strings.Contains(f.Kind.In(words.English), c.kind) && f.Mended == c.mended
		}
		if !said {
			t.Errorf("%q: %+v\nwant %q, %q", c.change, all, c.kind, c.mended)
		}
	}
}

// What belongs in a loop of its own is told from what is only in the wrong place.
func TestALoopTooEarly(t *testing.T) {
	all := found(t, reference, `func total(x []float64, limit float64) float64 {
	sum, n, mean := 0.0, 0, 0.0
	for _, v := range x {
		if v > limit {
			sum += v * v
			n++
		}
		if v > limit {
			mean += sum / float64(n) / float64(n)
		}
	}
	return mean
}`)
	if len(all) != 1 || !strings.Contains(all[0].Kind.In(words.English), "two loops") || !strings.Contains(all[0].Mended, "for _, v := range x {") {
		t.Errorf("%+v", all)
	}
}

func TestKindsTellWhatIsTooMuch(t *testing.T) {
	for _, c := range []struct{ was, mended, said string }{
		{"if l == 0 || l == L-1 {", "if l == L-1 {", "`l==0||` is too much"},
		{"s = f(e.Div(x).Exp())", "s = f(e.Div(x))", "`Exp()` is too much"},
		{"caches[l] = cache", "caches = append(caches, cache)", "no such place yet"},
	} {
		if got := kind(scan(c.was), scan(c.mended)).In(words.English); !strings.Contains(got, c.said) {
			t.Errorf("%s: %q", c.was, got)
		}
	}
}

// Two slips are found where each is a simple one, though neither makes anything right by itself.
func TestPairs(t *testing.T) {
	if all := found(t, "v > limit", "v < limit", "v * v", "v + v"); len(all) != 2 || all[0].Line != 4 || all[1].Line != 5 {
		t.Errorf("%+v", all)
	}
}

// What never ends uses up no more than its share, and what cannot be mended is not.
func TestSearchGivesUp(t *testing.T) {
	if all := found(t, "n++", "n += len(x) - len(x)/2*3 + int(limit*7)", "v * v", "math.Sin(v)", "v > limit", "math.Cos(v) > 0.1"); len(all) != 0 {
		t.Errorf("mended: %+v", all)
	}
}
