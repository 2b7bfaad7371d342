package gocell

import "strings"

// Completeness is "complete", "incomplete" with the indentation of the next line, or "invalid".
func Completeness(code string) (status, indent string) {
	lines := strings.Split(code, "\n")
	if Foreign(lines) {
		return "complete", ""
	}
	p := AsWritten(code).Cleaned().Sorted()
	file := p.File()
	_, _, err := p.Parse()
	list := ErrorsOf(err)
	if len(list) == 0 {
		return "complete", ""
	}
	depth := 0
	for _, t := range Lexemes(code) {
		depth = t.depth
	}
	// Where more text could mend it, the parser is surprised first by the end of the file, or by the end of main that stands
	// there in the program.
	e := list[0]
	if strings.Contains(e.Msg, "EOF") || strings.Contains(e.Msg, "not terminated") || depth > 0 ||
		e.Pos.Line >= strings.Count(strings.TrimRight(file, "\n}"), "\n")+2 {
		return "incomplete", strings.Repeat("\t", max(depth, 0))
	}
	return "invalid", ""
}
