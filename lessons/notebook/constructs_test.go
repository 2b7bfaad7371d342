package notebook

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strings"
	"testing"

	"nekonote/nn/words"
)

// constructList is where each construct of Go is explained.
//
//go:embed constructs.md
var constructList string

// explained is where a construct is explained: under which heading of which notebook, and what must stand there.
type explained struct{ notebook, heading, shown string }

// constructs reads the list.
func constructs(t *testing.T) map[string]explained {
	t.Helper()
	all := map[string]explained{}
	for line := range strings.Lines(constructList) {
		cells := strings.Split(line, " | ")
		if !strings.HasPrefix(line, "| ") || len(cells) != 4 || cells[0] == "| construct" {
			continue
		}
		shown := strings.TrimSuffix(strings.TrimSpace(cells[3]), " |")
		all[strings.ReplaceAll(strings.TrimPrefix(cells[0], "| "), `\|`, "|")] = explained{cells[1], cells[2], shown}
	}
	return all
}

// section is what stands under one heading of a notebook, its exercises with it: its prose, and its code.
type section struct {
	notebook, heading, prose string
	code                     []string
}

// sections are those of the whole course, in its order.
func sections(t *testing.T) (all []section) {
	t.Helper()
	for _, lesson := range All {
		book, err := lesson.Notebook(words.English, false)
		if err != nil {
			t.Fatal(err)
		}
		for _, cell := range book.Cells {
			text := string(cell.Source)
			if cell.Type == "code" {
				last := &all[len(all)-1]
				last.code = append(last.code, text)
				continue
			}
			for line := range strings.Lines(text) {
				if title := strings.TrimLeft(line, "#"); title != line && strings.HasPrefix(title, " ") && !strings.HasPrefix(line, "###") {
					all = append(all, section{notebook: lesson.Name, heading: strings.TrimSpace(title)})
				}
				all[len(all)-1].prose += line
			}
		}
	}
	return all
}

// TestGoIsExplainedBeforeItIsUsed goes through all cells of code and all skeletons in the order of the course. Every
// construct of Go that stands there is explained before, or under the same heading, where constructs.md says.
func TestGoIsExplainedBeforeItIsUsed(t *testing.T) {
	list := constructs(t)
	known, used := map[string]bool{}, map[string]bool{}
	for _, s := range sections(t) {
		for name, e := range list {
			if e.notebook == s.notebook && e.heading == s.heading && strings.Contains(s.prose, e.shown) {
				known[name] = true
			}
		}
		for _, code := range s.code {
			for _, name := range constructsOf(t, code) {
				used[name] = true
				if known[name] {
					continue
				}
				known[name] = true // said once
				if e, listed := list[name]; listed {
					t.Errorf("%s, %s: %q is explained only in %s under %q, where %q should stand:\n%s", s.notebook, s.heading, name, e.notebook, e.heading, e.shown, code)
				} else {
					t.Errorf("%s, %s: %q is explained nowhere:\n%s", s.notebook, s.heading, name, code)
				}
			}
		}
	}
	for name := range list {
		if !used[name] {
			t.Errorf("%q is explained and never used", name)
		}
	}
}

// parsed is a cell's code, its declarations and its statements.
func parsed(t *testing.T, code string) (nodes []ast.Node) {
	t.Helper()
	lines := strings.Split(code, "\n")
	for k := len(lines); k >= 0; k-- {
		if !declares(lines[:k]) || runs(lines[k:]) != nil {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+strings.Join(lines[:k], "\n"), parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			nodes = append(nodes, d)
		}
		file, err = parser.ParseFile(token.NewFileSet(), "", "package p; func main() {\n"+strings.Join(lines[k:], "\n")+"\n}", parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		return append(nodes, file.Decls[0].(*ast.FuncDecl).Body)
	}
	t.Fatalf("this is no Go: %s", code)
	return nil
}

// constructsOf names the constructs of Go in a cell, in alphabetical order.
func constructsOf(t *testing.T, code string) []string {
	found := map[string]bool{}
	if strings.Contains(code, "//") {
		found["comment"] = true
	}
	for _, node := range parsed(t, code) {
		ast.Inspect(node, func(n ast.Node) bool {
			for _, name := range constructOf(n) {
				found[name] = true
			}
			return true
		})
	}
	return slices.Sorted(maps.Keys(found))
}

// constructOf names what one node of the syntax tree is.
func constructOf(n ast.Node) []string {
	switch n := n.(type) {
	case *ast.AssignStmt:
		return assigned(n)
	case *ast.IncDecStmt:
		return []string{n.Tok.String()}
	case *ast.FuncDecl:
		return []string{"func"}
	case *ast.FuncType:
		return results(n)
	case *ast.FuncLit:
		return []string{"func without a name"}
	case *ast.ReturnStmt:
		return []string{"return"}
	case *ast.IfStmt:
		if n.Else != nil {
			return []string{"if", "else"}
		}
		return []string{"if"}
	case *ast.ForStmt:
		return []string{"for with a condition"}
	case *ast.RangeStmt:
		return ranged(n)
	case *ast.CompositeLit:
		return literals(n)
	case *ast.IndexExpr:
		return []string{"index"}
	case *ast.SliceExpr:
		return []string{"part of a slice"}
	case *ast.CallExpr:
		return called(n)
	case *ast.BinaryExpr:
		return operated(n.Op)
	case *ast.UnaryExpr:
		return operated(n.Op)
	case *ast.GenDecl:
		return []string{n.Tok.String()}
	case *ast.MapType:
		return []string{"map"}
	case *ast.StarExpr:
		return []string{"pointer"}
	case *ast.DeferStmt, *ast.SwitchStmt, *ast.GoStmt, *ast.SelectStmt, *ast.BranchStmt, *ast.TypeAssertExpr:
		return []string{strings.ToLower(strings.TrimSuffix(strings.TrimPrefix(strings.Split(typeName(n), ".")[1], "*"), "Stmt"))}
	case *ast.Ident:
		if slices.Contains([]string{"string", "int", "float64", "nil", "error", "bool"}, n.Name) {
			return []string{n.Name}
		}
	}
	return nil
}

func typeName(n ast.Node) string { return fmt.Sprintf("%T", n) }

func assigned(n *ast.AssignStmt) []string {
	all := []string{n.Tok.String()}
	if len(n.Lhs) > 1 {
		all = append(all, "several at once")
	}
	for _, left := range n.Lhs {
		if id, ok := left.(*ast.Ident); ok && id.Name == "_" {
			all = append(all, "_")
		}
	}
	return all
}

func results(n *ast.FuncType) (all []string) {
	if n.Results == nil {
		return nil
	}
	if n.Results.NumFields() > 1 {
		all = append(all, "several results")
	}
	if len(n.Results.List[0].Names) > 0 {
		all = append(all, "result with a name")
	}
	return all
}

func ranged(n *ast.RangeStmt) []string {
	for _, v := range []ast.Expr{n.Key, n.Value} {
		if id, ok := v.(*ast.Ident); ok && id.Name == "_" {
			return []string{"range", "_"}
		}
	}
	return []string{"range"}
}

func literals(n *ast.CompositeLit) []string {
	switch n.Type.(type) {
	case *ast.ArrayType:
		return []string{"slice"}
	case *ast.SelectorExpr, *ast.Ident:
		return []string{"struct"}
	}
	return nil
}

func called(n *ast.CallExpr) []string {
	var all []string
	if n.Ellipsis.IsValid() {
		all = append(all, "...")
	}
	switch f := n.Fun.(type) {
	case *ast.Ident:
		if slices.Contains([]string{"len", "append", "make", "min", "max", "recover", "float64", "int", "string"}, f.Name) {
			return append(all, f.Name+"(…)")
		}
	case *ast.SelectorExpr:
		x, plain := f.X.(*ast.Ident)
		if plain && packages[x.Name] {
			if strings.HasSuffix(f.Sel.Name, "rintf") {
				all = append(all, "Printf")
			}
			return append(all, "package")
		}
		return append(all, "method")
	}
	return all
}

// packages are those that cells name.
var packages = map[string]bool{
	"fmt": true, "math": true, "time": true, "strings": true, "slices": true, "context": true, "errors": true, "nn": true, "plots": true,
	"cats": true, "digits": true, "image": true, "planar": true, "pictures": true, "own": true, "lessons": true, "weeks": true, "welcome": true, "primer": true,
	"basics": true, "week1": true, "week2": true, "week3": true, "week4": true, "words": true,
}

// operated names an operator, where arithmetic does not explain it.
func operated(op token.Token) []string {
	switch op {
	case token.ADD, token.SUB, token.MUL, token.QUO:
		return []string{"arithmetic"}
	case token.LSS, token.GTR, token.LEQ, token.GEQ, token.EQL, token.NEQ:
		return []string{"comparison"}
	}
	return []string{op.String()}
}
