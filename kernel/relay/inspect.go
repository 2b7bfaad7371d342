package relay

import (
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
)

// What a package has, and what her own cells declare, is told at once and without gopls, which takes seconds and hundreds of
// megabytes: for most of what a learner points at, that is all.

// word is a name, with the package or the variable in front of its dot.
var word = regexp.MustCompile(`(?:([\pL_][\pL\pN_]*)\.)?([\pL_][\pL\pN_]*)`)

// pointedAt is the name in which, or at the end of which, the cursor stands.
func (k *cursor) pointedAt() (of, name string) {
	at := len(k.before())
	for _, found := range word.FindAllStringSubmatchIndex(k.cell, -1) {
		if found[0] > at || at > found[1] {
			continue
		}
		name = k.cell[found[4]:found[5]]
		if found[2] >= 0 {
			of = k.cell[found[2]:found[3]]
			if at <= found[3] {
				return "", of // on the package itself
			}
		}
		return of, name
	}
	return "", ""
}

// describe is what the relay knows of the name at the cursor, or nil.
func (l *loop) describe(k *cursor) map[string]any {
	of, name := k.pointedAt()
	shown, doc := "", ""
	switch {
	case name == "":
		return nil
	case of != "" && !k.shadowed(of):
		shown, doc = l.packages.describe(of, name)
	case of == "":
		if d := l.notebook.declared[name]; d != nil {
			shown = source(d.Node)
		}
	}
	if shown == "" {
		return nil
	}
	plain, markdown := shown, "```go\n"+shown+"\n```"
	if doc = strings.TrimSpace(doc); doc != "" {
		plain, markdown = plain+"\n\n"+doc, markdown+"\n\n"+doc
	}
	return map[string]any{"text/plain": plain, "text/markdown": markdown}
}

// describe is the head of a declaration of a package, and its comment; "" for one that is not known.
func (p *packages) describe(of, name string) (shown, doc string) {
	folder := p.folder(of)
	files, _ := filepath.Glob(filepath.Join(folder, "*.go"))
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			continue
		}
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil && d.Name.Name == name {
					return source(d), d.Doc.Text()
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					for _, id := range declaredBy(spec) {
						if id.Name == name {
							return d.Tok.String() + " " + source(spec), commentOf(d, spec)
						}
					}
				}
			}
		}
	}
	return "", ""
}

// commentOf is the comment of one declaration, which may stand above its group.
func commentOf(group *ast.GenDecl, spec ast.Spec) string {
	var own *ast.CommentGroup
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		own = spec.Doc
	case *ast.ValueSpec:
		own = spec.Doc
	}
	if own != nil {
		return own.Text()
	}
	return group.Doc.Text()
}

// source is a declaration as it is written, a function without its body.
func source(node ast.Node) string {
	switch d := node.(type) {
	case *ast.FuncDecl:
		node = &ast.FuncDecl{Recv: d.Recv, Name: d.Name, Type: d.Type}
	case *ast.TypeSpec:
		node = &ast.TypeSpec{Name: d.Name, TypeParams: d.TypeParams, Assign: d.Assign, Type: d.Type}
	case *ast.ValueSpec:
		node = &ast.ValueSpec{Names: d.Names, Type: d.Type, Values: d.Values}
	}
	var text strings.Builder
	if format.Node(&text, token.NewFileSet(), node) != nil {
		return ""
	}
	return text.String()
}
