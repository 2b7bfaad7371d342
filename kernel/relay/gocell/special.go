package gocell

import "strings"

// The lines of a cell that are GoNB's and not Go's begin with % or !. They may hide behind this comment.
const specialPrefix = "//gonb:"

// A cell that begins with one of these is no Go at all.
var foreignCells = map[string]bool{"%%writefile": true, "%%script": true, "%%bash": true, "%%sh": true, "%%gx": true}

// Foreign reports whether the cell belongs to another program, as a cell of %%bash does.
func Foreign(lines []string) bool {
	if len(lines) == 0 {
		return false
	}
	word, _, _ := strings.Cut(strings.TrimPrefix(lines[0], specialPrefix), " ")
	return foreignCells[strings.TrimSpace(word)]
}

// specialLines says of each line whether it is GoNB's, with the lines that a backslash at the end joins to it.
func specialLines(lines []string) []bool {
	special := make([]bool, len(lines))
	joined := false
	for i, line := range lines {
		line = strings.TrimPrefix(line, specialPrefix)
		special[i] = joined || len(line) > 1 && (line[0] == '%' || line[0] == '!')
		joined = special[i] && strings.HasSuffix(line, `\`)
	}
	return special
}

// Special reports whether a line is for GoNB, and no Go.
func (p *Program) Special(line int) bool { return specialLines(p.Lines)[line] }

// command is the first word of a special line: "%%", "%test", "!ls".
func command(line string) string {
	line = strings.TrimPrefix(line, specialPrefix)
	if line == "" {
		return ""
	}
	rest := strings.TrimLeft(line[1:], " \t")
	if strings.HasPrefix(rest, "%") {
		rest, _, _ = strings.Cut(rest, " ")
		return "%" + strings.TrimSpace(rest)
	}
	word, _, _ := strings.Cut(strings.ReplaceAll(rest, "\t", " "), " ")
	return line[:1] + word
}

// OpensMain reports whether GoNB writes "func main() {" for this line.
func OpensMain(line string) bool {
	line = strings.TrimPrefix(line, specialPrefix)
	return strings.HasPrefix(line, "%main") || line == "%%" || strings.HasPrefix(line, "%% ") || strings.HasPrefix(line, "%%\t")
}

// Specials are the commands of the lines that are GoNB's, by line.
func (p *Program) Specials() map[int]string {
	found := map[int]string{}
	for i, special := range specialLines(p.Lines) {
		if special {
			found[i] = command(p.Lines[i])
		}
	}
	return found
}
