package answer

import (
	"strings"
	"testing"
	"testing/fstest"
)

// Each of these takes the solution, or hides what it takes; %s stands where the text goes on.
const right = "func sigmoid(z nn.Matrix) nn.Matrix { return z.Scale(-1).Exp().AddScalar(1).Apply(inverse) }\nfunc inverse(x float64) float64 { return 1 / x }\n"

// week2 has an exercise beside sigmoid, which the solution of propagate calls.
var week2 = fstest.MapFS{"week2.go": {Data: []byte("package week2\n" + marked("sigmoid(z nn.Matrix) (a nn.Matrix)", "a = z") +
	marked("predict(z nn.Matrix) (a nn.Matrix)", "a = z") + marked("propagate(z nn.Matrix) (a nn.Matrix)", "a = sigmoid(z)"))}}

func marked(head, line string) string {
	name, _, _ := strings.Cut(head, "(")
	return "\n// " + name + " is an exercise.\nfunc " + head + " {\n\t// BLANK\n\t" + line + "\n\t// END\n\treturn a\n}\n"
}

// What an exercise's solution calls has its own check.
func TestAnExerciseBelowIsCheckedByItself(t *testing.T) {
	a := Parse("cells.go", "package main\nfunc propagate(z nn.Matrix) nn.Matrix { return sigmoid(z) }\nfunc sigmoid(z nn.Matrix) nn.Matrix { return z.Sigmoid() }\n")
	a.Name = "propagate"
	if loan := a.Borrowed(Lender{Week: week2, Name: "week2", Func: "propagate", Avoid: []string{"Sigmoid"}}); loan.Text != "" {
		t.Errorf("%q is taken for the solution of propagate", loan.Text)
	}
}

func TestSolutionsAreFoundWhereverTheyCome(t *testing.T) {
	borrowed := func(text, function string) Loan {
		t.Helper()
		a := Parse("cells.go", "package main\n"+text)
		if a == nil {
			t.Fatalf("no Go: %s", text)
		}
		a.Name = "sigmoid"
		a.Choose(function)
		return a.Borrowed(Lender{Week: week2, Name: "week2", Func: "sigmoid", Avoid: []string{"Sigmoid"}, ByHand: true})
	}
	for what, text := range map[string]string{
		"a method":                    "func sigmoid(z nn.Matrix) nn.Matrix { return z.Sigmoid() }",
		"an activation":               "func sigmoid(z nn.Matrix) nn.Matrix { return nn.Activation(\"sigmoid\").Of(z) }",
		"a constant":                  "func sigmoid(z nn.Matrix) nn.Matrix { g := nn.Tanh; g = \"sigmoid\"; return g.Of(z) }",
		"the list of activations":     "func sigmoid(z nn.Matrix) nn.Matrix { return nn.Activations()[0].Of(z) }",
		"a number at a time":          "func sigmoid(z nn.Matrix) nn.Matrix { return z.Apply(nn.Sigmoid.At) }",
		"a model":                     "func sigmoid(z nn.Matrix) nn.Matrix { return (&nn.LogisticRegression{W: nn.Row(1)}).Forward(z) }",
		"a model in a variable":       "var p = nn.NewTwoLayer(1, 1, 1)\nfunc sigmoid(z nn.Matrix) nn.Matrix { return p.Predict(z) }",
		"a layer":                     "func sigmoid(z nn.Matrix) nn.Matrix { l := nn.Layer{}; a, _ := l.Forward(z); return a }",
		"another week's blocks":       "func sigmoid(z nn.Matrix) nn.Matrix { a, _ := week4.Blocks.LinearActivationForward(z, z, z, \"sigmoid\"); return a }",
		"the reference":               "import \"nekonote/lessons/week2\"\nfunc sigmoid(z nn.Matrix) nn.Matrix { return week2.Sigmoid.Reference(z) }",
		"the reference's other name":  "import w \"nekonote/lessons/weeks\"\nfunc sigmoid(z nn.Matrix) nn.Matrix { return w.All[0].Reference(z) }",
		"an import under a name":      "import m \"nekonote/nn\"\nfunc sigmoid(z m.Matrix) m.Matrix { return m.Sigmoid.Of(z) }",
		"an import without a name":    "import . \"nekonote/nn\"\nfunc sigmoid(z Matrix) Matrix { return Activation(\"sigmoid\").Of(z) }",
		"a method value":              "var f = nn.Matrix.Sigmoid\nfunc sigmoid(z nn.Matrix) nn.Matrix { return f(z) }",
		"an interface":                "type s interface{ Sigmoid() nn.Matrix }\nfunc sigmoid(z nn.Matrix) nn.Matrix { return s(z).Sigmoid() }",
		"an embedded one":             "type m struct{ nn.Matrix }\nfunc (x m) g() nn.Matrix { return x.Sigmoid() }\nfunc sigmoid(z nn.Matrix) nn.Matrix { return m{z}.g() }",
		"set in the check's cell":     right + "var g = inverse\nfunc inverse2(x float64) float64 { return g(x) }\nfunc main() { g = nn.Sigmoid.At; week2.Sigmoid.Check(func(z nn.Matrix) nn.Matrix { return z.Apply(inverse2) }) }",
		"set in init":                 "var g func(nn.Matrix) nn.Matrix\nfunc sigmoid(z nn.Matrix) nn.Matrix { return g(z) }\nfunc init() { h := nn.Matrix.Sigmoid; g = h }",
		"set by a function":           "var g func(nn.Matrix) nn.Matrix\nfunc set(f func(nn.Matrix) nn.Matrix) { g = f }\nfunc sigmoid(z nn.Matrix) nn.Matrix { return g(z) }\nfunc main() { set(nn.Matrix.Sigmoid) }",
		"set through a pointer":       "var g func(nn.Matrix) nn.Matrix\nfunc sigmoid(z nn.Matrix) nn.Matrix { return g(z) }\nfunc main() { p := &g; *p = nn.Matrix.Sigmoid }",
		"set by whom it is lent to":   "var g func(nn.Matrix) nn.Matrix\nfunc set(p *func(nn.Matrix) nn.Matrix) { *p = nn.Matrix.Sigmoid }\nfunc sigmoid(z nn.Matrix) nn.Matrix { return g(z) }\nfunc main() { set(&g) }",
		"in a map":                    "var g = map[string]func(nn.Matrix) nn.Matrix{}\nfunc sigmoid(z nn.Matrix) nn.Matrix { return g[\"a\"](z) }\nfunc main() { g[\"a\"] = nn.Matrix.Sigmoid }",
		"through a channel":           "var c = make(chan func(nn.Matrix) nn.Matrix, 9)\nfunc sigmoid(z nn.Matrix) nn.Matrix { return (<-c)(z) }\nfunc main() { c <- nn.Matrix.Sigmoid }",
		"by a method of a variable":   "type box struct{ f func(nn.Matrix) nn.Matrix }\nfunc (b *box) set(f func(nn.Matrix) nn.Matrix) { b.f = f }\nvar b box\nfunc sigmoid(z nn.Matrix) nn.Matrix { return b.f(z) }\nfunc main() { b.set(nn.Matrix.Sigmoid) }",
		"another function is checked": right + "func main() { week2.Sigmoid.Check(func(z nn.Matrix) nn.Matrix { return z.Sigmoid() }) }",
		"a method is checked":         right + "func main() { week2.Sigmoid.Check(nn.Matrix.Sigmoid) }",
		"a local one is checked":      right + "func main() { f := inverse; g := nn.Matrix.Sigmoid; _ = f; week2.Sigmoid.Check(g) }",
		"a check behind a name":       right + "func main() { c := week2.Sigmoid; f := nn.Matrix.Sigmoid; c.Check(f) }",
		"a check in a function":       right + "func ask(f func(nn.Matrix) nn.Matrix) { week2.Sigmoid.Check(f) }\nfunc main() { ask(nn.Matrix.Sigmoid) }",
		"by hand":                     right + "func main() { c, _ := net.Dial(\"unix\", \"s\"); send(c, nn.Row(1).Sigmoid()) }",
		"by hand in a variable":       right + "var _ = send(nn.Row(1))\nfunc send(z nn.Matrix) int { syscall.Write(3, bytes(z.Sigmoid())); return 1 }",
		"by its name":                 "func sigmoid(z nn.Matrix) nn.Matrix { return reflect.ValueOf(z).MethodByName(\"Sig\" + \"moid\").Call(nil)[0].Interface().(nn.Matrix) }",
		"by a template":               "import \"text/template\"\nfunc sigmoid(z nn.Matrix) nn.Matrix { template.New(\"\"); return z }",
		"a classifier":                "func sigmoid(z nn.Matrix) nn.Matrix { p := nn.NewClassifier(1, 2); a, _ := p.Forward(z); return a }",
		"the graph of a figure":       "import \"nekonote/nn/graph\"\nfunc sigmoid(z nn.Matrix) nn.Matrix { n, _ := graph.Compute(\"1\", nil); _ = n; return z }",
		"the first import of two":     "import . \"nekonote/nn\"\nimport . \"fmt\"\nfunc sigmoid(z Matrix) Matrix { return Activation(\"sigmoid\").Of(z) }",
		"another exercise's name":     "func sigmoid(z nn.Matrix) nn.Matrix { return predict(z) }\nfunc predict(z nn.Matrix) nn.Matrix { return z.Sigmoid() }",
		"by its address":              "import _ \"unsafe\"\n//go:linkname g nekonote/nn.sigmoid\nfunc g(float64) float64\nfunc sigmoid(z nn.Matrix) nn.Matrix { return z.Apply(g) }",
	} {
		if loan := borrowed(text, "main.sigmoid"); loan.Text == "" {
			t.Errorf("%s: nothing is found in\n%s", what, text)
		}
	}
	for what, text := range map[string]string{
		"her own formula":              right,
		"her own method of the name":   right + "type own struct{}\nfunc (own) Of(x float64) float64 { return x }",
		"compared in the same cell":    right + "func main() { week2.Sigmoid.Check(sigmoid); fmt.Println(sigmoid(nn.Row(1)), nn.Row(1).Sigmoid()) }",
		"a model in another cell":      right + "var net = nn.NewDeep(2, 1)\nfunc train() { net.Train(nil, X, Y, nn.Training{}) }\nvar X, Y nn.Matrix",
		"a local of the same name":     "func sigmoid(z nn.Matrix) nn.Matrix { X := z.Scale(-1); return X.Exp() }\nvar X nn.Matrix\nfunc f() { X := nn.NewDeep(1).Predict(Y); _ = X }",
		"a connection of another cell": right + "var all = week4.Blocks\nfunc f() { net.Dial(\"tcp\", \"a\") }\nfunc main() { week2.Sigmoid.Check(sigmoid) }",
		"a variable beside another":    "func sigmoid(z nn.Matrix) nn.Matrix { return z.Scale(k) }\nvar (\n\tk = 1.0\n\tnet = nn.NewDeep(1)\n)",
		"two checks":                   right + "func other(z nn.Matrix) nn.Matrix { return z.Sigmoid() }\nfunc main() { week2.Sigmoid.Check(sigmoid); week2.Other.Check(other) }",
		"tanh":                         "func sigmoid(z nn.Matrix) nn.Matrix { return z.Scale(0.5).Tanh().AddScalar(1).Scale(0.5) }",
		"a field of the name":          "type p struct{ Sigmoids int }\nfunc sigmoid(z nn.Matrix) nn.Matrix { return z.Scale(float64(p{}.Sigmoids)) }",
	} {
		if loan := borrowed(text, "main.sigmoid"); loan.Text != "" {
			t.Errorf("%s: %q is taken for the solution in\n%s", what, loan.Text, text)
		}
	}
	if loan := borrowed(right+"func evil(z nn.Matrix) nn.Matrix { return z.Sigmoid() }", "main.evil"); !strings.Contains(loan.Text, "Sigmoid") {
		t.Errorf("the function that the runtime names: %q", loan.Text)
	}
}
