package relay

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// syntaxStep reads the cell as the compiler will. What is no Go is told at once, with the place in the learner's own
// lines, and nothing is compiled.
func syntaxStep(l *loop, c *cell) {
	if foreign(c.sent.lines) {
		return
	}
	_, _, err := c.sent.parse()
	var problems []problem
	for _, e := range errorsOf(err) {
		p := problem{said: e.Msg, at: c.placeInSent(e.Pos.Line-2, e.Pos.Column-1)}
		p.advice = l.advise(c, &p)
		problems = append(problems, p)
	}
	if len(problems) > 0 {
		c.fail(report(syntaxErrorName, []problem{tellingFirst(problems)}))
		l.notebook.broke(c)
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

// placeInSent is the place in the cell of a line and a column, both from 0, of the program that is sent. What the parser
// misses at the end of the program, it misses at the end of the cell's last line.
func (c *cell) placeInSent(line, column int) *place {
	line = max(line, 0)
	for line < len(c.sent.lines) && c.sent.added[line] {
		line++
		column = 0
	}
	if line >= len(c.sent.lines) {
		last := len(c.lines) - 1
		for last > 0 && strings.TrimSpace(c.lines[last]) == "" {
			last--
		}
		text := strings.TrimRight(c.lines[last], " \t\r")
		return &place{count: c.count, line: last, column: len(text), text: text}
	}
	from := c.sent.from[line]
	text := c.lines[from]
	column = min(max(column, 0), len(text))
	for column > 0 && column < len(text) && !utf8.RuneStart(text[column]) {
		column--
	}
	return &place{count: c.count, line: from, column: column, text: text}
}
