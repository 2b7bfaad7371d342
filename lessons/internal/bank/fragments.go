package bank

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// hole stands for an ellipsis: a name that nothing has.
const hole = "HOLE"

// golike are marks that formulas do not have.
var golike = regexp.MustCompile(`:=|\+=|-=|/=|\bnn\.|\bmath\.|\bfloat64\(|\blen\(|\bappend\(|\bfunc\(|\brange\b|\.[A-Z]\w*\(|\w\[|\bif .*\{|\breturn `)

// Fragments are the pieces of Go in a text, the longest that can be read as statements.
func Fragments(text string) (all []string) {
	for from := 0; from < len(text); {
		if !begins(text, from) {
			from++
			continue
		}
		if f := longest(text[from:]); f != "" {
			if golike.MatchString(f) {
				all = append(all, f)
				from += len(f)
				continue
			}
		}
		for from < len(text) && letter(text[from]) {
			from++
		}
		from++
	}
	return all
}

func letter(b byte) bool {
	return b == '_' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

// begins reports whether a statement may begin there.
func begins(text string, at int) bool {
	if !letter(text[at]) || text[at] >= '0' && text[at] <= '9' {
		return false
	}
	return at == 0 || !letter(text[at-1]) && text[at-1] != '.' && text[at-1] != '"'
}

// longest is the longest beginning of a text that is Go.
func longest(text string) string {
	ends := []int{len(text)}
	for i, r := range text {
		if i > 0 && (unicode.IsSpace(r) || strings.ContainsRune(")}];,.:`。、）」", r) || r > 0x2fff) {
			ends = append(ends, i)
			if strings.ContainsRune(")}]", r) {
				ends = append(ends, i+1)
			}
		}
	}
	slices.Sort(ends)
	slices.Reverse(ends)
	for _, end := range ends {
		if f := strings.TrimSpace(text[:end]); !sentence.MatchString(f) && golike.MatchString(f) && statements(f) != nil {
			return f
		}
	}
	return ""
}

// statements reads a piece of Go, or the head of a loop; nil where it is none.
func statements(code string) []ast.Stmt {
	code = strings.ReplaceAll(code, "…", hole)
	for _, tail := range []string{"", " {}"} {
		file, err := parser.ParseFile(token.NewFileSet(), "", "package p; func _() {"+code+tail+"\n}", parser.SkipObjectResolution)
		if err != nil {
			continue
		}
		if len(file.Decls) != 1 {
			return nil
		}
		list := file.Decls[0].(*ast.FuncDecl).Body.List
		if len(list) == 0 || slices.ContainsFunc(list, prose) {
			return nil
		}
		return list
	}
	return nil
}

// sentence is what no piece of Go holds here: the end of a sentence, a quotation mark of the text, a letter of another alphabet.
var sentence = regexp.MustCompile("[.]\\s|`|\\p{Han}|\\p{Hiragana}|\\p{Katakana}")

// prose reports whether a statement is one by chance alone: a word, words behind a comma or behind return.
func prose(s ast.Stmt) bool {
	word := func(e ast.Expr) bool {
		id, ok := e.(*ast.Ident)
		return ok && id.Name != hole
	}
	switch s := s.(type) {
	case *ast.LabeledStmt:
		return true
	case *ast.ExprStmt:
		return word(s.X)
	case *ast.AssignStmt:
		_, formula := s.Lhs[0].(*ast.BinaryExpr)
		last, named := s.Rhs[len(s.Rhs)-1].(*ast.Ident)
		return formula || len(s.Rhs) > 1 && (len(s.Rhs) != len(s.Lhs) || named && (last.Name == "then" || last.Name == "and"))
	case *ast.ReturnStmt:
		return len(s.Results) == 0 || len(s.Results) == 1 && word(s.Results[0])
	}
	return false
}

// Misfits is what the compiler has against a fragment in the body of an exercise's function. The reference's variables are there;
// beside is what else the text says.
func (c *Checker) Misfits(id, solution, fragment, beside string) (faults []string) {
	k, err := c.check(id, solution)
	if err != nil {
		return []string{err.Error()}
	}
	list := statements(fragment)
	if list == nil {
		return []string{"it is no Go"}
	}
	_, placeholders := list[0].(*ast.ExprStmt) // math.Exp(x) speaks of any x
	code := strings.ReplaceAll(fragment, "…", hole)
	if f, loop := list[0].(*ast.RangeStmt); loop && len(f.Body.List) == 0 || strings.HasPrefix(code, "if ") && !strings.Contains(code, "{") {
		code += " {}"
	}
	for _, fault := range c.faults(id, k, solution, code) {
		unused, isUnused := strings.CutPrefix(fault, "declared and not used: ")
		switch {
		case strings.Contains(fault, hole), strings.Contains(fault, "missing return"), strings.Contains(fault, "is not used"):
		case strings.Contains(code, "("+hole+")") && strings.Contains(fault, "not enough arguments"):
		case isUnused && (mentions(solution, unused) || mentions(beside, unused)):
		case placeholders && strings.HasPrefix(fault, "undefined: ") && !strings.Contains(fault, "."):
		default:
			faults = append(faults, fault)
		}
	}
	return faults
}

func mentions(text, name string) bool {
	return regexp.MustCompile(`\b` + regexp.QuoteMeta(name) + `\b`).MatchString(text)
}

// faults compiles code in the place of a reference's body.
func (c *Checker) faults(id string, k *checked, solution, code string) (faults []string) {
	var function *ast.FuncDecl
	for _, decl := range k.file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Name.Name == path.Base(id) {
			function = f
		}
	}
	m := mutator{checked: k, source: solution, function: function}
	outside := map[string]string{}
	qualified := func(p *types.Package) string {
		if p == k.pkg {
			return ""
		}
		return p.Name()
	}
	for ident, o := range k.info.Defs {
		v, variable := o.(*types.Var)
		if variable && ident.Name != "_" && !v.IsField() && ident.Pos() > function.Body.Pos() && ident.Pos() < function.Body.End() && k.pkg.Scope().Lookup(ident.Name) == nil {
			outside[ident.Name] = types.TypeString(v.Type(), qualified)
		}
	}
	var params []string
	for name, kind := range outside {
		params = append(params, name+" "+kind)
	}
	slices.Sort(params)
	results := ""
	if function.Type.Results != nil {
		results = m.src(function.Type.Results)
	}
	text := fmt.Sprintf("var _ = func(%s) {\n\t_ = func%s %s {\n%s\n}\n}\n", strings.Join(params, ", "), m.src(function.Type.Params), results, code)
	_, err := c.check(id, text)
	var many interface{ Unwrap() []error }
	switch {
	case err == nil:
	case errors.As(err, &many):
		for _, e := range many.Unwrap() {
			faults = append(faults, e.Error())
		}
	default:
		faults = append(faults, err.Error())
	}
	return faults
}
