package grade

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"
)

// What learners have written (file names, panics) is printed on the teacher's terminal and opened in her spreadsheet. There it is
// text and nothing else: everything that leaves this room goes through plainWriter or table.

// plainWriter passes text on without what a terminal would obey or an eye be deceived by: escape sequences, other control
// characters, and those that turn the direction of writing or cannot be seen.
type plainWriter struct{ to io.Writer }

// Plain is such a writer, for another command that prints what strangers have written.
func Plain(to io.Writer) io.Writer { return plainWriter{to} }

func (w plainWriter) Write(text []byte) (int, error) {
	if _, err := io.WriteString(w.to, plain(string(text), true)); err != nil {
		return 0, err
	}
	return len(text), nil
}

// plain is a text without what is not text. Line ends stay where lines are true.
func plain(text string, lines bool) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' && lines, r == '\t' && lines:
			return r
		case r == '\n', r == '\t', r == '\r':
			return ' '
		case r == '\u200d', r == '\u200c': // they join letters and pictures
			return r
		case r == unicode.ReplacementChar, unicode.IsControl(r), unicode.In(r, unicode.Cf, unicode.Co, unicode.Cs, unicode.Zl, unicode.Zp):
			return -1
		}
		return r
	}, unescaped(text))
}

// unescaped is a text without the escape sequences that are whole: their letters would stay behind, once ESC is gone.
func unescaped(text string) string {
	var out strings.Builder
	for {
		before, after, found := strings.Cut(text, "\x1b")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		text = after[sequence(after):]
	}
}

// sequence is the length of an escape sequence without its ESC.
func sequence(text string) int {
	if text == "" {
		return 0
	}
	switch text[0] {
	case '[': // parameters, and a letter
		for i := 1; i < len(text); i++ {
			if c := text[i]; c >= '@' && c <= '~' {
				return i + 1
			} else if c < ' ' || c > '~' {
				return i
			}
		}
		return len(text)
	case ']', 'P', '^', '_', 'X': // a text that BEL or ESC \ ends
		end := strings.IndexAny(text, "\a\x1b\n")
		switch {
		case end < 0:
			return len(text)
		case text[end] == '\a':
			return end + 1
		}
		return end
	case '\\':
		return 1
	}
	return 0
}

// table writes rows for a spreadsheet.
type table struct{ to *csv.Writer }

func newTable(w io.Writer) table { return table{csv.NewWriter(w)} }

// write writes a row, in which nothing is a formula.
func (t table) write(row ...string) error {
	for i, text := range row {
		row[i] = defused(plain(text, false))
	}
	if err := t.to.Write(row); err != nil {
		return err
	}
	t.to.Flush()
	return t.to.Error()
}

// defused is a text that a spreadsheet does not take for a formula. It looks behind spaces, and knows the wide letters of a
// Japanese keyboard.
func defused(text string) string {
	if first := strings.TrimLeftFunc(text, func(r rune) bool { return r == '\'' || unicode.IsSpace(r) }); first != "" && strings.ContainsRune("=+-@|%＝＋－＠", []rune(first)[0]) {
		return "'" + text
	}
	return text
}
