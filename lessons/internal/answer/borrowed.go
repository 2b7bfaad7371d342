package answer

import (
	"errors"
	"go/ast"
	"go/token"
	"go/types"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"nekonote/lessons/internal/skeleton"
	"nekonote/nn/words"
)

// Lender is where an answer may find its solution ready made, besides the library's models, which no answer may use.
type Lender struct {
	Week   fs.FS    // the source of the exercise's week
	Name   string   // of the week, as "week2"
	Func   string   // that is asked for
	Avoid  []string // names of nn that would give the answer away
	ByHand bool     // whether all that the program runs counts, where it may speak to the judge by itself
}

// Loan is what an answer takes that is not its own: the text in which it does, and whether that only hides what is taken.
type Loan struct {
	Text   string
	Hidden bool
}

// models are what does whole exercises at once: no answer to any of them is made of these.
var models = []string{
	"LogisticRegression", "NewLogisticRegression", "TwoLayer", "NewTwoLayer", "Deep", "NewDeep", "NewSmallDeep", "Layer", "NumericalGradient", "CheckGradients",
	"Classifier", "NewClassifier", "Convolution", "Convolutional", "NewConvolutional",
}

// activations are other names of what "Sigmoid" is.
var activations = []string{"Activation", "Activations", "Sigmoid", "Tanh", "ReLU", "LeakyReLU"}

// hiding are packages through which a program can call something without naming it.
var hiding = []string{"reflect", "unsafe", "plugin", "C", "text/template", "html/template", "os/exec", "net", "net/http", "net/rpc"}

// speaking are packages through which a program can speak to the judge by itself, or have others speak.
var speaking = append([]string{"syscall", "golang.org/x/sys/unix"}, hiding...)

// Borrowed returns what the answer takes from where a solution is. It looks at all that is reached from the function that is
// asked for, from the one that is checked, and from what stands between the brackets of a check: functions, variables and
// whatever is put into them anywhere in the program, types and their methods. Functions of the week's other exercises are looked
// through, but not for the names to avoid where the solution calls them, too: each has its own check. Behind one that the solution
// does not call, another's work would only be hidden.
func (a *Answer) Borrowed(from Lender) Loan {
	names := a.resolved()
	fresh := func() *reach {
		return &reach{Answer: a, from: from, names: names, seen: map[string]bool{}, parts: map[types.Object]bool{}}
	}
	r := fresh()
	r.visit(from.Func)
	r.visit(a.Name)
	for _, decl := range a.tree.Decls {
		ast.Inspect(decl, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && r.checks(call) {
				for _, arg := range call.Args {
					r.partly(decl, arg)
				}
			}
			return true
		})
	}
	loan := r.loan()
	if loan.Text == "" && from.ByHand {
		for _, roots := range a.running() {
			r := fresh()
			for _, root := range roots {
				r.look(root)
			}
			if r.speaks && r.found != "" {
				return Loan{Text: r.found}
			}
		}
	}
	return loan
}

// loan is what was found.
func (r *reach) loan() Loan {
	switch {
	case r.found != "":
		return Loan{Text: r.found}
	case r.blocks && r.same != "":
		return Loan{Text: r.same}
	}
	return Loan{r.hides, r.hides != ""}
}

// reach is what is reached so far.
type reach struct {
	*Answer
	from  Lender
	seen  map[string]bool       // names of declarations
	parts map[types.Object]bool // variables within functions
	names *types.Info

	found, hides, same string
	blocks             bool
	speaks             bool   // it uses a package through which it could speak to the judge by itself
	within             string // the other exercise in whose function that is; "" for none
	called             bool   // whether the solution calls that function, too
}

// checks reports whether a call is a check, other than one of a function that has its own.
func (r *reach) checks(call *ast.CallExpr) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Check" || len(call.Args) != 1 {
		return false
	}
	name, ok := call.Args[0].(*ast.Ident)
	return !ok || r.Funcs[name.Name] == nil
}

// running is what the program runs: main with what runs before it, and what gives each variable its first value.
func (a *Answer) running() (all [][]ast.Node) {
	var main []ast.Node
	for _, decl := range a.tree.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil && (d.Name.Name == "main" || strings.HasPrefix(d.Name.Name, "init")) {
				main = append(main, d)
			}
		case *ast.GenDecl:
			if d.Tok == token.VAR {
				for _, spec := range d.Specs {
					all = append(all, []ast.Node{spec})
				}
			}
		}
	}
	return append(all, main)
}

// visit looks through what a name stands for, and through whatever is put into it.
func (r *reach) visit(name string) {
	if name == "" || r.seen[name] || name == "main" {
		return
	}
	r.seen[name] = true
	within, called := r.within, r.called
	if name != r.Name && name != r.from.Func && exercised(r.from.Week, name) {
		r.within, r.called = name, slices.Contains(callees(r.from.Week, r.from.Func), name)
	}
	for _, decl := range r.decls[name] {
		if d, ok := decl.(*ast.GenDecl); ok && d.Tok == token.VAR {
			decl = specOf(d, name)
		}
		r.look(decl)
	}
	r.within, r.called = within, called
	if v := r.names.ObjectOf(r.variable(name)); v != nil {
		for _, decl := range r.tree.Decls {
			r.written(decl, v)
		}
	}
}

// look looks at all that stands in a node.
func (r *reach) look(node ast.Node) {
	if f, ok := node.(*ast.FuncDecl); ok && f.Body == nil {
		r.hides = r.Source(f)
	}
	ast.Inspect(node, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			for _, of := range r.nameless {
				if r.names.Uses[n] == nil && strings.HasPrefix(of, "nekonote/") {
					r.takes(n, of, n.Name)
				}
			}
			if !r.local(n) {
				r.visit(n.Name)
			}
		case *ast.SelectorExpr:
			r.takes(n, r.pathOf(n.X), n.Sel.Name)
			r.look(n.X)
			return false // what is behind the dot is none of the notebook's own names
		}
		return true
	})
}

// takes notes what is behind a dot: of is the path of the package before it, if that is one.
func (r *reach) takes(n ast.Node, of, name string) {
	r.speaks = r.speaks || slices.Contains(speaking, of)
	if slices.Contains(hiding, of) {
		if r.hides == "" {
			r.hides = r.Source(n)
		}
		return
	}
	if r.found == "" && r.lent(of, name) {
		r.found = r.Source(n)
	}
	r.blocks = r.blocks || name == "Blocks"
	if of == "" && strings.EqualFold(name, r.from.Func) && ast.IsExported(name) {
		r.same = r.Source(n)
	}
}

// lent reports whether a name of a package is another's work: the library's models, its exercises, what the exercise itself asks for.
func (r *reach) lent(of, name string) bool {
	ours := strings.HasPrefix(of, "nekonote/")
	switch {
	case ours && !offered(of), of == "nekonote/nn" && slices.Contains(models, name):
		return true
	case ours && name == "Blocks" && of != weeks+r.from.Name:
		return true
	case r.called, r.within != "" && name == "Blocks":
		return false // what its own check is about
	case of == "nekonote/nn" && slices.Contains(activations, name) && slices.Contains(r.from.Avoid, "Sigmoid"):
		return true
	}
	return slices.Contains(r.from.Avoid, name) && (of == "" || of == "nekonote/nn" || name == "Blocks")
}

// offered reports whether a package of the library is one that cells are offered: nn/graph, which computes values and slopes, is there
// for what plots draws.
func offered(of string) bool {
	if of == "nekonote/nn/graph" {
		return false
	}
	for _, room := range []string{"nekonote/nn", "nekonote/plots", "nekonote/lessons/face", "nekonote/lessons/data"} {
		if of == room || strings.HasPrefix(of, room+"/") {
			return true
		}
	}
	return false
}

// known are packages that cells use without an import.
var known = map[string]string{"nn": "nekonote/nn", "exec": "os/exec", "unix": "golang.org/x/sys/unix", "template": "text/template"}

// resolved says what each name of the program stands for. What the packages that it uses have is not known, and not needed.
func (a *Answer) resolved() *types.Info {
	info := &types.Info{Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Error: func(error) {}, Importer: nobody{}}
	_, _ = config.Check("main", a.fset, []*ast.File{a.tree}, info) // it is full of what is not known
	return info
}

// nobody knows no package.
type nobody struct{}

func (nobody) Import(string) (*types.Package, error) { return nil, errors.New("it is not looked at") }

// local reports whether a name stands for something that is declared within a function.
func (r *reach) local(id *ast.Ident) bool {
	o := r.names.ObjectOf(id)
	return o != nil && o.Pkg() != nil && o.Parent() != o.Pkg().Scope()
}

// variable is the name of a variable of the notebook where it is declared; nil where there is none.
func (a *Answer) variable(name string) *ast.Ident {
	for _, decl := range a.decls[name] {
		if d, ok := decl.(*ast.GenDecl); ok && d.Tok == token.VAR {
			names := specOf(d, name).Names
			return names[slices.IndexFunc(names, func(of *ast.Ident) bool { return of.Name == name })]
		}
	}
	return nil
}

// specOf is the part of a declaration of variables that declares one of them.
func specOf(d *ast.GenDecl, name string) *ast.ValueSpec {
	for _, spec := range d.Specs {
		of := spec.(*ast.ValueSpec)
		if slices.ContainsFunc(of.Names, func(id *ast.Ident) bool { return id.Name == name }) {
			return of
		}
	}
	return &ast.ValueSpec{} // there is always one: decls says so
}

// pathOf is the path of the package that an expression names, if it does, as far as that can be known without its import.
func (r *reach) pathOf(e ast.Expr) string {
	id, ok := e.(*ast.Ident)
	if !ok {
		return ""
	}
	if _, imported := r.names.Uses[id].(*types.PkgName); !imported && r.names.Uses[id] != nil {
		return ""
	}
	name := id.Name
	if of := r.imports[name]; of != "" {
		return of
	}
	if of := known[name]; of != "" {
		return of
	}
	if slices.Contains(speaking, name) {
		return name
	}
	if week := strings.TrimPrefix(name, "week"); week != name {
		if _, err := strconv.Atoi(week); err == nil {
			return weeks + name
		}
	}
	return ""
}

// weeks is where the packages of the weeks are, as cells know them.
const weeks = "nekonote/lessons/face/"

// callees are the functions that the solution of an exercise calls, and those that these call.
func callees(week fs.FS, function string) []string {
	all := []string{function}
	for i := 0; i < len(all); i++ {
		_, solution, err := skeleton.Cut(week, all[i], words.English)
		if err != nil {
			continue // no exercise
		}
		program := Parse("", "package main\n"+solution)
		if program == nil || program.Funcs[all[i]] == nil {
			continue
		}
		for _, name := range Names(program.Funcs[all[i]].Body) {
			if !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}

// exercised reports whether the week has an exercise of that name.
func exercised(week fs.FS, name string) bool {
	_, _, err := skeleton.Cut(week, name, words.English)
	return err == nil
}
