package plots

import (
	"fmt"
	"image"
	"math"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"nekonote/nn"
	"nekonote/nn/words"

	"gonum.org/v1/plot"
)

// oddities are values that go wrong somewhere: rows of numbers as training leaves them behind.
var oddities = map[string][]float64{
	"one":            {0.5},
	"constant":       {0.3, 0.3, 0.3, 0.3},
	"zero":           {0, 0, 0, 0},
	"huge constant":  {1e120, 1e120, 1e120, 1e120},
	"exploding":      {0.69, 1e9, 1e60, 1e120},
	"to the end":     {0.69, 1e300, 1.7e308, -1.7e308},
	"tiny":           {1e-300, 2e-300, 5e-324, 3e-310},
	"close together": {1, 1 + 1e-15, 1 - 1e-15, 1},
	"NaN at the end": {0.69, 0.5, math.NaN(), math.NaN()},
	"a hole":         {0.69, math.NaN(), 0.4, 0.3},
	"NaN first":      {math.NaN(), 0.5, 0.4, 0.3},
	"all NaN":        {math.NaN(), math.NaN(), math.NaN(), math.NaN()},
	"infinite":       {0.69, math.Inf(1), math.Inf(-1), 0.2},
	"all infinite":   {math.Inf(1), math.Inf(1), math.Inf(1), math.Inf(1)},
	"negative":       {-3, -1e80, -2, -0.5},
}

// odd is a matrix of n rows and m columns of these values, over and over.
func odd(n, m int, values []float64) nn.Matrix {
	A := nn.Zeros(n, m)
	for k := range n * m {
		A.Dense().Set(k/m, k%m, values[k%len(values)])
	}
	return A
}

// broken makes every figure of numbers with odd values in each of its places.
func broken(v []float64) map[string]func() figure {
	classes := nn.Row(0, 1, 1, 0)
	predict := func(X nn.Matrix) nn.Matrix { // another value in each corner of the plane
		A := nn.Zeros(1, cols(X))
		for j := range cols(X) {
			A.Dense().Set(0, j, v[(b2i(X.At(0, j) > 0)+2*b2i(X.At(1, j) > 0.5))%len(v)])
		}
		return A
	}
	f := func(x float64) float64 { return v[int(math.Abs(x)*7)%len(v)] }
	X := nn.Rows([][]float64{{-1, 0, 1, 2}, {0, 1, 0, 1}})
	pictures := []image.Image{sun(4), sun(4), sun(4), sun(4)}
	film := func(X nn.Matrix, cost float64, predict func(nn.Matrix) nn.Matrix) figure {
		film := NewFilm(X, classes)
		film.Add(0, cost, predict)
		film.Add(1, cost, predict)
		return film.figure()
	}
	live := func(o ...Option) figure {
		l := LiveCost(4, o...)
		for i, c := range v {
			l.Add(i, c)
		}
		return l.figure(l.status())
	}
	return map[string]func() figure{
		"CostCurve":           func() figure { return costCurve(seriesOf([]Run{{Costs: v}}, 100), 0, options{}) },
		"CostCurve, log":      func() figure { return costCurve(seriesOf([]Run{{Costs: v}}, 100), 0, options{logScale: true}) },
		"CostCurves":          func() figure { return costCurve(seriesOf([]Run{{"a", v}, {"b", decay(0.1, 3)}}, 1), 0, options{}) },
		"LiveCost":            func() figure { return live() },
		"LiveCost, log":       func() figure { return live(LogScale()) },
		"Points":              func() figure { return pointsOf(odd(2, 4, v), classes, options{}) },
		"Points, Y":           func() figure { return pointsOf(X, odd(1, 4, v), options{}) },
		"DecisionBoundary":    func() figure { return decisionBoundary(predict, X, classes, options{}) },
		"DecisionBoundary, X": func() figure { return decisionBoundary(ring(1), odd(2, 4, v), classes, options{}) },
		"DecisionBoundary, Y": func() figure { return decisionBoundary(ring(1), X, odd(1, 4, v), options{}) },
		"DecisionBoundaries":  func() figure { return decisionBoundaries([]Boundary{{"a", predict}}, odd(2, 4, v), classes, options{}) },
		"Film":                func() figure { return film(X, v[len(v)-1], predict) },
		"Film, X":             func() figure { return film(odd(2, 4, v), 1, ring(1)) },
		"Tangent":             func() figure { return tangent(f, -2, 2, options{}) },
		"Tangent, constant":   func() figure { return tangent(func(float64) float64 { return v[0] }, -2, 2, options{}) },
		"Tangent, far":        func() figure { return tangent(func(x float64) float64 { return x }, v[0], v[len(v)-1], options{}) },
		"Descent": func() figure {
			J := func(w, b float64) float64 { return v[(b2i(w > 0)+2*b2i(b > 0.5))%len(v)] + w*w }
			return descent(J, 1, 1, 4, v, options{})
		},
		"Descent, start": func() figure {
			return descent(func(w, b float64) float64 { return w + b*b*1e-9 }, v[0], v[len(v)-1], 4, []float64{0.1}, options{})
		},
		"Network": func() figure { return network([]nn.Matrix{odd(3, 2, v), odd(1, 3, v)}, options{}) },
		"Network, Flow": func() figure {
			return network([]nn.Matrix{nn.Row(1, 2)}, options{flow: []nn.Matrix{odd(2, 1, v), odd(1, 1, v)}})
		},
		"HiddenUnits": func() figure {
			return hiddenUnits([]int{1, 2, 3, 4}, odd(1, 4, v).Dense().RawRowView(0), nil, options{})
		},
		"LearningCurve": func() figure {
			return learningCurve([]Learned{{1, v[0], v[1%len(v)]}, {2, v[2%len(v)], v[0]}}, options{})
		},
		"Confusion":    func() figure { return confusion(classes, odd(1, 4, v), options{}) },
		"Confusion, Y": func() figure { return confusion(odd(1, 4, v), classes, options{}) },
		"Histograms":   func() figure { return histograms([]Layer{{"1", odd(2, 4, v), odd(1, 4, v)}}, options{}) },
		"Weights":      func() figure { return showWeights(odd(12, 1, v), options{}) },
		"Units":        func() figure { return showUnits(odd(3, 12, v), options{}) },
		"FirstLayer": func() figure {
			return firstLayer(odd(3, 12, v), nn.Zeros(3, 1), nn.Zeros(3, 12), odd(12, 5, v), options{})
		},
		"Pictures":       func() figure { return showPicture(Pictures(odd(12, 1, v))[0], options{}) },
		"Gallery":        func() figure { return gallery(pictures, options{labels: odd(1, 4, v), probabilities: odd(1, 4, v)}) },
		"Mislabelled":    func() figure { return mislabelled(pictures, classes, odd(1, 4, v), options{}) },
		"Mislabelled, Y": func() figure { return mislabelled(pictures, odd(1, 4, v), classes, options{}) },
		"ComputationGraph": func() figure {
			return computationGraph("u = a*b; J = u/b + exp(a)", map[string]float64{"a": v[0], "b": v[len(v)-1]}, options{})
		},
	}
}

var (
	attribute = regexp.MustCompile(`(d|x|y|x1|y1|cx|cy|r|width|height|viewBox|stroke-width|fill-opacity|stroke-opacity|font-size|value|min|max)="[^"]*(NaN|Inf)[^"]*"|style="[^"]*(NaN|Inf)`)
	endless   = regexp.MustCompile(`\d{17,}`)
)

// TestFiguresOfWhatGoesWrong draws every figure with whatever may go wrong: it draws, or says in words why not; no number
// is longer than an eye can read, and the page holds nothing that a browser cannot draw.
func TestFiguresOfWhatGoesWrong(t *testing.T) {
	for kind, values := range oddities {
		for name, draw := range broken(values) {
			t.Run(name+"/"+kind, func(t *testing.T) {
				for _, lang := range words.Langs {
					t.Setenv(words.Variable, string(lang))
					defer func() {
						if r := recover(); r != nil && !strings.HasPrefix(fmt.Sprint(r), "plots: ") {
							panic(r)
						}
					}()
					f := draw()
					said, html := f.words(), ""
					if lang == words.English {
						html = f.html()
					}
					page := regexp.MustCompile(`(?s)base64,[^"]*|aria-label="[^"]*"`).ReplaceAllString(html, "")
					if bad := attribute.FindString(page); bad != "" {
						t.Errorf("a browser cannot draw %.80s", bad)
					}
					if long := endless.FindString(page + said); long != "" {
						t.Errorf("the number %.60s is too long", long)
					}
					if strings.TrimSpace(said) == "" {
						t.Error("nothing is said in words")
					}
					if strings.Contains(said, "%!") {
						t.Errorf("a sentence is filled wrongly: %s", said)
					}
				}
			})
		}
	}
}

// TestNothingIsRightWhereNumbersAreMissing: a figure that compares never says that all is well when it could not compare.
func TestNothingIsRightWhereNumbersAreMissing(t *testing.T) {
	t.Setenv(words.Variable, string(words.English))
	pictures := []image.Image{sun(4), sun(4), sun(4)}
	Y, A := nn.Row(0, 1, 1), nn.Row(0.2, 0.9, math.NaN())
	X := nn.Rows([][]float64{{0, 1, 2}, {0, 1, 2}})
	for name, c := range map[string]struct {
		figure figure
		want   []string
		never  string
	}{
		"Mislabelled": {mislabelled(pictures, Y, A, options{}),
			[]string{"0 of 3 wrong · not judged", "2: ? no judgement, is: 1, ŷ = NaN"}, "None"},
		"Mislabelled, Y":       {mislabelled(pictures, A, Y, options{}), []string{"0 of 3 wrong · not judged"}, "None"},
		"Mislabelled, nothing": {mislabelled(nil, nn.Matrix{}, nn.Matrix{}, options{}), []string{"There is no picture."}, "None"},
		"Mislabelled, right":   {mislabelled(pictures, Y, Y, options{}), []string{"None of the 3 pictures is wrong."}, "not judged"},
		"Gallery": {gallery(pictures, options{labels: Y, probabilities: A}),
			[]string{"0 of 3 wrong · not judged", "2: ? no judgement"}, "✓ 0, ŷ = NaN"},
		"Confusion":        {confusion(Y, A, options{}), []string{"2 of 3 right (66.7 %); without a class"}, "100"},
		"DecisionBoundary": {decisionBoundary(func(X nn.Matrix) nn.Matrix { return odd(1, cols(X), []float64{math.NaN()}) }, X, nn.Row(0, 0, 0), options{}), []string{"0.0 % of them judged right", "100.0 % of the plane has no probability"}, "100.0 % of them"},
		"Points":           {pointsOf(X, A, options{}), []string{"cannot be drawn, because a number is missing (NaN) or endless: 1"}, ""},
		"CostCurve, a hole": {costCurve(seriesOf([]Run{{Costs: []float64{1, math.NaN(), 0.5}}}, 10), 0, options{}),
			[]string{"Costs that cannot be drawn (NaN or infinite): 1, the first at iteration 10", "gaps"}, "no longer"},
		"CostCurve, to the end": {costCurve(seriesOf([]Run{{Costs: []float64{1, math.Inf(1), math.NaN()}}}, 10), 0, options{}),
			[]string{"From iteration 10 on"}, "gaps"},
		"CostCurve, log": {costCurve(seriesOf([]Run{{Costs: []float64{1, 0, -2}}}, 10), 0, options{logScale: true}),
			[]string{"Costs of 0 or less: 2, the first at iteration 10"}, "NaN"},
		"HiddenUnits": {hiddenUnits([]int{1, 2}, []float64{math.NaN(), 90}, nil, options{}), []string{"best: 2 hidden units, 90.0 %", "Not drawn"}, "best: 1"},
		"Network":     {network([]nn.Matrix{nn.Row(1, math.NaN())}, options{}), []string{"from 1 to 1; not numbers (NaN or infinite): 1"}, ""},
	} {
		said := c.figure.words()
		for _, want := range c.want {
			if !strings.Contains(said, want) {
				t.Errorf("%s says\n%s\nwant %q in it", name, said, want)
			}
		}
		if c.never != "" && strings.Contains(said, c.never) {
			t.Errorf("%s says\n%s\nwant no %q in it", name, said, c.never)
		}
	}
}

// TestAxesStayReadable: the marks of any axis are few, short and different.
func TestAxesStayReadable(t *testing.T) {
	for _, c := range [][2]float64{{0, 1e120}, {-1e300, 1e300}, {0, 5e-324}, {1e-300, 1e120}, {0.1, 1}, {0, 1e9}, {-0.2, 0.7}, {1e119, 1e120}, {1, 1 + 1e-9}} {
		for name, ticks := range map[string]plot.Ticker{"steps": steps{}, "decades": decades{}, "few": few{}} {
			if name == "decades" && c[0] <= 0 {
				continue
			}
			all := ticks.Ticks(c[0], c[1])
			seen := map[string]bool{}
			for _, tick := range all {
				if utf8.RuneCountInString(tick.Label) > 12 || tick.Label != "" && seen[tick.Label] {
					t.Errorf("%s from %v to %v: the mark %q", name, c[0], c[1], tick.Label)
				}
				seen[tick.Label] = true
			}
			if len(all) > 14 {
				t.Errorf("%s from %v to %v: %d marks", name, c[0], c[1], len(all))
			}
		}
	}
}
