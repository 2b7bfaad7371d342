// Package repair finds what is wrong with a learner's function by mending it: it makes one small change after the other to her
// own source, tries each on every trial, and the smallest one that makes everything right is what was wrong, proven, with its
// line.
//
// Changes are of two makes: those that anyone may need (another sign, an operator, a transpose, another variable, a loop's
// bound; edits.go), and those that take an expression or a statement of the reference where hers is nearly the same
// (ingredients.go). Where none is enough, one that makes some results right is kept, and another is looked for beside it.
// Variants are interpreted (package interpret), not compiled: some hundred of them take less time than one build.
package repair

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"slices"
	"strings"

	"nekonote/lessons/internal/interpret"
	"nekonote/nn/words"
)

// Input is a function that is wrong.
type Input struct {
	Text      string   // the declarations of the program
	Func      string   // the function's name
	Helpers   []string // the functions of hers that it calls
	Reference string   // the reference's declaration
	Kind      reflect.Type
	Types     []reflect.Type // those of packages that the program may name
	Trials    int
	Else      func(name string) string        // the text of a function that the program calls and does not have
	Native    func(name string) reflect.Value // what the functions that it calls ought to be; nil where that is not known

	// Try calls a function on the arguments of a trial, and names what is wrong: nothing, where all is right. Same says whether
	// it did what the learner's own did there.
	Try func(f reflect.Value, trial int) (wrong []string, same bool)
}

// Finding is a change that makes everything right.
type Finding struct {
	Func   string     // where it is
	Line   int        // within the function, from 1
	Was    string     // the line as it stands
	Mended string     // the line as it would be right; empty where the line is one too many
	Kind   words.Text // what is wrong with it
	Idle   bool       // nothing: it only is not needed any more when the others are right
}

// Steps is how much a search may compute: about a second of it.
const Steps = 8_000_000

// Search returns the changes that make the function right, one as a rule; none where it does not know.
func Search(ctx context.Context, in Input) []Finding {
	s := newSearch(ctx, in, in.Func)
	if s == nil {
		return nil
	}
	start := s.source
	found, better := s.single()
	if found != "" {
		return s.findings(start, found)
	}
	for _, helper := range in.Helpers { // one change there says more than several here
		if h := newSearch(ctx, in, helper); h != nil {
			h.left = Steps / 4
			start := h.source
			if found, _ := h.single(); found != "" {
				return h.findings(start, found)
			}
		}
	}
	if better == "" {
		if found = s.pair(); found != "" {
			return s.findings(start, found)
		}
	}
	const rounds = 4 // of which each makes more of it right: as many as there are lines of one kind in an exercise
	for range rounds - 1 {
		if better == "" {
			return nil
		}
		s.source = better
		if found, better = s.single(); found != "" {
			return s.findings(start, found)
		}
	}
	return nil
}

// newSearch is a search in one function of the program; nil where it cannot be run.
func newSearch(ctx context.Context, in Input, function string) *search {
	s := &search{Input: in, name: function, ctx: ctx, left: Steps}
	switch {
	case s.ready():
		return s
	case in.Native == nil:
		return nil
	}
	in.Native = nil // her own do something else
	return newSearch(ctx, in, function)
}

// pair looks for two simple changes that make everything right together, while that is cheap.
func (s *search) pair() string {
	const many = 120
	start := s.source
	first := s.simple(start)
	for _, one := range first[:min(many, len(first))] {
		if decl := parse(one); decl == nil {
			continue
		}
		for _, both := range s.simple(one) {
			if s.left < Steps/8 || s.ctx.Err() != nil {
				return ""
			}
			if wrong := s.faults(both, len(s.order)); wrong != nil && len(wrong) == 0 {
				return both
			}
		}
	}
	return ""
}

type search struct {
	Input
	name    string // of the function that is changed
	ctx     context.Context
	left    int // steps
	most    int // steps that a trial may take: a variant that never ends must not use up all
	program *interpret.Program
	source  string // of the function
	order   []int  // of the trials, those first that tell most for least
	wrong   []string
}

// ready runs the function as it stands: it has to do here what it did there.
func (s *search) ready() bool {
	var err error
	if s.program, err = interpret.New(s.Text, s.Types...); err != nil {
		return false
	}
	s.program.Else, s.program.Native = s.Else, s.Native
	if s.source = functionIn(s.Text, s.name); s.source == "" {
		return false
	}
	type cost struct {
		trial, steps int
		faulty       bool
	}
	var costs []cost
	for i := range s.Trials {
		before := s.left
		wrong, same, known := s.try(s.program, i)
		if !known || !same {
			return false
		}
		costs = append(costs, cost{i, before - s.left, len(wrong) > 0})
	}
	slices.SortStableFunc(costs, func(a, b cost) int {
		if a.faulty != b.faulty {
			if a.faulty {
				return -1
			}
			return 1
		}
		return a.steps - b.steps
	})
	const slower = 8 // than the function as it stands
	dearest := 0
	for _, c := range costs {
		s.order = append(s.order, c.trial)
		dearest = max(dearest, c.steps)
	}
	s.most = slower*dearest + 60_000
	return true
}

// functionIn cuts a function out of a text.
func functionIn(text, name string) string {
	if !strings.HasPrefix(strings.TrimSpace(text), "package ") {
		text = "package main\n" + text
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", text, parser.SkipObjectResolution)
	if err != nil {
		return ""
	}
	for _, decl := range file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == name && f.Body != nil {
			return text[fset.PositionFor(f.Pos(), false).Offset:fset.PositionFor(f.End(), false).Offset]
		}
	}
	return ""
}

// try runs a program's function on a trial. Known is false where it is no program that could be run.
func (s *search) try(p *interpret.Program, trial int) (wrong []string, same, known bool) {
	allowed := min(s.left, Steps/4)
	if s.most > 0 {
		allowed = min(allowed, s.most)
	}
	run := p.Start(s.ctx, allowed)
	f := s.caller(run, &known)
	wrong, same = s.Try(f, trial)
	s.left -= allowed - max(0, run.Left()) + 200 // each trial costs something by itself
	return wrong, same, known
}

// caller is a function that a run interprets. known becomes false where it cannot be run.
func (in Input) caller(run *interpret.Run, known *bool) reflect.Value {
	*known = true
	return reflect.MakeFunc(in.Kind, func(args []reflect.Value) []reflect.Value {
		results, err := run.Call(in.Func, args)
		if err != nil {
			*known = *known && interpret.Panicked(err)
			panic(err)
		}
		if len(results) != in.Kind.NumOut() {
			*known = false
			panic("other results")
		}
		for i, v := range results {
			if !v.Type().AssignableTo(in.Kind.Out(i)) {
				*known = false
				panic("other results")
			}
		}
		return results
	})
}

// Interpreted is the learner's function as a value: it can be called without running anything of hers. Each call may take as
// much as a search.
func Interpreted(ctx context.Context, in Input) (f reflect.Value, ok bool) {
	program, err := interpret.New(in.Text, in.Types...)
	if err != nil || functionIn(in.Text, in.Func) == "" {
		return f, false
	}
	program.Else = in.Else
	return reflect.MakeFunc(in.Kind, func(args []reflect.Value) []reflect.Value {
		var known bool
		return in.caller(program.Start(ctx, Steps/4), &known).Call(args)
	}), true
}

// single looks for one change of s.source that makes everything right, or at least one that makes more right.
func (s *search) single() (found, better string) {
	now := s.faults(s.source, len(s.order))
	for _, text := range s.variants() {
		if s.left < 0 || s.ctx.Err() != nil {
			return "", better
		}
		text = tidy(text)
		wrong := s.faults(text, len(s.order))
		switch {
		case wrong == nil:
			continue
		case len(wrong) == 0:
			return text, ""
		case better == "" && len(wrong) < len(now) && subset(wrong, now):
			better = text
		}
	}
	return "", better
}

func subset(some, all []string) bool {
	for _, x := range some {
		if !slices.Contains(all, x) {
			return false
		}
	}
	return true
}

// faults names what is wrong with a variant: nil where it is no program, empty where nothing is. A variant with the faults of
// the function as it stands is not tried further.
func (s *search) faults(source string, trials int) []string {
	decl := parse(source)
	if decl == nil || unused(decl) {
		return nil
	}
	p := s.program.With(decl)
	all := []string{}
	for i, trial := range s.order[:trials] {
		wrong, _, known := s.try(p, trial)
		if !known {
			return nil
		}
		for _, name := range wrong {
			if !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
		if i == 0 && s.wrong == nil {
			s.wrong = slices.Clone(all)
		}
		if len(all) > 0 && len(all) >= len(s.wrong) && source != s.source {
			return all
		}
	}
	return all
}

func parse(source string) *ast.FuncDecl {
	file, err := parser.ParseFile(token.NewFileSet(), "", "package main\n"+source, parser.SkipObjectResolution)
	if err != nil || len(file.Decls) != 1 {
		return nil
	}
	f, _ := file.Decls[0].(*ast.FuncDecl)
	return f
}

// unused reports whether a variable is declared and not used, which the compiler refuses.
func unused(f *ast.FuncDecl) bool {
	declared, targets := declarations(f.Body)
	used := map[string]bool{}
	ast.Inspect(f.Body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && !targets[id] {
			used[id.Name] = true
		}
		return true
	})
	for _, field := range []*ast.FieldList{f.Type.Params, f.Type.Results} {
		if field != nil {
			for _, g := range field.List {
				for _, id := range g.Names {
					used[id.Name] = true
				}
			}
		}
	}
	for name := range declared {
		if !used[name] {
			return true
		}
	}
	return false
}

// declarations are the names that a function's body declares, and the places where a name is not read: declared, set, or a field.
func declarations(body *ast.BlockStmt) (declared map[string]bool, targets map[*ast.Ident]bool) {
	declared, targets = map[string]bool{}, map[*ast.Ident]bool{}
	ast.Inspect(body, func(n ast.Node) bool {
		switch d := n.(type) {
		case *ast.AssignStmt:
			for _, left := range d.Lhs {
				if id, ok := left.(*ast.Ident); ok && (d.Tok == token.DEFINE || d.Tok == token.ASSIGN) {
					targets[id] = true
					if d.Tok == token.DEFINE && id.Name != "_" {
						declared[id.Name] = true
					}
				}
			}
		case *ast.ValueSpec:
			for _, id := range d.Names {
				targets[id] = true
				declared[id.Name] = true
			}
		case *ast.RangeStmt:
			for _, e := range []ast.Expr{d.Key, d.Value} {
				if id, ok := e.(*ast.Ident); ok && d.Tok == token.DEFINE && id.Name != "_" {
					targets[id] = true
					declared[id.Name] = true
				}
			}
		case *ast.SelectorExpr:
			targets[d.Sel] = true
		}
		return true
	})
	return declared, targets
}
