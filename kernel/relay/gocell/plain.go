package gocell

import (
	"go/scanner"
	"go/token"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Cleaned is the program without what tools, habits and other notebooks bring along: see WithComments, WithoutSpecialText,
// WithoutPackage and WithExec.
func (p *Program) Cleaned() *Program {
	return p.WithComments().WithoutSpecialText().WithoutPackage().WithExec()
}

// WithoutSpecialText is the program in which no line that begins inside a text, a comment or an expression looks like one of GoNB's,
// which knows nothing of these and would give "!rm x" in a text to the shell. Nor does one that GoNB would leave out, since it begins as
// a package clause does: "packages := 3".
func (p *Program) WithoutSpecialText() *Program {
	var out *Program
	ins := insides(p.Lines)
	before := func(i int) string {
		if out != nil {
			return out.Lines[i-1]
		}
		return p.Lines[i-1]
	}
	for i, in := range ins {
		taken := specialLines(p.Lines[i : i+1])[0] && (in != code || i > 0 && ins[i-1] == code && goesOn(before(i)))
		if !taken && !leftOut(p.Lines[i], in) {
			continue
		}
		if out == nil {
			out = p.Copy()
		}
		if in == rawText {
			out.Lines[i] = "`+`" + p.Lines[i] // the same text in two halves
		} else {
			out.Lines[i] = " " + p.Lines[i]
		}
	}
	if out == nil {
		return p
	}
	return out
}

// leftOut reports whether GoNB leaves a line out that is no package clause, by how it begins.
func leftOut(line string, in inside) bool {
	rest, found := strings.CutPrefix(line, "package")
	next, _ := utf8.DecodeRuneInString(rest)
	return found && (in != code || next == '_' || unicode.IsLetter(next) || unicode.IsDigit(next))
}

// goesOn reports whether a line of Go ends so that the next one must go on with its expression: in an operator, an opening bracket or
// a comma.
func goesOn(line string) bool {
	if specialLines([]string{line})[0] || strings.HasPrefix(line, "#") {
		return false
	}
	all := Lexemes(line)
	if len(all) == 0 {
		return false
	}
	last := all[len(all)-1].Token
	switch last {
	case token.COMMA, token.LPAREN, token.LBRACK:
		return true
	}
	return last.IsOperator() && last <= token.DEFINE && last != token.INC && last != token.DEC && last != token.ELLIPSIS
}

// inside is what a line begins in.
type inside int

const (
	code inside = iota
	rawText
	comment
)

// insides says of each line what it begins in. Lines for GoNB and those that # makes comments are no Go: what stands in them
// opens nothing.
func insides(lines []string) []inside {
	all := make([]inside, len(lines))
	state, joined := code, false
	for i, line := range lines {
		all[i] = state
		if state == code && strings.HasPrefix(line, "#") {
			continue
		}
		if state == code && (joined || specialLines(lines[i : i+1])[0]) {
			joined = strings.HasSuffix(line, `\`)
			continue
		}
		joined = false
		state = after(line, state)
	}
	return all
}

// after is what a line ends in that begins in state.
func after(line string, state inside) inside {
	for line != "" {
		end := ""
		switch state {
		case rawText:
			end = "`"
		case comment:
			end = "*/"
		}
		if end != "" {
			_, rest, found := strings.Cut(line, end)
			if !found {
				return state
			}
			line, state = rest, code
			continue
		}
		switch {
		case strings.HasPrefix(line, "//"):
			return code
		case strings.HasPrefix(line, "/*"):
			line, state = line[2:], comment
		case line[0] == '`':
			line, state = line[1:], rawText
		case line[0] == '"', line[0] == '\'':
			line = line[quoted(line):]
		default:
			line = line[1:]
		}
	}
	return state
}

// quoted is the length of the text in quotes at the beginning of a line; an apostrophe that opens nothing is one by itself.
func quoted(line string) int {
	for i := 1; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case line[0]:
			return i + 1
		}
	}
	return 1
}

// WithoutPackage is the program without its package clause, which a whole program brings along when it is pasted: a cell has
// none. Comments may stand above it.
func (p *Program) WithoutPackage() *Program {
	if bom := "\ufeff"; strings.HasPrefix(p.Lines[0], bom) { // as some editors put in front of a file
		p = p.Copy()
		p.Lines[0] = strings.Repeat(" ", len(bom)) + p.Lines[0][len(bom):]
	}
	text := p.Code()
	file := token.NewFileSet().AddFile("", -1, len(text))
	var s scanner.Scanner
	s.Init(file, []byte(text), func(token.Position, string) {}, 0)
	at, tok, _ := s.Scan()
	name, kind, word := s.Scan()
	if tok != token.PACKAGE || kind != token.IDENT {
		return p
	}
	out := p.Copy()
	row := file.PositionFor(at, false).Line - 1
	from, to := file.PositionFor(at, false).Column-1, file.PositionFor(name, false).Column-1+len(word)
	line := out.Lines[row]
	if file.PositionFor(name, false).Line-1 != row {
		return p
	}
	out.Lines[row] = line[:from] + strings.Repeat(" ", to-from) + strings.TrimPrefix(line[to:], ";")
	return out
}

// Misplaced is a line that makes a whole cell another program's and does not stand first, or -1: under Go code, GoNB would take
// it for the beginning of main.
func (p *Program) Misplaced() int {
	ins := insides(p.Lines)
	for i := range p.Lines {
		if i > 0 && ins[i] == code && Foreign(p.Lines[i:]) {
			for _, line := range p.Lines[:i] {
				if strings.TrimSpace(line) != "" {
					return i
				}
			}
		}
	}
	return -1
}
