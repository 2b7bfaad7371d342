package judge

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/internal/skeleton"
	"nekonote/nn/words"
)

// outside says that an answer does not look at what it is asked: it leaves an argument unused that the reference needs, or
// takes a variable of the notebook, which has another value than the case at hand.
func (e *evaluation) outside() []words.Text {
	if e.answer == nil {
		return nil
	}
	mine := e.answer.Funcs[e.Func]
	if mine == nil || e.answer.Name != e.Func || mine.Body == nil {
		return nil
	}
	theirs := e.referenceUses()
	used := answer.Names(mine.Body)
	var unused []string
	at := 0
	for _, field := range mine.Type.Params.List {
		for _, name := range field.Names {
			if !slices.Contains(used, name.Name) && slices.Contains(theirs, e.Names.Param(at)) {
				unused = append(unused, name.Name)
			}
			at++
		}
	}
	global := ""
	local := answer.Declared(mine.Type, mine.Body)
	for _, name := range used {
		if !local[name] && e.answer.Variable(name) {
			global = name
			break
		}
	}
	switch {
	case global != "" && len(unused) > 0:
		return []words.Text{sayGlobal.Fill(global, unused[0])}
	case global != "":
		return []words.Text{sayAlsoGlobal.Fill(global)}
	case len(unused) > 0:
		return []words.Text{sayUnused.Fill(unused[0])}
	}
	return e.unset(mine)
}

// unset says which numbers a function returns that none of its lines computes.
func (e *evaluation) unset(mine *ast.FuncDecl) []words.Text {
	set := answer.Declared(mine.Body) // := makes another variable of the name: that is another slip
	ast.Inspect(mine.Body, func(n ast.Node) bool {
		var targets []ast.Expr
		switch n := n.(type) {
		case *ast.AssignStmt:
			targets = n.Lhs
		case *ast.IncDecStmt:
			targets = []ast.Expr{n.X}
		case *ast.RangeStmt:
			targets = []ast.Expr{n.Key, n.Value}
		case *ast.UnaryExpr:
			targets = []ast.Expr{n.X} // &u
		case *ast.ReturnStmt:
			for i, result := range n.Results {
				if id, ok := result.(*ast.Ident); !ok || id.Name != e.Names.Result(i) {
					set[e.Names.Result(i)] = true
				}
			}
		}
		for _, target := range targets {
			if id, ok := target.(*ast.Ident); ok {
				set[id.Name] = true
			}
		}
		return true
	})
	var never []string
	if mine.Type.Results != nil {
		for _, field := range mine.Type.Results.List {
			kind, plain := field.Type.(*ast.Ident)
			for _, name := range field.Names {
				if plain && (kind.Name == "float64" || kind.Name == "int") && !set[name.Name] {
					never = append(never, "`"+name.Name+"`")
				}
			}
		}
	}
	if len(never) == 0 {
		return nil
	}
	return []words.Text{sayUnset.Fill(words.List(never))}
}

// referenceUses returns the names that the reference's body uses.
func (s *Exercise) referenceUses() []string {
	_, solution, err := skeleton.Cut(s.Source, s.Func, words.English)
	if err != nil {
		return nil
	}
	file, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+solution, parser.SkipObjectResolution)
	if err != nil {
		return nil
	}
	for _, decl := range file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Name.Name == s.Func && f.Body != nil {
			return answer.Names(f.Body)
		}
	}
	return nil
}
