package relay

import (
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

// compileStep tells the compiler's errors in the learner's places.
func compileStep(l *loop, c *cell) {
	said := c.engineFailure()
	if said == nil || c.failure != nil {
		return
	}
	problems := l.compilerProblems(c, said)
	if len(problems) == 0 {
		return
	}
	c.fail(report(compileErrorName, problems))
	l.notebook.broke(c, problems[0])
}

var (
	compilerLine = regexp.MustCompile(`(?:^|/|\s)main(?:_test)?\.go:(\d+):(\d+):\s*(.+)$`)
	cellPlace    = regexp.MustCompile(`^Cell\[(-?\d+)\]: Line (\d+)$`)
)

// compilerProblems reads what GoNB hands on of the compiler: its output, line by line, as evalue, and for each of these
// lines the cell that it is about as the head of the traceback's entry of the same number.
func (l *loop) compilerProblems(c *cell, f *failure) []problem {
	var problems []problem
	source := l.engine.source()
	for i, line := range strings.Split(f.Value, "\n") {
		found := compilerLine.FindStringSubmatch(line)
		if found == nil {
			if n := len(problems); n > 0 && strings.HasPrefix(line, "\t") {
				problems[n-1].more = append(problems[n-1].more, line)
			}
			continue
		}
		p := problem{said: strings.TrimSuffix(found[3], "\r")}
		if strings.HasPrefix(p.said, "too many errors") || strings.HasPrefix(p.said, "other declaration of") {
			continue
		}
		row, _ := strconv.Atoi(found[1])
		column, _ := strconv.Atoi(found[2])
		if i < len(f.Trace) {
			head, _, _ := strings.Cut(f.Trace[i], "\n")
			p.at = l.placeInCell(head, row, column-1, source)
		}
		problems = append(problems, p)
	}
	for i := range problems {
		problems[i].advice = l.advise(c, &problems[i])
	}
	return causes(ownFirst(c, problems))
}

// ownFirst puts what is wrong in this cell in front of what is wrong in older ones, and what is not used last: it is, when
// the rest is right.
func ownFirst(c *cell, problems []problem) []problem {
	weight := func(p problem) (w int) {
		if p.at == nil || p.at.count != c.count {
			w += 2
		}
		if notUsed(p.said) {
			w++
		}
		return w
	}
	sort.SliceStable(problems, func(i, j int) bool { return weight(problems[i]) < weight(problems[j]) })
	return problems
}

// placeInCell finds the learner's line. head is GoNB's "Cell[3]: Line 2"; row and column are those in the file that was
// compiled, whose lines are source. GoNB writes declarations anew, so that a column may have moved.
func (l *loop) placeInCell(head string, row, column int, source []string) *place {
	found := cellPlace.FindStringSubmatch(head)
	if found == nil {
		return nil
	}
	number, _ := strconv.Atoi(found[1])
	line, _ := strconv.Atoi(found[2])
	run := l.notebook.runs[number]
	if run == nil || line < 1 || line > len(run.sent.Lines) {
		return nil
	}
	at := run.placeInSent(line-1, column)
	if run.sent.Added[line-1] {
		at.column = -1
	} else if row >= 1 && row <= len(source) {
		at.column = sameColumn(source[row-1], column, at.text)
	}
	return at
}

// sameColumn is the column in text of what stands in another line, compiled, at column: -1 if it is not there.
func sameColumn(compiled string, column int, text string) int {
	if strings.TrimRight(compiled, " \t\r") == strings.TrimRight(text, " \t\r") {
		return column
	}
	if column < 0 || column >= len(compiled) {
		return -1
	}
	// The longest part of the compiled line from column on that the learner's line has too.
	for end := len(compiled); end > column; end-- {
		if at := strings.Index(text, compiled[column:end]); at >= 0 {
			return at
		}
	}
	return -1
}

// source are the lines of the file that GoNB has compiled last.
func (e *engine) source() []string {
	if e == nil {
		return nil
	}
	for _, name := range []string{"main.go", "main_test.go"} {
		found, _ := filepath.Glob(filepath.Join(e.room, "gonb_*", name))
		for _, path := range found {
			if text, err := os.ReadFile(path); err == nil {
				return strings.Split(string(text), "\n")
			}
		}
	}
	return nil
}
