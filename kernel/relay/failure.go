package relay

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/text/width"

	"nekonote/nn/words"
)

// failure is why a cell failed, as Jupyter shows it. Without a Trace, Value is the whole of it.
type failure struct {
	Name  string   `json:"ename"`
	Value string   `json:"evalue"`
	Trace []string `json:"traceback"`
}

// place is a place in a cell of the notebook.
type place struct {
	count  int    // the cell: In [count]
	line   int    // from 0
	column int    // in bytes, from 0; -1 for the whole line
	text   string // the line, as the learner wrote it
}

// problem is one thing that is wrong with a cell: what the compiler says, where, and what to do.
type problem struct {
	said   string
	more   []string // what the compiler adds below, as "have (int)"
	at     *place   // nil for none
	advice words.Text
}

var (
	lineWords    = words.T("%s (line %d)", "%s（%d 行目）")
	placeWords   = words.T("In [%d], line %d", "セル [%d] の %d 行目")
	moreProblems = words.T("… and %d more; they often go away with the first", "…ほかに %d 件あります。最初の一つを直すと、たいてい一緒に消えます")
)

// enough is how many problems of a cell are told: the later ones mostly follow from the first.
const enough = 3

// report makes one failure of the problems, the first one first. The traceback is coloured as a terminal's text is, which
// JupyterLab shows; what is read by a program or printed stays plain (see plain).
func report(name string, problems []problem) failure {
	first := problems[0]
	f := failure{Name: name, Value: first.said}
	if first.at != nil {
		f.Value = lineWords.Fill(first.said, first.at.line+1).String()
	}
	advised := map[string]bool{}
	for i, p := range problems {
		if i == enough {
			f.Trace = append(f.Trace, "", moreProblems.Fill(len(problems)-enough).String())
			break
		}
		if i > 0 {
			f.Trace = append(f.Trace, "")
		}
		f.Trace = append(f.Trace, colour(red, p.said))
		for _, line := range p.more {
			f.Trace = append(f.Trace, colour(red, "    "+strings.TrimSpace(line)))
		}
		if p.at != nil {
			f.Trace = append(f.Trace, p.at.shown()...)
		}
		if said := p.advice.String(); said != "" && !advised[said] {
			advised[said] = true
			f.Trace = append(f.Trace, colour(bold, "→ ")+said)
		}
	}
	return f
}

// shown is the place as lines: the cell and the line's number, the line, and a caret below.
func (p *place) shown() []string {
	number := fmt.Sprint(p.line + 1)
	lines := []string{
		"  " + colour(green, placeWords.Fill(p.count, p.line+1).String()),
		"  " + colour(green, number+" │ ") + strings.TrimRight(p.text, " \t\r"),
	}
	if p.column >= 0 && p.column <= len(p.text) {
		lines = append(lines, "  "+colour(green, strings.Repeat(" ", len(number))+" │ ")+under(p.text[:p.column])+colour(red, "^"))
	}
	return lines
}

// under is blank text that is as wide as the given text: a tab is a tab, and a full-width character takes two columns.
func under(text string) string {
	var blank strings.Builder
	for _, r := range text {
		switch kind := width.LookupRune(r).Kind(); {
		case r == '\t':
			blank.WriteRune('\t')
		case kind == width.EastAsianWide, kind == width.EastAsianFullwidth:
			blank.WriteString("　")
		default:
			blank.WriteByte(' ')
		}
	}
	return blank.String()
}

// The colours of a terminal, as JupyterLab draws them.
const (
	red   = "1;31"
	green = "32"
	bold  = "1"
)

func colour(code, text string) string {
	if plain() {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// plain reports whether a program reads the errors, or a person who wants no colours.
func plain() bool { return graded() || os.Getenv("NO_COLOR") != "" }

// graded reports whether nbgrader runs the notebook.
func graded() bool { return os.Getenv("NBGRADER_EXECUTION") != "" }
