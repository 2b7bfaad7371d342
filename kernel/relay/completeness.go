package relay

import "strings"

// completeness is "complete", "incomplete" with the indentation of the next line, or "invalid".
func completeness(code string) (status, indent string) {
	lines := strings.Split(code, "\n")
	if foreign(lines) {
		return "complete", ""
	}
	p := asWritten(code).withComments().sorted()
	file := p.file()
	_, _, err := p.parse()
	list := errorsOf(err)
	if len(list) == 0 {
		return "complete", ""
	}
	depth := 0
	for _, t := range lexemes(code) {
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
