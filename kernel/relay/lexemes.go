package relay

import (
	"go/scanner"
	"go/token"
)

// lexeme is a token with its text and the depth of brackets after it.
type lexeme struct {
	tok   token.Token
	text  string
	depth int
}

// lexemes are the tokens of Go text, right or wrong.
func lexemes(text string) []lexeme {
	file := token.NewFileSet().AddFile("", -1, len(text))
	var s scanner.Scanner
	s.Init(file, []byte(text), func(token.Position, string) {}, 0)
	var all []lexeme
	depth := 0
	for {
		_, tok, literal := s.Scan()
		switch tok {
		case token.EOF:
			return all
		case token.LPAREN, token.LBRACK, token.LBRACE:
			depth++
		case token.RPAREN, token.RBRACK, token.RBRACE:
			depth--
		}
		all = append(all, lexeme{tok, literal, depth})
	}
}
