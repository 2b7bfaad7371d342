package plots

import (
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"image"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nekonote/nn"
	"nekonote/nn/words"
)

// figures calls every figure that takes options.
var figures = map[string]func(options ...Option){
	"CostCurve":  func(o ...Option) { CostCurve([]float64{2, 1}, o...) },
	"CostCurves": func(o ...Option) { CostCurves([]Run{{Costs: []float64{2, 1}}}, o...) },
	"LiveCost":   func(o ...Option) { LiveCost(2, o...) },
	"Picture":    func(o ...Option) { Picture(sun(4), o...) },
	"Gallery":    func(o ...Option) { Gallery([]image.Image{sun(4), sun(4)}, o...) },
	"Mislabelled": func(o ...Option) {
		Mislabelled([]image.Image{sun(4), sun(4)}, nn.Row(0, 1), nn.Row(0.2, 0.3), o...)
	},
	"Weights":    func(o ...Option) { Weights(waves(4), o...) },
	"Units":      func(o ...Option) { Units(waves(4).T(), o...) },
	"FirstLayer": func(o ...Option) { FirstLayer(waves(4).T(), nn.Row(0), waves(4).T(), waves(4), o...) },
	"Flatten":    func(o ...Option) { Flatten(sun(4), o...) },
	"ComputationGraph": func(o ...Option) {
		ComputationGraph("a*b", map[string]float64{"a": 1, "b": 2}, o...)
	},
	"Points":           func(o ...Option) { X, Y := rings(4); Points(X, Y, o...) },
	"DecisionBoundary": func(o ...Option) { X, Y := rings(4); DecisionBoundary(ring(1), X, Y, o...) },
	"DecisionBoundaries": func(o ...Option) {
		X, Y := rings(4)
		DecisionBoundaries([]Boundary{{"one", ring(1)}}, X, Y, o...)
	},
	"NewFilm":     func(o ...Option) { X, Y := rings(4); NewFilm(X, Y, o...) },
	"Activations": func(o ...Option) { Activations(o...) },
	"Loss":        func(o ...Option) { Loss(o...) },
	"Tangent":     func(o ...Option) { Tangent(func(x float64) float64 { return x }, 0, 1, o...) },
	"Descent": func(o ...Option) {
		Descent(func(w, b float64) float64 { return w*w + b*b }, 1, 1, 2, []float64{0.1}, o...)
	},
	"Network":         func(o ...Option) { Network([]nn.Matrix{nn.Row(1, 2)}, o...) },
	"HiddenUnits":     func(o ...Option) { HiddenUnits([]int{1, 2}, []float64{60, 70}, nil, o...) },
	"LearningCurve":   func(o ...Option) { LearningCurve([]Learned{{10, 90, 50}, {20, 90, 60}}, o...) },
	"Confusion":       func(o ...Option) { Confusion(nn.Row(0, 1), nn.Row(0, 1), o...) },
	"Neuron":          func(o ...Option) { Neuron(1, 0, []float64{1, 2}, []float64{0, 1}, o...) },
	"HiddenLayer":     func(o ...Option) { X, Y := rings(4); HiddenLayer(hiddenNet, X, Y, o...) },
	"ForwardBackward": func(o ...Option) { X, Y := rings(4); ForwardBackward(ringNet(), X, Y, o...) },
	"Folding":         func(o ...Option) { X, Y := rings(4); Folding(ringNet(), X, Y, o...) },
	"MatrixProduct":   func(o ...Option) { MatrixProduct(nn.Row(1, 2), nn.Column(1, 2), o...) },
	"Broadcasting":    func(o ...Option) { Broadcasting(nn.Row(1, 2), nn.Column(1, 2), o...) },
	"WhyCat":          func(o ...Option) { WhyCat(nn.Zeros(3, 1), 0, nn.Zeros(3, 1), o...) },
	"Covered":         func(o ...Option) { Covered(nn.Zeros(12, 1), func(X nn.Matrix) nn.Matrix { return X.SumCols() }, o...) },
	"Histograms":      func(o ...Option) { Histograms([]Layer{{Name: "1", A: nn.Row(0, 1)}}, o...) },
}

// all are the options, each such that every figure that heeds it can draw it.
var all = map[string]Option{
	"Title": Title("t"), "Every": Every(10), "LogScale": LogScale(), "Width": Width(50), "Captions": Captions([]string{"a", "b"}),
	"Labels": Labels(nn.Row(0, 1), "no", "yes"), "Classes": Classes("no", "yes"), "Probabilities": Probabilities(nn.Row(0.2, 0.3)),
	"First": First(1), "Flow": Flow(nn.Column(1, 2)),
}

// TestEveryFigureHeedsOrRefusesEveryOption calls each figure with each option: it draws what its comment says that it
// heeds, and refuses all else, in words.
func TestEveryFigureHeedsOrRefusesEveryOption(t *testing.T) {
	comments, declared := documented(t)
	for _, name := range declared {
		if all[name].apply == nil {
			t.Errorf("the option %s is not in this test", name)
		}
	}
	for name, comment := range comments {
		draw := figures[name]
		if draw == nil {
			t.Errorf("the figure %s is not in this test", name)
			continue
		}
		said := regexp.MustCompile(`(?s)It heeds (.*?)[.:]( |\n|$)`).FindStringSubmatch(comment)
		if said == nil {
			t.Errorf("the comment of %s does not say what it heeds", name)
			continue
		}
		for option := range all {
			heeds := regexp.MustCompile(`\b` + option + `\b`).MatchString(regexp.MustCompile(`\(.*?\)`).ReplaceAllString(said[1], ""))
			for _, lang := range words.Langs {
				t.Setenv(words.Variable, string(lang))
				refusal := refused(t, func() { draw(all[option]) })
				want := notHeeded.Fill(name, option, "").In(lang)
				want = want[:strings.Index(want, option)+len(option)]
				if heeds && refusal != "" {
					t.Errorf("%s says that it heeds %s, and refuses it: %s", name, option, refusal)
				} else if !heeds && !strings.HasPrefix(refusal, want) {
					t.Errorf("%s with %s: %q; want %q", name, option, refusal, want)
				}
			}
		}
	}
}

// refused runs f quietly, and returns what it panics with.
func refused(t *testing.T, f func()) (said string) {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			said = fmt.Sprint(r)
		}
	}()
	stdout := os.Stdout
	defer func() { os.Stdout = stdout }()
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = null.Close() }()
	os.Stdout = null
	f()
	return ""
}

// documented reads from the source the comments of all figures that take options, and the names of all options.
func documented(t *testing.T) (figures map[string]string, options []string) {
	t.Helper()
	files := token.NewFileSet()
	var trees []*ast.File
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".go") && !strings.HasSuffix(e.Name(), "_test.go") {
			tree, err := parser.ParseFile(files, e.Name(), nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			trees = append(trees, tree)
		}
	}
	p, err := doc.NewFromFiles(files, trees, "nekonote/plots")
	if err != nil {
		t.Fatal(err)
	}
	figures = map[string]string{}
	functions := slices.Clone(p.Funcs)
	for _, typ := range p.Types {
		functions = append(functions, typ.Funcs...)
		if typ.Name == "Option" {
			for _, f := range typ.Funcs {
				options = append(options, f.Name)
			}
		}
	}
	for _, f := range functions {
		parameters := f.Decl.Type.Params.List
		last := parameters[max(0, len(parameters)-1):]
		if len(last) == 1 && len(last[0].Names) == 1 && last[0].Names[0].Name == "options" {
			figures[f.Name] = f.Doc
		}
	}
	if len(figures) < 20 || len(options) < 9 {
		t.Fatalf("only %d figures and %d options were found", len(figures), len(options))
	}
	return figures, options
}

func TestCountsStartAtOne(t *testing.T) {
	for name, option := range map[string]func(int) Option{"Every": Every, "Width": Width, "First": First} {
		if said := refused(t, func() { option(0) }); !strings.Contains(said, name) {
			t.Errorf("%s(0): %q", name, said)
		}
	}
}
