package gocell

import (
	"go/scanner"
	"go/token"
	"strings"
)

// Unclosed is the innermost bracket of a cell that is open at its end, and its line, from 0; "" for none.
func Unclosed(lines []string) (bracket string, line int) {
	text := []byte(strings.Join(AsWritten(strings.Join(lines, "\n")).Cleaned().Lines, "\n"))
	file := token.NewFileSet().AddFile("", -1, len(text))
	var s scanner.Scanner
	s.Init(file, text, func(token.Position, string) {}, 0)
	var open []token.Pos
	for {
		at, tok, _ := s.Scan()
		switch tok {
		case token.LPAREN, token.LBRACK, token.LBRACE:
			open = append(open, at)
		case token.RPAREN, token.RBRACK, token.RBRACE:
			if len(open) > 0 {
				open = open[:len(open)-1]
			}
		case token.EOF:
			if len(open) == 0 {
				return "", 0
			}
			last := open[len(open)-1]
			return string(text[file.Offset(last)]), file.PositionFor(last, false).Line - 1
		}
	}
}

// Completeness is "complete", "incomplete" with the indentation of the next line, or "invalid".
func Completeness(code string) (status, indent string) {
	lines := strings.Split(code, "\n")
	if Foreign(lines) {
		return "complete", ""
	}
	p := AsWritten(code).Cleaned().Sorted()
	file := p.File()
	_, _, err := p.Parse()
	list := ErrorsOf(err)
	if len(list) == 0 {
		return "complete", ""
	}
	depth := 0
	for _, t := range Lexemes(code) {
		depth = t.depth
	}
	// Where more text could mend it, the parser is surprised first by the end of the file, or by the end of main that stands
	// there in the program.
	e := list[0]
	if strings.Contains(e.Msg, "EOF") || strings.Contains(e.Msg, "not terminated") || depth > 0 ||
		e.Pos.Line >= strings.Count(strings.TrimRight(file, "\n}"), "\n")+2 {
		return "incomplete", strings.Repeat("\t", max(depth, 0))
	}
	return "invalid", ""
}
