package relay

import (
	"context"
	"go/ast"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"

	"nekonote/kernel/relay/gocell"
	"nekonote/kernel/relay/gopls"
	"nekonote/kernel/relay/wire"
)

// GoNB would start a gopls of its own with each kernel, and let cells wait for it. It gets none: the relay asks the one that
// all kernels of the user share, and only when it does not know the answer itself.

// goplsIdle is how long the shared gopls lives without a question.
var goplsIdle = 5 * time.Minute

// newGopls is the way to the gopls beside GoNB, or nil where there is none.
func newGopls(o Options) *gopls.Gopls {
	program := filepath.Join(filepath.Dir(o.GoNB), "gopls")
	if _, err := os.Stat(program); err != nil {
		return nil
	}
	return gopls.New(gopls.Server{Program: program, Env: append(os.Environ(), "GOGC=50"), Idle: goplsIdle})
}

// withoutGopls puts a gopls that does nothing first on the engine's PATH; when it is called by hand it is the real one.
func withoutGopls(room, gonb string) (path string, err error) {
	bin := filepath.Join(room, "bin")
	if err := os.Mkdir(bin, 0o700); err != nil {
		return "", err
	}
	script := "#!/bin/sh\n[ \"$1\" = -listen ] || exec " + shellQuoted(filepath.Join(filepath.Dir(gonb), "gopls")) + " \"$@\"\n"
	err = os.WriteFile(filepath.Join(bin, "gopls"), []byte(script), 0o700)
	return "PATH=" + bin + string(os.PathListSeparator) + os.Getenv("PATH"), err
}

// The files that gopls sees: the cell as GoNB would run it, and what other cells have declared.
const (
	cellFile     = "main.go"
	declaredFile = "declared_by_cells.go"
)

// goAt is the program in which the cursor stands, as gopls is to see it, and the place in it. It is not ok if nobody can be
// asked, or there is nothing to ask about.
func (l *loop) goAt(k *cursor) (p gopls.Program, at gopls.Place, ok bool) {
	if l.gopls == nil || l.engine == nil || l.engine.module == "" || strings.TrimSpace(k.cell) == "" || gocell.Foreign(k.p.Lines) {
		return p, at, false
	}
	line, column := gocell.LineAndColumn(k.cell, gocell.BytesOfRunes(k.cell, k.at))
	to := k.p.Where(line)
	if to < 0 || k.p.Special(to) {
		return p, at, false
	}
	own := map[string]bool{}
	for _, d := range k.p.Declared() {
		own[d.Name] = true
	}
	declared, imported := l.notebook.declaredBeside(own)
	cell := k.p.File()
	head := strings.TrimSpace(gocell.GoPrefix)
	before := k.p.Lines[to][:min(column, len(k.p.Lines[to]))]
	return gopls.Program{Folder: l.engine.module, Files: map[string]string{
		cellFile:     head + l.importsFor(cell, k.p.Imports()) + strings.TrimPrefix(cell, head),
		declaredFile: head + l.importsFor(declared, imported) + strings.TrimPrefix(declared, head),
	}}, gopls.Place{File: cellFile, Line: to + 1, Character: len(utf16.Encode([]rune(before)))}, true
}

// declaredBeside is what the cells before have declared, but these names, as the text of a Go file, and the paths that it imports.
func (n *notebook) declaredBeside(own map[string]bool) (text string, imported []string) {
	var nodes []ast.Node
	for _, node := range n.aside {
		if spec, ok := node.(*ast.ImportSpec); ok {
			nodes = append(nodes, spec)
			imported = append(imported, strings.Trim(spec.Path.Value, "\"`"))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(n.declared)) {
		if node := n.declared[name].Node; name != "main" && !own[name] && !slices.Contains(nodes, node) {
			nodes = append(nodes, node)
		}
	}
	return gocell.FileOf(nodes), imported
}

var qualifier = regexp.MustCompile(`([\pL_][\pL\pN_]*)\.`)

// importsFor are import declarations, on one line, for what text names and does not import itself.
func (l *loop) importsFor(text string, imported []string) string {
	known := map[string]string{}
	for _, p := range slices.Concat(l.packages.imports(), l.notebook.imports) {
		known[path.Base(p)] = p
	}
	for _, p := range imported {
		known[path.Base(p)] = ""
	}
	imports := ""
	for _, found := range qualifier.FindAllStringSubmatch(text, -1) {
		name := found[1]
		if _, ok := known[name]; !ok {
			known[name] = l.packages.standard(name)
		}
		if known[name] != "" {
			imports += "; import \"" + known[name] + "\""
			known[name] = ""
		}
	}
	return imports
}

// ask asks gopls, beside the loop. An answer that does not come in time is what the kernel knows itself.
func (l *loop) ask(t *task, p gopls.Program, at gopls.Place) {
	l.current = t
	ctx, cancel := context.WithTimeout(l.ctx, patience)
	t.cancel = cancel
	go func() {
		reply, err := t.cursor.askGopls(ctx, l.gopls, t.request, p, at)
		cancel()
		l.tell(func() {
			if l.current != t {
				return // it was stopped
			}
			if err != nil {
				l.log.Printf("gopls does not answer %s: %v", t.request.Kind, err)
			}
			l.current = nil
			l.front.Reply(wire.Shell, reply)
			l.idle(t.request)
		})
	}()
}

// giveUp answers a question that gopls has not answered yet.
func (l *loop) giveUp() {
	t := l.current
	l.current = nil
	t.cancel()
	l.front.Reply(wire.Shell, t.cursor.own(t.request))
	l.idle(t.request)
}

// askGopls is the reply to a request: gopls's, or that of the kernel where gopls has none.
func (k *cursor) askGopls(ctx context.Context, g *gopls.Gopls, request *wire.Message, p gopls.Program, at gopls.Place) (*wire.Message, error) {
	if request.Kind == "inspect_request" {
		text, err := g.Describe(ctx, p, at)
		if err != nil || text == "" {
			return k.own(request), err
		}
		return request.Answer("inspect_reply", map[string]any{
			"status": "ok", "found": true, "data": map[string]any{"text/markdown": text, "text/plain": text}, "metadata": map[string]any{},
		}), nil
	}
	found, err := g.Complete(ctx, p, at)
	if err != nil || len(found.Matches) == 0 {
		return k.own(request), err
	}
	return request.Answer("complete_reply", map[string]any{
		"status": "ok", "matches": found.Matches, "cursor_start": k.at - k.runes(found.Replace), "cursor_end": k.at, "metadata": map[string]any{},
	}), nil
}

// runes is how many characters in front of the cursor are so many UTF-16 units.
func (k *cursor) runes(units int) int {
	n := 0
	for before := []rune(k.before()); units > 0 && n < len(before); n++ {
		units -= max(utf16.RuneLen(before[len(before)-1-n]), 1)
	}
	return n
}

// toName moves a cursor that stands on no name, but among the arguments of a call, to the name of what is called.
func (k *cursor) toName() {
	text := []rune(k.cell)
	named := func(i int) bool {
		return i >= 0 && i < len(text) && (text[i] == '_' || unicode.IsLetter(text[i]) || unicode.IsDigit(text[i]))
	}
	at := min(max(k.at, 0), len(text))
	if named(at) || named(at-1) {
		return
	}
	open := 0
	for i := at - 1; i >= 0; i-- {
		switch text[i] {
		case ')', ']', '}':
			open--
		case '[', '{':
			open++
		case '(':
			if open++; open > 0 && named(i-1) {
				k.at = i
				return
			}
		}
	}
}
