package relay

import (
	"regexp"
	"slices"
	"strings"

	"nekonote/kernel/relay/gocell"
)

// syntaxStep reads the cell as the compiler will. What is no Go is told at once, with the place in the learner's own
// lines, and nothing is compiled.
func syntaxStep(l *loop, c *cell) {
	if gocell.Foreign(c.sent.Lines) {
		return
	}
	_, _, err := c.sent.Parse()
	var problems []problem
	for _, e := range gocell.ErrorsOf(err) {
		said, _, _ := strings.Cut(e.Msg, "\n")
		p := problem{said: said, at: c.placeInSent(e.Pos.Line-2, e.Pos.Column-1)}
		p.advice = l.advise(c, &p)
		problems = append(problems, p)
	}
	if len(problems) > 0 {
		first := tellingFirst(problems)
		if at := fence(c.lines); at >= 0 { // to Go it opens a text
			first.at = c.placeInSent(max(c.sent.Where(at), 0), 0)
			first.advice = l.advise(c, &first)
		}
		c.fail(report(syntaxErrorName, []problem{first}))
		l.notebook.broke(c, first)
	}
}

// The names of failures, as Jupyter's clients and exports show them in front.
const (
	syntaxErrorName  = "SyntaxError"
	compileErrorName = "CompileError"
)

// tellingFirst is the problem to tell: the first, but where the scanner stumbles over a character or a text on the same
// line, the parser's surprise about it says less.
func tellingFirst(problems []problem) problem {
	for _, p := range problems {
		if p.at.line == problems[0].at.line && scannerWords.MatchString(p.said) {
			return p
		}
	}
	return problems[0]
}

var scannerWords = regexp.MustCompile(`illegal character|literal|not terminated`)

// placeInSent is the place in the cell of a line and a column, both from 0, of the program that is sent.
func (c *cell) placeInSent(line, column int) *place {
	line, column = c.sent.InCell(c.lines, line, column)
	return &place{count: c.count, line: line, column: column, text: c.lines[line]}
}

// fence is the first line of a cell that belongs to Markdown, -1 for none.
func fence(lines []string) int {
	return slices.IndexFunc(lines, fenceLine.MatchString)
}

var fenceLine = regexp.MustCompile("^\\s*(?:```|~~~)\\s*\\w*\\s*$")
