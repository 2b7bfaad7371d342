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
	in := Input{Text: source, Func: "total", Reference: reference, Kind: reflect.TypeOf(total), Trials: len(trials)}
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
