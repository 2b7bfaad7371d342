package judge

import (
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"slices"

	"nekonote/lessons/internal/skeleton"
	"nekonote/nn/words"
)

// What the source tells for sure.
var (
	sayNoSeed = words.T("`nn.Seed` is missing: it has to come before the first `nn.Randn`, so that the same numbers are drawn each time.",
		"`nn.Seed` がありません。毎回同じ乱数になるように、最初の `nn.Randn` の前に書きます。")
	sayRandom = words.T("`nn.%s` draws random numbers, and nothing random belongs in this answer.", "`nn.%s` は乱数を作りますが、この答えに乱数は使いません。")
	sayNarrow = words.T("The result has the precision of float32, about seven digits: stay with float64, which has sixteen.",
		"結果の精度が float32（約 7 桁）しかありません。16 桁ほどの精度がある float64 のまま計算してください。")
)

// tells says what is wrong with random numbers: they are the reason whenever it is so.
func (e *evaluation) tells() []words.Text {
	if e.answer == nil {
		return nil
	}
	mine, theirs := map[string]bool{}, e.referenceCalls()
	for _, decl := range e.answer.Reached() {
		if decl.Name.Name == e.answer.Name || !e.exercised(decl.Name.Name) {
			calls(decl, mine)
		}
	}
	for _, draw := range []string{"Randn", "Rand"} {
		if mine[draw] && !theirs["Randn"] && !theirs["Rand"] {
			return []words.Text{sayRandom.Fill(draw)}
		}
	}
	if theirs["Seed"] && !mine["Seed"] && (mine["Randn"] || mine["Rand"]) {
		return []words.Text{sayNoSeed}
	}
	return nil
}

// exercised reports whether the week has an exercise of that name.
func (e *evaluation) exercised(name string) bool {
	return e.Fellow != nil && e.Fellow(name).IsValid()
}

// calls notes what a piece of source calls of package nn, and whether it converts to float32.
func calls(n ast.Node, to map[string]bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if id, ok := n.X.(*ast.Ident); ok && id.Name == "nn" {
				to[n.Sel.Name] = true
			}
		case *ast.Ident:
			if n.Name == "float32" {
				to[n.Name] = true
			}
		}
		return true
	})
}

// referenceCalls are those of the reference.
func (e *evaluation) referenceCalls() map[string]bool {
	all := map[string]bool{}
	_, solution, err := skeleton.Cut(e.Source, e.Func, words.English)
	if err != nil {
		return all
	}
	if file, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+solution, parser.SkipObjectResolution); err == nil {
		calls(file, all)
	}
	return all
}

// narrow reports whether an answer that would pass has lost half of its digits in a float32.
func (e *evaluation) narrow(trials []trial) bool {
	if e.answer == nil {
		return false
	}
	mine := map[string]bool{}
	for _, decl := range e.answer.Reached() {
		calls(decl, mine)
	}
	const digits = 1e-10 // of sixteen, ten must be right
	return mine["float32"] && slices.ContainsFunc(trials, func(t trial) bool {
		want := e.call(e.Reference, t.args)
		for _, l := range want.leaves {
			got, ok := t.got.leaf(l.Name)
			for i, x := range l.Data {
				if ok && i < len(got.Data) && math.Abs(got.Data[i]-x) > digits*math.Max(math.Abs(x), 1e-3) {
					return true
				}
			}
		}
		return false
	})
}
