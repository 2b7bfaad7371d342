// Package skeleton cuts one compiled function into the two texts that a learner sees: the skeleton with its blanks, and
// the solution. Both come from the same source, so they cannot drift apart.
//
// # How a reference is marked
//
// A reference is an ordinary function of a week's package. What the learner is to write stands between two comments:
//
//	// propagate returns the cost J and its gradient.
//	// ja: propagate はコスト J とその勾配を返します。
//	func propagate(w nn.Matrix, b float64, X, Y nn.Matrix) (dw nn.Matrix, db, cost float64) {
//		_, m := X.Dims()
//		//: _ = m
//		// BLANK
//		// A = σ(wᵀX + b)
//		A := sigmoid(w.T().Dot(X).AddScalar(b))
//		// END
//		return dw, db, cost
//	}
//
// The skeleton keeps the comments of a blank (the formulas) and puts a pencil line where the code was; the solution
// keeps both. Three marks more:
//
//   - a comment "en: …" or "ja: …" appears in that language alone; without one, in each, which is right for formulas
//     (the lines of a doc comment are English without a mark, if others of it are Japanese; a third language in which
//     none is marked gets the English ones);
//   - a comment ": code" (written //: code) is code of the skeleton alone, for what makes it compile, as "_ = x" does;
//     inside of a blank it is a planted mistake: the skeleton has this code instead of the answer and of the pencil line;
//   - exported names of the week's package, such as a type of its own, are written week3.Params in the notebook.
//
// A function is found by its name in any file of the package; its tests are not looked at.
package skeleton

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"slices"
	"strings"

	"nekonote/nn/words"
)

// Pencil is the line that stands for what a learner is to write.
var Pencil = words.T("✎ your code here", "✎ ここに書いてください")

// Cut finds the function called name among the Go files at the root of week and returns its two texts in
// the given language. It is an error when there is no such function, when a mark has no partner, when nothing is blank,
// or when a cut text is no Go any more.
func Cut(week fs.FS, name string, lang words.Lang) (skeleton, solution string, err error) {
	pkg, err := parse(week)
	if err != nil {
		return "", "", err
	}
	file, decl := pkg.find(name)
	if decl == nil {
		return "", "", fmt.Errorf("skeleton: package %s has no function %s", pkg.name, name)
	}
	lines := spokenIn(lang, english(pkg.lines(file, decl)))
	cut, err := blank(lines, lang)
	if err != nil {
		return "", "", fmt.Errorf("skeleton: %s: %w", name, err)
	}
	if skeleton, err = tidy(cut); err != nil {
		return "", "", fmt.Errorf("skeleton: what is left of %s: %w", name, err)
	}
	if solution, err = tidy(whole(lines, lang)); err != nil {
		return "", "", fmt.Errorf("skeleton: the solution of %s: %w", name, err)
	}
	return skeleton, solution, nil
}

// lines returns the function's source with its comment above, its own package's names qualified, line by line.
func (s *source) lines(file *ast.File, decl *ast.FuncDecl) []string {
	text := s.texts[file]
	offset := func(pos token.Pos) int { return s.fset.PositionFor(pos, false).Offset }
	begin := offset(decl.Pos())
	if decl.Doc != nil {
		begin = offset(decl.Doc.Pos())
	}
	end := offset(decl.End())
	var out strings.Builder
	at := begin
	for _, id := range s.foreign(decl) {
		out.WriteString(text[at:offset(id.Pos())])
		out.WriteString(s.name + ".")
		at = offset(id.Pos())
	}
	out.WriteString(text[at:end])
	return strings.Split(out.String(), "\n")
}

// foreign returns the identifiers of the function that a notebook has to qualify, in the order of the source.
func (s *source) foreign(decl *ast.FuncDecl) []*ast.Ident {
	local, skip := bound(decl)
	var ids []*ast.Ident
	ast.Inspect(decl, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && s.own[id.Name] && !local[id.Name] && !skip[id] {
			ids = append(ids, id)
		}
		return true
	})
	slices.SortFunc(ids, func(a, b *ast.Ident) int { return int(a.Pos() - b.Pos()) })
	return ids
}

// bound returns the names that a function declares itself, and the identifiers that are no names of the package: its own,
// those behind a dot, and the fields of literals.
func bound(decl *ast.FuncDecl) (local map[string]bool, skip map[*ast.Ident]bool) {
	local, skip = map[string]bool{}, map[*ast.Ident]bool{decl.Name: true}
	declare := func(names ...ast.Expr) {
		for _, e := range names {
			if id, ok := e.(*ast.Ident); ok {
				local[id.Name] = true
			}
		}
	}
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Field:
			declare(exprs(n.Names)...)
		case *ast.AssignStmt:
			if n.Tok == token.DEFINE {
				declare(n.Lhs...)
			}
		case *ast.RangeStmt:
			if n.Tok == token.DEFINE {
				declare(n.Key, n.Value)
			}
		case *ast.ValueSpec:
			declare(exprs(n.Names)...)
		case *ast.SelectorExpr:
			skip[n.Sel] = true
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok {
				skip[id] = true
			}
		}
		return true
	})
	return local, skip
}

func exprs(names []*ast.Ident) []ast.Expr {
	var all []ast.Expr
	for _, id := range names {
		all = append(all, id)
	}
	return all
}

// tidy joins the lines of one function, and sees to it that they are Go. The source is formatted already, and marks keep
// their indentation, so that nothing but wide lines has to be formatted here: a cell's program is to stay small.
func tidy(lines []string) (string, error) {
	text := strings.TrimSpace(strings.Join(wrapped(lines), "\n"))
	_, err := parser.ParseFile(token.NewFileSet(), "", "package p\n\n"+text, parser.SkipObjectResolution)
	return text, err
}
