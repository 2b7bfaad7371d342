// Package gocell knows the Go in a cell as text: it sorts declarations from statements, takes # for a comment, wraps the last
// expression, and finds the place in the cell of a place in the program that was made of it. Text goes in and text comes out;
// nothing here knows of messages, processes or clocks.
package gocell

import (
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"slices"
	"strings"
)

// Program is a cell as GoNB gets it. Lines may be moved and added, but every line of the cell stays whole and keeps its
// columns, so that a place in the one is easily found in the other.
type Program struct {
	Lines []string
	From  []int // for each line: the cell's line that it is, counted from 0; added lines name the line they belong to
	Added []bool
}

// AsWritten is the program that is the cell itself.
func AsWritten(code string) *Program {
	p := &Program{}
	for i, line := range strings.Split(Unix(code), "\n") {
		p.add(line, i)
	}
	return p
}

// Unix is a cell whose lines end as everywhere else: one that has gone through a program on Windows may have more at their ends,
// which GoNB takes for a part of "%%".
func Unix(code string) string { return strings.ReplaceAll(code, "\r\n", "\n") }

func (p *Program) add(line string, from int) {
	p.Lines, p.From, p.Added = append(p.Lines, line), append(p.From, from), append(p.Added, false)
}

// Insert puts an added line in front of line at.
func (p *Program) Insert(at int, line string, from int) {
	p.Lines = append(p.Lines[:at], append([]string{line}, p.Lines[at:]...)...)
	p.From = append(p.From[:at], append([]int{from}, p.From[at:]...)...)
	p.Added = append(p.Added[:at], append([]bool{true}, p.Added[at:]...)...)
}

// Copy is the same program, to be changed.
func (p *Program) Copy() *Program {
	return &Program{slices.Clone(p.Lines), slices.Clone(p.From), slices.Clone(p.Added)}
}

func (p *Program) Code() string { return strings.Join(p.Lines, "\n") }

// Where is the program's line that is the given line of the cell; the last one, had it to be cut in two. It is -1 for none.
func (p *Program) Where(line int) int {
	for i := len(p.From) - 1; i >= 0; i-- {
		if p.From[i] == line && !p.Added[i] {
			return i
		}
	}
	return -1
}

// GoPrefix is what stands in front of a program in the file that is parsed: one line, so that the program's line i, from
// 0, is the file's line i+2.
const GoPrefix = "package main\n"

// File is the program as a Go file, as GoNB makes it: GoPrefix, then line for line, where its own lines are empty and %% opens
// func main.
func (p *Program) File() string {
	var text strings.Builder
	text.WriteString(GoPrefix)
	special := specialLines(p.Lines)
	open := false
	for i, line := range p.Lines {
		switch {
		case special[i] && OpensMain(line):
			text.WriteString("func main() {")
			open = true
		case special[i], strings.HasPrefix(line, "package"):
		default:
			text.WriteString(line)
		}
		text.WriteByte('\n')
	}
	if open {
		text.WriteString("\n}\n")
	}
	return text.String()
}

// Parse parses the program. The tree is there, in part, also beside an error.
func (p *Program) Parse() (*token.FileSet, *ast.File, error) {
	files := token.NewFileSet()
	tree, err := parser.ParseFile(files, "cell", p.File(), parser.SkipObjectResolution|parser.AllErrors)
	return files, tree, err
}

// ErrorsOf are the single errors of a parse.
func ErrorsOf(err error) scanner.ErrorList {
	list, _ := err.(scanner.ErrorList)
	return list
}
