package gocell

import (
	"go/scanner"
	"go/token"
	"strings"
)

// WithComments is the program with // in place of a # that begins a line. Inside a string or a comment of several lines,
// a # stays what it is.
func (p *Program) WithComments() *Program {
	suspects := false
	for _, line := range p.Lines {
		suspects = suspects || strings.HasPrefix(line, "#")
	}
	if !suspects {
		return p
	}
	inside := insideTokens(p.Code())
	special := specialLines(p.Lines)
	out := *p
	out.Lines = append([]string(nil), p.Lines...)
	for i, line := range out.Lines {
		if strings.HasPrefix(line, "#") && !inside[i] && !special[i] {
			out.Lines[i] = "//" + line[1:]
		}
	}
	return &out
}

// insideTokens are the lines that begin within a token that began on an earlier line.
func insideTokens(text string) map[int]bool {
	inside := map[int]bool{}
	// A line with # holds whatever follows it, apostrophes too, so it is made a comment before the text is scanned; in a raw
	// string that changes nothing that is asked here.
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "#") {
			lines[i] = "//" + strings.NewReplacer("`", "'", "*/", "  ").Replace(line[1:])
			if strings.Contains(line, "`") || strings.Contains(line, "*/") {
				lines[i] = line // it may end the token that it is in
			}
		}
	}
	text = strings.Join(lines, "\n")
	file := token.NewFileSet().AddFile("", -1, len(text))
	var s scanner.Scanner
	s.Init(file, []byte(text), func(token.Position, string) {}, scanner.ScanComments)
	for {
		at, tok, literal := s.Scan()
		if tok == token.EOF {
			return inside
		}
		if tok == token.SEMICOLON {
			continue // the line break itself may be its text
		}
		first := file.Line(at) - 1
		for i := 1; i <= strings.Count(literal, "\n"); i++ {
			inside[first+i] = true
		}
	}
}
