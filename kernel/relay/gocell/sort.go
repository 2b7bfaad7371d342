package gocell

import (
	"go/scanner"
	"go/token"
	"slices"
	"strings"
)

// Sorted is the program with its declarations first and its statements in func main. A program that has a main already,
// or has no statements, is right for GoNB as it is, and stays so. One that has a func main, and of statements only a call of that, as
// programs have in Python, runs as written: GoNB calls main.
//
// Imports, functions, and the constants and types that use no local name are declarations wherever they stand. A var above
// the first statement is one too, and lives on for later cells; below it, its value may hang on what ran before, so that
// it keeps its place and is local.
func (p *Program) Sorted() *Program {
	special := specialLines(p.Lines)
	text := make([]string, len(p.Lines))
	for i, line := range p.Lines {
		switch {
		case !special[i]:
			text[i] = line
		case OpensMain(line) || strings.HasPrefix(command(line), "%exec"):
			return p
		}
	}
	pieces := split(strings.Join(text, "\n"))
	if !slices.ContainsFunc(pieces, func(one piece) bool { return !one.declares }) {
		return p
	}
	out := &Program{}
	for i, line := range p.Lines {
		if special[i] {
			out.add(line, p.From[i])
		}
	}
	take := func(declares bool) {
		for _, one := range pieces {
			if one.declares == declares {
				for k, line := range strings.Split(one.text, "\n") {
					if !special[one.line+k] || strings.TrimSpace(line) != "" {
						out.add(line, p.From[one.line+k])
					}
				}
			}
		}
	}
	take(true)
	if callsMain(pieces) {
		return out
	}
	out.Insert(len(out.Lines), "%%", p.From[0])
	take(false)
	return out
}

// callsMain reports whether there is a func main, and one statement, which calls it.
func callsMain(pieces []piece) bool {
	hers, calls := false, 0
	for _, one := range pieces {
		if !one.declares && (!begins(one, "main ( )") || len(Lexemes(one.text)) > 4) {
			return false
		}
		hers = hers || one.declares && begins(one, "func main (")
		if !one.declares {
			calls++
		}
	}
	return hers && calls == 1
}

// begins reports whether a piece begins with these tokens.
func begins(one piece, tokens string) bool {
	var text []string
	for _, t := range Lexemes(one.text) {
		text = append(text, max(t.Text, t.Token.String()))
	}
	return strings.HasPrefix(strings.Join(text, " ")+" ", tokens+" ")
}

// piece is a declaration or a statement of a cell, with the comments in front of it. Its text begins in column 0, with
// blanks where another piece stands on the same line.
type piece struct {
	text     string
	line     int // of its beginning, from 0
	declares bool
}

// splitter cuts Go text into its top-level pieces, token by token.
type splitter struct {
	text   string
	pieces []piece

	begun      int // where the piece under way begins
	tokens     []Lexeme
	depth      int             // of the brackets that are open
	header     bool            // in the head of for, if, switch: a semicolon there ends nothing
	statements bool            // whether a statement has been cut off
	locals     map[string]bool // the names that statements have declared
}

// split cuts Go text, right or wrong, into its top-level pieces.
func split(text string) []piece {
	files := token.NewFileSet()
	file := files.AddFile("", -1, len(text))
	var s scanner.Scanner
	s.Init(file, []byte(text), func(token.Position, string) {}, 0)
	p := splitter{text: text, locals: map[string]bool{}}
	for {
		at, tok, literal := s.Scan()
		offset := file.Offset(at)
		switch {
		case tok == token.EOF:
			p.end(len(text))
			p.rest()
			return p.pieces
		case tok == token.SEMICOLON && p.depth <= 0 && (literal == "\n" || !p.header):
			to := offset + 1
			if literal == "\n" {
				to = lineEnd(text, offset) // with the comment at the end of the line
			}
			p.end(min(to, len(text)))
		default:
			p.add(tok, literal)
		}
	}
}

// add takes a token into the piece under way.
func (p *splitter) add(tok token.Token, literal string) {
	if len(p.tokens) == 0 || tok == token.ELSE {
		p.header = tok == token.FOR || tok == token.IF || tok == token.SWITCH || tok == token.ELSE || tok == token.SELECT
	}
	switch tok {
	case token.LPAREN, token.LBRACK, token.LBRACE:
		if tok == token.LBRACE && p.depth == 0 {
			p.header = false
		}
		p.depth++
	case token.RPAREN, token.RBRACK, token.RBRACE:
		p.depth--
	}
	p.tokens = append(p.tokens, Lexeme{tok, literal, p.depth})
}

// end cuts the piece under way off.
func (p *splitter) end(to int) {
	if len(p.tokens) > 0 {
		declares := isDeclaration(p.tokens, p.statements, p.locals)
		if !declares {
			p.statements = true
			for _, name := range declaredLocally(p.tokens) {
				p.locals[name] = true
			}
		}
		p.pieces = append(p.pieces, cut(p.text, p.begun, to, declares))
		p.begun = to
	}
	p.tokens, p.depth, p.header = nil, 0, false
}

// rest gives what is left, comments and blank lines, to the last piece.
func (p *splitter) rest() {
	n := len(p.pieces)
	if n == 0 || p.begun >= len(p.text) {
		return
	}
	last := &p.pieces[n-1]
	if p.text[p.begun-1] == '\n' {
		last.text += "\n"
	}
	last.text += p.text[p.begun:]
}

// lineEnd is the offset behind the line break that ends the line of offset.
func lineEnd(text string, offset int) int {
	if end := strings.IndexByte(text[min(offset, len(text)):], '\n'); end >= 0 {
		return offset + end + 1
	}
	return len(text)
}

// cut takes a piece out of text.
func cut(text string, from, to int, declares bool) piece {
	start := strings.LastIndexByte(text[:from], '\n') + 1
	return piece{
		text:     strings.Repeat(" ", from-start) + strings.TrimSuffix(text[from:to], "\n"),
		line:     strings.Count(text[:from], "\n"),
		declares: declares,
	}
}
