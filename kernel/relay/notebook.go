package relay

import (
	"crypto/sha256"
	"go/ast"
	"hash"

	"nekonote/kernel/relay/gocell"
)

// notebook is what the kernel remembers from cell to cell.
type notebook struct {
	count   int     // of the last cell: In [count]
	ran     int     // runs of cells so far
	history []entry // what was run

	runs     map[int]*cell          // by GoNB's number: whose lines its words are about
	declared map[string]*definition // what GoNB holds, by name
	stale    map[string]stale       // names whose newest version did not compile
	lost     map[string]bool        // names that the engine held when it died
	locals   map[string]int         // variables made with := and gone since, and their cell

	emptied bool // whether she has had everything forgotten, with %reset

	flags flags

	imports   []string        // paths that cells import by name
	aside     []ast.Node      // the declarations that have no name of their own
	weeks     []string        // whose exercises cells were about, the last one first
	digest    hash.Hash       // of all that was run: a table of results that answers by heart would have to be made for itself
	valueless map[string]bool // functions that turned out to have no value
}

func newNotebook() *notebook {
	return &notebook{
		runs: map[int]*cell{}, declared: map[string]*definition{}, stale: map[string]stale{}, lost: map[string]bool{}, locals: map[string]int{},
		valueless: map[string]bool{}, digest: sha256.New(),
	}
}

// definition is a declaration of a cell that has run.
type definition struct {
	gocell.Declared
	cell *cell
}

// definitions are the declarations of a cell's program, and main, if it has one.
func (c *cell) definitions() map[string]*definition {
	found := map[string]*definition{}
	for _, d := range c.sent.Declared() {
		found[d.Name] = &definition{d, c}
	}
	return found
}

// pieces are the declarations that GoNB holds, as their cells have them, those of the cell that runs among them.
func (n *notebook) pieces(c *cell) map[string]gocell.Piece {
	all := map[string]gocell.Piece{}
	for name, d := range n.declared {
		all[name] = d.Piece
	}
	for name, d := range c.definitions() {
		all[name] = d.Piece
	}
	return all
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
	n.imports = append(n.imports, c.sent.Imports()...)
	n.aside = append(n.aside, c.sent.Aside()...)
	for name, d := range c.definitions() {
		if name == "main" {
			for _, local := range gocell.LocalNames(d.Node) {
				n.locals[local] = c.count
			}
			continue
		}
		n.declared[name] = d
		if c.supplied[name] {
			continue // her own has an error still, if it had one
		}
		delete(n.stale, name)
		delete(n.lost, name)
	}
}

// stale is why a name still stands for an older version.
type stale struct {
	count int // the cell that failed
	why   problem
}

// broke notes that the cell did not compile, and the first reason: what it declares has stayed as it was.
func (n *notebook) broke(c *cell, why problem) {
	for name := range c.definitions() {
		if name != "main" {
			n.stale[name] = stale{c.count, why}
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
	n.runs, n.declared, n.aside = map[int]*cell{}, map[string]*definition{}, nil
}
