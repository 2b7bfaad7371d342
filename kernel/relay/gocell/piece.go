package gocell

import "go/token"

// isDeclaration decides where a piece goes; see sorted.
func isDeclaration(tokens []Lexeme, statements bool, locals map[string]bool) bool {
	switch tokens[0].Token {
	case token.IMPORT:
		return true
	case token.FUNC:
		return namesFunction(tokens)
	case token.VAR:
		return !statements
	case token.CONST, token.TYPE:
		for _, t := range tokens {
			if t.Token == token.IDENT && locals[t.Text] {
				return false
			}
		}
		return true
	}
	return false
}

// namesFunction tells func f() {…} and func (x T) f() {…} from func() {…}(), which is a statement.
func namesFunction(tokens []Lexeme) bool {
	if len(tokens) < 2 {
		return true
	}
	if tokens[1].Token == token.IDENT {
		return true
	}
	if tokens[1].Token != token.LPAREN {
		return false
	}
	for i := 2; i+2 < len(tokens); i++ {
		if tokens[i].Token == token.RPAREN && tokens[i].depth == 0 {
			return tokens[i+1].Token == token.IDENT && (tokens[i+2].Token == token.LPAREN || tokens[i+2].Token == token.LBRACK)
		}
	}
	return false
}

// declaredLocally are the names that a top-level statement brings to life: x, y := …, var z …
func declaredLocally(tokens []Lexeme) []string {
	var names []string
	switch tokens[0].Token {
	case token.VAR, token.CONST, token.TYPE:
		for i, t := range tokens {
			if t.Token == token.IDENT && i > 0 && (tokens[i-1].Token != token.IDENT) {
				names = append(names, t.Text)
			}
			if t.Token == token.ASSIGN && t.depth == 0 {
				break
			}
		}
		return names
	}
	for _, t := range tokens {
		switch t.Token {
		case token.IDENT:
			names = append(names, t.Text)
		case token.COMMA:
		case token.DEFINE:
			return names
		default:
			return nil
		}
	}
	return nil
}
