package gocell

import (
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"strings"
)

// What stands in a cell is compiled in another layout: GoNB writes all declarations into one file and has it formatted, which
// takes blank lines away and gives each statement a line of its own. The words stay in their order, so they lead back.

// Piece is a declaration as a cell has it.
type Piece struct {
	Text  string `json:"text"`
	Lines []int  `json:"lines"` // for each line of Text the one in the cell, from 1; 0 for a line that the kernel has added
}

// pieceOf is what stands between two places of the program's file.
func (p *Program) pieceOf(file string, from, to token.Position) Piece {
	begin, end := min(from.Offset, len(file)), min(to.Offset, len(file))
	piece := Piece{Text: file[begin:max(begin, end)]} // the tree of what is no Go may end before it begins
	for line := from.Line - 2; line <= to.Line-2; line++ {
		at := 0
		if line >= 0 && line < len(p.Lines) && !p.Added[line] {
			at = p.From[line] + 1
		}
		piece.Lines = append(piece.Lines, at)
	}
	return piece
}

// Spot is a line of a piece.
type Spot struct {
	Name string // of the piece; "" for none
	Line int    // in the cell, from 1
}

// Spots are the lines of a composed program, as cells show them: for each of its lines the one in a cell.
func Spots(composed string, pieces map[string]Piece) []Spot {
	spots := make([]Spot, strings.Count(composed, "\n")+1)
	files := token.NewFileSet()
	tree, err := parser.ParseFile(files, "", composed, parser.SkipObjectResolution)
	if err != nil {
		return spots
	}
	place := func(name string, n ast.Node) {
		piece, ok := pieces[name]
		if !ok {
			return
		}
		from, to := files.PositionFor(n.Pos(), false), files.PositionFor(n.End(), false) // the whole file is Go
		for i, down := range piece.lines(composed[from.Offset:to.Offset], name == "main") {
			if at := from.Line - 1 + i; at < len(spots) && down < len(piece.Lines) && piece.Lines[down] > 0 {
				spots[at] = Spot{name, piece.Lines[down]}
			}
		}
	}
	for _, d := range tree.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			place(FunctionName(d), d)
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok && len(v.Names) > 0 {
					place(v.Names[0].Name, v)
				}
			}
		}
	}
	return spots
}

// lines gives for each line of a text that was made of a piece the piece's line; none where the two do not say the same.
func (p Piece) lines(text string, main bool) []int {
	composed, written := wordsOf(text), wordsOf(p.Text)
	if main {
		composed = withoutParse(composed, written)
	}
	if len(composed) != len(written) {
		return nil
	}
	lines := make([]int, strings.Count(text, "\n")+1)
	seen := make([]bool, len(lines))
	for i, w := range composed {
		if w.text != written[i].text {
			return nil
		}
		if !seen[w.line] {
			lines[w.line], seen[w.line] = written[i].line, true
		}
	}
	for i := range lines { // a blank line and a comment go with what stands above
		if !seen[i] && i > 0 {
			lines[i] = lines[i-1]
		}
	}
	return lines
}

// withoutParse leaves out flag.Parse(), which GoNB writes below the head of main, unless it was written.
func withoutParse(composed, written []word) []word {
	const head, call = 5, 5 // func main ( ) { and flag . Parse ( )
	if len(composed) != len(written)+call || len(composed) < head+call || composed[head].text != "flag" {
		return composed
	}
	return append(composed[:head:head], composed[head+call:]...)
}

// word is a token of a text and its line, from 0.
type word struct {
	text string
	line int
}

// wordsOf are the tokens of a text but for commas and semicolons, which formatting adds and takes away.
func wordsOf(text string) []word {
	file := token.NewFileSet().AddFile("", -1, len(text))
	var s scanner.Scanner
	s.Init(file, []byte(text), func(token.Position, string) {}, 0)
	var all []word
	for {
		pos, tok, literal := s.Scan()
		switch {
		case tok == token.EOF:
			return all
		case tok == token.COMMA, tok == token.SEMICOLON:
			continue
		case literal == "" || tok.IsKeyword():
			literal = tok.String()
		}
		all = append(all, word{literal, file.PositionFor(pos, false).Line - 1})
	}
}
