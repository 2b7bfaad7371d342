package repair

import (
	"strings"
	"testing"

	"nekonote/nn/words"
)

// A slip is found where it is: in a helper of hers, in each branch that repeats it, and not where a formula would only go round it.
func TestSlipsAreFoundWhereTheyAre(t *testing.T) {
	for name, c := range map[string]struct {
		source, helper string
		function, kind string
		lines          []int
	}{
		"a helper": {`func total(x []float64, limit float64) float64 {
	return mean(squares(x, limit))
}

func squares(x []float64, limit float64) []float64 {
	var all []float64
	for _, v := range x {
		if v > limit {
			all = append(all, v*v)
		}
	}
	return all
}

func mean(all []float64) float64 {
	sum := 0.0
	for i := 1; i < len(all); i++ {
		sum += all[i]
	}
	return sum / float64(len(all))
}`, "squares mean", "mean", "off by one", []int{3}},
		"every branch": {`func total(x []float64, limit float64) (y float64) {
	sum, n := 0.0, 0
	for _, v := range x {
		if v > limit {
			sum += v * v
			n++
		}
	}
	if n > 2 {
		y := sum / float64(n)
		_ = y
	} else {
		y := sum / float64(n)
		_ = y
	}
	return y
}`, "", "total", ":=", []int{10, 13}},
		"whole numbers": {`func total(x []float64, limit float64) float64 {
	sum, n := 0.0, 0
	for _, v := range x {
		if v > limit {
			a := int(v)
			b := int(v)
			sum += float64(a * b)
			n++
		}
	}
	return sum / float64(n)
}`, "", "total", "decimals", []int{5, 6}},
		"not round it": {`func total(x []float64, limit float64) float64 {
	sum, n := 0.0, 0
	for _, v := range x {
		if v > limit {
			sum += v * v
			n++
		}
	}
	mean := sum * sum / 7 / 3 / float64(n+3)
	return mean
}`, "", "total", "", []int{9}},
		"what begins anew in a loop in a loop": {`func total(x []float64, limit float64) float64 {
	all, n := 0.0, 0
	p := 1.0
	for range 1 {
		for _, v := range x {
			for range 2 {
				p *= v
			}
			if v > limit {
				all += p
				n++
			}
		}
	}
	return all / float64(n)
}`, "", "total", "wrong place", []int{3}},
	} {
		all := foundIn(t, c.source, strings.Fields(c.helper)...)
		if len(all) != len(c.lines) {
			t.Errorf("%s: %+v\nwant lines %v", name, all, c.lines)
			continue
		}
		for i, f := range all {
			if f.Func != c.function || f.Line != c.lines[i] || !strings.Contains(f.Kind.In(words.English), c.kind) {
				t.Errorf("%s: %+v\nwant %s, line %d, %q", name, f, c.function, c.lines[i], c.kind)
			}
		}
	}
}

// What a sentence quotes stands there as a whole.
func TestKindsQuoteWholeExpressions(t *testing.T) {
	for _, c := range []struct{ was, mended, never, said string }{
		{"s = ((x+h)*2 - x*2) / h", "s = ((x+h)*(x+h) - x*x) / h", "2-x*2", ""},
		{"J = math.Pow(v, 3)", "J = 3 * v", "", "`math.Pow(v,3)`"},
		{"p := A.Apply(func(a float64) float64 { return a })", "p := A", "floata", "`Apply(…)` is too much"},
		{"w = p.Sub(g).Scale(alpha)", "w = p.Sub(g.Scale(alpha))", "order", "parentheses"},
		{"params[l].W = w", "params[l-1].W = w", "term", "off by one"},
		{"z = w - 1", "z = w", "off by one", "term"},
		{"p := make([]T, len(s)-1)", "p := make([]T, 0, len(s)-1)", "`", "make(…, n) has n zeros"},
		{"return J, v, u", "return u, v, J", "", "order"},
	} {
		got := kind(scan(c.was), scan(c.mended)).In(words.English)
		if c.never != "" && strings.Contains(got, c.never) || !strings.Contains(got, c.said) {
			t.Errorf("%s → %s: %q", c.was, c.mended, got)
		}
	}
}
