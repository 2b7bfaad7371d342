package relay

import (
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"slices"
	"strings"
)

// program is a cell as GoNB gets it. Lines may be moved and added, but every line of the cell stays whole and keeps its
// columns, so that a place in the one is easily found in the other.
type program struct {
	lines []string
	from  []int // for each line: the cell's line that it is, counted from 0; added lines name the line they belong to
	added []bool
}

// asWritten is the program that is the cell itself.
func asWritten(code string) *program {
	p := &program{}
	for i, line := range strings.Split(code, "\n") {
		p.add(line, i)
	}
	return p
}

func (p *program) add(line string, from int) {
	p.lines, p.from, p.added = append(p.lines, line), append(p.from, from), append(p.added, false)
}

// insert puts an added line in front of line at.
func (p *program) insert(at int, line string, from int) {
	p.lines = append(p.lines[:at], append([]string{line}, p.lines[at:]...)...)
	p.from = append(p.from[:at], append([]int{from}, p.from[at:]...)...)
	p.added = append(p.added[:at], append([]bool{true}, p.added[at:]...)...)
}

// copy is the same program, to be changed.
func (p *program) copy() *program {
	return &program{slices.Clone(p.lines), slices.Clone(p.from), slices.Clone(p.added)}
}

func (p *program) code() string { return strings.Join(p.lines, "\n") }

// where is the program's line that is the given line of the cell; the last one, had it to be cut in two. It is -1 for none.
func (p *program) where(line int) int {
	for i := len(p.from) - 1; i >= 0; i-- {
		if p.from[i] == line && !p.added[i] {
			return i
		}
	}
	return -1
}

// goPrefix is what stands in front of a program in the file that is parsed: one line, so that the program's line i, from
// 0, is the file's line i+2.
const goPrefix = "package main\n"

// file is the program as a Go file, as GoNB makes it: its own lines are empty, %% opens func main.
func (p *program) file() string {
	var text strings.Builder
	text.WriteString(goPrefix)
	special := specialLines(p.lines)
	open := false
	for i, line := range p.lines {
		switch {
		case special[i] && opensMain(line):
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

// parse parses the program. The tree is there, in part, also beside an error.
func (p *program) parse() (*token.FileSet, *ast.File, error) {
	files := token.NewFileSet()
	tree, err := parser.ParseFile(files, "cell", p.file(), parser.SkipObjectResolution|parser.AllErrors)
	return files, tree, err
}

// errorsOf are the single errors of a parse.
func errorsOf(err error) scanner.ErrorList {
	list, _ := err.(scanner.ErrorList)
	return list
}
