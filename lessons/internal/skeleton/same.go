package skeleton

import (
	"go/scanner"
	"go/token"
	"slices"
)

// Same reports whether two texts of a function are the same code: comments, blank lines and spacing do not count. A
// text that is not made of Go's words is the same as none.
func Same(a, b string) bool {
	x, okX := tokens(a)
	y, okY := tokens(b)
	return okX && okY && slices.Equal(x, y)
}

// tokens returns the words of a piece of Go, without those semicolons that the end of a line stands for.
func tokens(text string) ([]string, bool) {
	var s scanner.Scanner
	ok := true
	fset := token.NewFileSet()
	s.Init(fset.AddFile("", fset.Base(), len(text)), []byte(text), func(token.Position, string) { ok = false }, 0)
	var all []string
	for {
		_, tok, literal := s.Scan()
		switch {
		case tok == token.EOF:
			return all, ok
		case tok == token.SEMICOLON: // written, or the end of a line: no matter
		case literal != "":
			all = append(all, literal)
		default:
			all = append(all, tok.String())
		}
	}
}
