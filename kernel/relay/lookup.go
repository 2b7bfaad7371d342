package relay

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Completion and inspection ask about a place in a cell. GoNB understands the cell only in the form in which it would run
// it, so the place is carried over into the sorted program, and the answer's place back.

// cursor knows how the places of a cell and of its program go together.
type cursor struct {
	cell string
	sent string
	p    *program
}

// lookUp passes on a complete_request or an inspect_request.
func (l *loop) lookUp(m *message) {
	var asked struct {
		Code   string `json:"code"`
		Cursor int    `json:"cursor_pos"`
		Detail int    `json:"detail_level"`
	}
	m.read(&asked)
	t := &task{request: m}
	p := asWritten(asked.Code)
	if !foreign(p.lines) {
		p = p.withComments().sorted()
	}
	t.cursor = &cursor{cell: asked.Code, sent: p.code(), p: p}
	l.busy(m)
	l.begin(t, map[string]any{
		"code": t.cursor.sent, "cursor_pos": t.cursor.there(asked.Cursor), "detail_level": asked.Detail,
	})
}

// there is the place in the program of a place in the cell. Jupyter counts characters, GoNB counts UTF-16 units.
func (k *cursor) there(at int) int {
	line, column := lineAndColumn(k.cell, bytesOfRunes(k.cell, at))
	to := max(k.p.where(line), 0)
	offset := offsetOf(k.sent, to, column)
	return len(utf16.Encode([]rune(k.sent[:offset])))
}

// back is a reply with its places in the cell.
func (k *cursor) back(reply *message) *message {
	if reply.kind != "complete_reply" {
		return reply
	}
	var places struct {
		Start int `json:"cursor_start"`
		End   int `json:"cursor_end"`
	}
	reply.read(&places)
	return reply.edit(map[string]any{"cursor_start": k.here(places.Start), "cursor_end": k.here(places.End)})
}

// here is the place in the cell of a place in the program.
func (k *cursor) here(at int) int {
	line, column := lineAndColumn(k.sent, bytesOfUnits(k.sent, at))
	return utf8.RuneCountInString(k.cell[:offsetOf(k.cell, k.p.from[line], column)])
}

// bytesOfRunes is the offset of the n-th character.
func bytesOfRunes(text string, n int) int {
	for offset := range text {
		if n <= 0 {
			return offset
		}
		n--
	}
	return len(text)
}

// bytesOfUnits is the offset of the n-th UTF-16 unit.
func bytesOfUnits(text string, n int) int {
	for offset, r := range text {
		if n <= 0 {
			return offset
		}
		n -= max(utf16.RuneLen(r), 1)
	}
	return len(text)
}

// lineAndColumn are those of an offset, both from 0, the column in bytes.
func lineAndColumn(text string, offset int) (line, column int) {
	before := text[:offset]
	return strings.Count(before, "\n"), offset - (strings.LastIndexByte(before, '\n') + 1)
}

// offsetOf is the offset of a line and a column; the column is cut to the line's length.
func offsetOf(text string, line, column int) int {
	start := 0
	for ; line > 0; line-- {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			return len(text)
		}
		start += end + 1
	}
	end := strings.IndexByte(text[start:], '\n')
	if end < 0 {
		end = len(text) - start
	}
	return start + min(column, end)
}
