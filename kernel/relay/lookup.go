package relay

import (
	"regexp"
	"sort"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"nekonote/kernel/relay/gocell"
	"nekonote/kernel/relay/wire"
)

// Completion and inspection ask about a place in a cell. GoNB understands the cell only in the form in which it would run
// it, so the place is carried over into the sorted program, and the answer's place back.

// cursor knows how the places of a cell and of its program go together.
type cursor struct {
	cell string
	sent string
	p    *gocell.Program
	at   int // in characters of the cell

	packages *packages
}

// lookUp passes on a complete_request or an inspect_request.
func (l *loop) lookUp(m *wire.Message) {
	var asked struct {
		Code   string `json:"code"`
		Cursor int    `json:"cursor_pos"`
		Detail int    `json:"detail_level"`
	}
	m.Read(&asked)
	t := &task{request: m}
	p := gocell.AsWritten(asked.Code)
	if !gocell.Foreign(p.Lines) {
		p = p.Cleaned().Sorted()
	}
	t.cursor = &cursor{cell: asked.Code, sent: p.Code(), p: p, at: asked.Cursor, packages: l.packages}
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
		if data := l.describe(t.cursor); data != nil {
			l.front.Reply(wire.Shell, m.Answer("inspect_reply", map[string]any{"status": "ok", "found": true, "data": data, "metadata": map[string]any{}}))
			l.idle(m)
			return
		}
	}
	if !l.engine.looksUp() || strings.TrimSpace(asked.Code) == "" {
		l.front.Reply(wire.Shell, t.cursor.own(m))
		l.idle(m)
		return
	}
	l.begin(t, map[string]any{
		"code": t.cursor.sent, "cursor_pos": t.cursor.there(asked.Cursor), "detail_level": asked.Detail,
	})
}

// there is the place in the program of a place in the cell. Jupyter counts characters, GoNB counts UTF-16 units.
func (k *cursor) there(at int) int {
	line, column := gocell.LineAndColumn(k.cell, gocell.BytesOfRunes(k.cell, at))
	to := max(k.p.Where(line), 0)
	offset := gocell.OffsetOf(k.sent, to, column)
	return len(utf16.Encode([]rune(k.sent[:offset])))
}

// back is a reply with its places in the cell. GoNB calls it an error when gopls knows nothing, which is none.
func (k *cursor) back(reply *wire.Message) *wire.Message {
	var answer struct {
		Status  string   `json:"status"`
		Start   int      `json:"cursor_start"`
		End     int      `json:"cursor_end"`
		Matches []string `json:"matches"`
		Data    map[string]any
	}
	reply.Read(&answer)
	if reply.Kind != "complete_reply" {
		// What is known is Markdown; plain text is why nothing is.
		if answer.Status == "error" || answer.Data["text/markdown"] == nil {
			return reply.With(map[string]any{"status": "ok", "found": false, "data": map[string]any{}, "metadata": map[string]any{}})
		}
		return reply
	}
	if answer.Status == "error" || len(answer.Matches) == 0 {
		return reply.With(k.ownMatches())
	}
	return reply.Edit(map[string]any{"cursor_start": k.here(answer.Start), "cursor_end": k.here(answer.End)})
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

// here is the place in the cell of a place in the program.
func (k *cursor) here(at int) int {
	line, column := gocell.LineAndColumn(k.sent, gocell.BytesOfUnits(k.sent, at))
	return utf8.RuneCountInString(k.cell[:gocell.OffsetOf(k.cell, k.p.From[line], column)])
}
