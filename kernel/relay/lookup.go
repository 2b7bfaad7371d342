package relay

import (
	"regexp"
	"sort"
	"strings"
	"unicode/utf8"

	"nekonote/kernel/relay/gocell"
	"nekonote/kernel/relay/wire"
)

// Completion and inspection ask about a place in a cell. What the kernel does not know itself it asks gopls (see ask.go), which
// understands the cell only as part of a program, so the place is carried over into the sorted program, and the answer's place
// back.

// cursor knows how the places of a cell and of its program go together.
type cursor struct {
	cell string
	p    *gocell.Program
	at   int // in characters of the cell

	packages *packages
}

// lookUp answers a complete_request or an inspect_request.
func (l *loop) lookUp(m *wire.Message) {
	var asked struct {
		Code   string `json:"code"`
		Cursor int    `json:"cursor_pos"`
	}
	m.Read(&asked)
	t := &task{request: m}
	p := gocell.AsWritten(asked.Code)
	if !gocell.Foreign(p.Lines) {
		p = p.Cleaned().Sorted()
	}
	t.cursor = &cursor{cell: asked.Code, p: p, at: asked.Cursor, packages: l.packages}
	l.busy(m)
	if m.Kind == "complete_request" && l.notebook.declared[t.cursor.selected()] == nil {
		// JupyterLab waits a second for completions, and gopls may take longer: what a package has is known at once.
		if own := t.cursor.ownMatches(); len(own["matches"].([]string)) > 0 {
			l.front.Reply(wire.Shell, m.Answer("complete_reply", own))
			l.idle(m)
			return
		}
	}
	if m.Kind == "inspect_request" {
		t.cursor.toName()
		if data := l.describe(t.cursor); data != nil {
			l.front.Reply(wire.Shell, m.Answer("inspect_reply", map[string]any{"status": "ok", "found": true, "data": data, "metadata": map[string]any{}}))
			l.idle(m)
			return
		}
	}
	program, at, ok := l.goAt(t.cursor)
	if !ok {
		l.front.Reply(wire.Shell, t.cursor.own(m))
		l.idle(m)
		return
	}
	l.ask(t, program, at)
}

var selector = regexp.MustCompile(`(\w+)\.(\w*)$`)

// before is the text in front of the cursor.
func (k *cursor) before() string {
	return string([]rune(k.cell)[:min(max(k.at, 0), utf8.RuneCountInString(k.cell))])
}

// selected is what stands in front of the dot that is being completed, or "".
func (k *cursor) selected() string {
	if found := selector.FindStringSubmatch(k.before()); found != nil {
		return found[1]
	}
	return ""
}

// ownMatches completes pkg.Name: gopls knows a package only once the program names something of it.
func (k *cursor) ownMatches() map[string]any {
	matches, begin := []string{}, k.at
	if found := selector.FindStringSubmatch(k.before()); found != nil && !k.shadowed(found[1]) {
		for name := range k.packages.names(found[1]) {
			if strings.HasPrefix(name, found[2]) {
				matches = append(matches, name)
			}
		}
		begin -= utf8.RuneCountInString(found[2])
	}
	sort.Strings(matches)
	return map[string]any{
		"status": "ok", "matches": matches, "cursor_start": begin, "cursor_end": k.at, "metadata": map[string]any{},
	}
}

// shadowed reports whether the cell has a variable of a package's name.
func (k *cursor) shadowed(name string) bool {
	return regexp.MustCompile(`\b` + name + `\b[\w, ]*:=|\bvar +` + name + `\b`).MatchString(k.cell)
}
