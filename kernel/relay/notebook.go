package relay

import (
	"go/ast"
	"go/token"
)

// notebook is what the kernel remembers from cell to cell.
type notebook struct {
	count   int     // of the last cell: In [count]
	history []entry // what was run

	runs     map[int]*cell          // by GoNB's number: whose lines its words are about
	declared map[string]*definition // what GoNB holds, by name
	stale    map[string]int         // names whose newest version did not compile, and the cell that failed
	lost     map[string]bool        // names that the engine held when it died
	locals   map[string]int         // variables made with := and gone since, and their cell

	imports   []string        // paths that cells import by name
	valueless map[string]bool // functions that turned out to have no value
}

func newNotebook() *notebook {
	return &notebook{
		runs: map[int]*cell{}, declared: map[string]*definition{}, stale: map[string]int{}, lost: map[string]bool{}, locals: map[string]int{},
		valueless: map[string]bool{},
	}
}

// definition is a declaration of a cell: a function, a method (T.Name), a variable, a constant or a type.
type definition struct {
	name string
	cell *cell
	line int      // of its first line in the program that was sent
	uses []string // the names in it
	node ast.Node
}

// definitions are the declarations of a program, and main, if it has one.
func (c *cell) definitions() map[string]*definition {
	found := map[string]*definition{}
	if foreign(c.sent.lines) {
		return found
	}
	files, tree, _ := c.sent.parse()
	if tree == nil {
		return found
	}
	note := func(name string, node ast.Node) {
		if name != "_" && name != "init" {
			found[name] = &definition{name: name, cell: c, line: files.Position(node.Pos()).Line - 2, uses: identifiers(node), node: node}
		}
	}
	for _, d := range tree.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			note(functionName(d), d)
		case *ast.GenDecl:
			if d.Tok == token.IMPORT {
				continue
			}
			for _, spec := range d.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					note(spec.Name.Name, spec)
				case *ast.ValueSpec:
					for _, name := range spec.Names {
						note(name.Name, spec)
					}
				}
			}
		}
	}
	return found
}

// functionName is f for a function and T.f for a method.
func functionName(d *ast.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return d.Name.Name
	}
	of := d.Recv.List[0].Type
	for {
		switch t := of.(type) {
		case *ast.StarExpr:
			of = t.X
		case *ast.IndexExpr:
			of = t.X
		case *ast.IndexListExpr:
			of = t.X
		case *ast.Ident:
			return t.Name + "." + d.Name.Name
		default:
			return d.Name.Name
		}
	}
}

// identifiers are the names in a piece of code.
func identifiers(node ast.Node) []string {
	var names []string
	ast.Inspect(node, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			names = append(names, id.Name)
		}
		return true
	})
	return names
}

// names are those of all declarations.
func (n *notebook) names() []string {
	var all []string
	for name := range n.declared {
		all = append(all, name)
	}
	return all
}

// sent notes that GoNB has begun a cell, under the number that it uses for it.
func (n *notebook) sent(c *cell) { n.runs[c.number] = c }

// compiled notes that GoNB has taken over the cell's declarations.
func (n *notebook) compiled(c *cell) {
	n.imports = append(n.imports, c.imports()...)
	for name, d := range c.definitions() {
		if name == "main" {
			for _, local := range localNames(d.node) {
				n.locals[local] = c.count
			}
			continue
		}
		n.declared[name] = d
		delete(n.stale, name)
		delete(n.lost, name)
	}
}

// broke notes that the cell did not compile: what it declares has stayed as it was.
func (n *notebook) broke(c *cell) {
	for name := range c.definitions() {
		if name != "main" {
			n.stale[name] = c.count
		}
	}
}

// finished notes a cell that has been run.
func (n *notebook) finished(c *cell) {
	if c.asked.Store {
		n.history = append(n.history, entry{n.count, c.asked.Code})
	}
}

// forgetDefinitions is called when the engine, which holds the declarations, has died.
func (n *notebook) forgetDefinitions() {
	for name := range n.declared {
		n.lost[name] = true
	}
	n.runs, n.declared = map[int]*cell{}, map[string]*definition{}
}

// localNames are the variables that a function makes at its top level.
func localNames(node ast.Node) []string {
	d, ok := node.(*ast.FuncDecl)
	if !ok || d.Body == nil {
		return nil
	}
	var names []string
	for _, s := range d.Body.List {
		switch s := s.(type) {
		case *ast.AssignStmt:
			if s.Tok == token.DEFINE {
				for _, left := range s.Lhs {
					names = append(names, identifiers(left)...)
				}
			}
		case *ast.DeclStmt:
			if g, ok := s.Decl.(*ast.GenDecl); ok && g.Tok == token.VAR {
				for _, spec := range g.Specs {
					for _, name := range spec.(*ast.ValueSpec).Names {
						names = append(names, name.Name)
					}
				}
			}
		}
	}
	return names
}
