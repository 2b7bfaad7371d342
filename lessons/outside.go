package lessons

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"

	"nekonote/lessons/internal/skeleton"
	"nekonote/nn/words"
)

// outside says that an answer does not look at what it is asked: it leaves an argument unused that the reference needs, or
// takes a variable of the notebook, which has another value than the case at hand.
func (e *evaluation) outside() []words.Text {
	if e.answer == nil {
		return nil
	}
	mine := e.answer.funcs[e.Func]
	if mine == nil || e.answer.name != e.Func || mine.Body == nil {
		return nil
	}
	theirs := e.referenceUses()
	used := names(mine.Body)
	var unused []string
	at := 0
	for _, field := range mine.Type.Params.List {
		for _, name := range field.Names {
			if !slices.Contains(used, name.Name) && slices.Contains(theirs, e.names.param(at)) {
				unused = append(unused, name.Name)
			}
			at++
		}
	}
	global := ""
	local := declared(mine.Type, mine.Body)
	for _, name := range used {
		if !local[name] && e.answer.variable(name) {
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
	return nil
}

// referenceUses returns the names that the reference's body uses.
func (s *spec) referenceUses() []string {
	_, solution, err := skeleton.Cut(s.source, s.Func, words.English)
	if err != nil {
		return nil
	}
	file, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+solution, parser.SkipObjectResolution)
	if err != nil {
		return nil
	}
	for _, decl := range file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Name.Name == s.Func && f.Body != nil {
			return names(f.Body)
		}
	}
	return nil
}

// variable reports whether a name is a variable of the notebook that stands outside of all functions.
func (a *answer) variable(name string) bool {
	return slices.ContainsFunc(a.decls[name], func(n ast.Node) bool {
		d, ok := n.(*ast.GenDecl)
		return ok && d.Tok == token.VAR
	})
}
