package gocell

import (
	"go/scanner"
	"go/token"
)

// Lexeme is a token with its text and the depth of brackets after it.
type Lexeme struct {
	Token token.Token
	Text  string
	depth int
}

// Lexemes are the tokens of Go text, right or wrong.
func Lexemes(text string) []Lexeme {
	file := token.NewFileSet().AddFile("", -1, len(text))
	var s scanner.Scanner
	s.Init(file, []byte(text), func(token.Position, string) {}, 0)
	var all []Lexeme
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
		all = append(all, Lexeme{tok, literal, depth})
	}
}
