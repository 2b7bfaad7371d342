package relay

import (
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"

	"nekonote/kernel/relay/gocell"
)

// FuzzSorter: no line of a cell is lost or made up, each keeps its text, and a cell that is a right Go file stays so.
func FuzzSorter(f *testing.F) {
	for _, cases := range [][]cellCase{mistakes, values} {
		for _, c := range cases {
			f.Add(c.code)
		}
	}
	f.Add("func main() {\n}\nmain() // once\nmain()")
	f.Add("if a {\n} else {\n}; b()\nfunc (t T) m() {}; x := `a\n# b`\n!ls \\\n-l\n%%bash")
	f.Fuzz(func(t *testing.T, code string) {
		if strings.ContainsAny(code, "\x00\r\ufeff") {
			return
		}
		p := gocell.AsWritten(code).WithComments()
		if gocell.Foreign(p.Lines) {
			return
		}
		out := p.Sorted()
		if len(out.Lines) != len(out.From) || len(out.Lines) != len(out.Added) {
			t.Fatalf("%d lines, %d places", len(out.Lines), len(out.From))
		}
		written := map[int]string{}
		for i, line := range out.Lines {
			if out.Added[i] {
				continue
			}
			from := out.From[i]
			if from < 0 || from >= len(p.Lines) {
				t.Fatalf("line %d comes from line %d", i, from)
			}
			written[from] += strings.ReplaceAll(line, " ", "")
		}
		if out != p && !slices.Contains(out.Lines, "%%") { // her main is called by GoNB: that call is left out, and nothing else
			left := tokens(p.Code())
			for text, n := range tokens(out.Code()) {
				left[text] -= n
			}
			for text, n := range left {
				if want := map[string]int{"main": 1, "(": 1, ")": 1}[text]; n != want {
					t.Fatalf("%q is there %d times less, in\n%s\nsorted\n%s", text, n, code, out.Code())
				}
			}
			return
		}
		for i, line := range p.Lines {
			// A line that holds two pieces is there once for each, with blanks for the other.
			if got, want := written[i], strings.ReplaceAll(line, " ", ""); !samePieces(got, want) {
				t.Fatalf("line %d is %q; it was %q, in\n%s\nsorted\n%s", i, got, want, code, out.Code())
			}
		}
		whole := gocell.GoPrefix + code
		if _, err := parser.ParseFile(token.NewFileSet(), "", whole, parser.SkipObjectResolution); err == nil && !strings.HasPrefix(code, "package") {
			if _, _, err := out.Parse(); err != nil {
				t.Fatalf("right Go became wrong: %v\n%s\nsorted\n%s", err, code, out.Code())
			}
		}
		_, _ = gocell.Completeness(code)
	})
}

// samePieces reports whether two texts have the same characters, in any order of their pieces.
func samePieces(a, b string) bool {
	count := map[rune]int{}
	for _, r := range a {
		count[r]++
	}
	for _, r := range b {
		count[r]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

// tokens counts those of a program, but for the ends of statements.
func tokens(code string) map[string]int {
	all := map[string]int{}
	for _, l := range gocell.Lexemes(code) {
		if l.Token != token.SEMICOLON {
			all[max(l.Text, l.Token.String())]++
		}
	}
	return all
}
