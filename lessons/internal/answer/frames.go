package answer

import (
	"strconv"
	"strings"
)

// Frames is the learner's part of one goroutine's stack, the outermost call first.
type Frames struct {
	State  string // what the goroutine does: "running", "chan receive", …
	Names  []string
	Places []Place
	Elided bool // whether there are more of them than the runtime reports
}

// ParseFrames reads one goroutine of a runtime's report.
func ParseFrames(block string) Frames {
	lines := strings.Split(block, "\n")
	f := Frames{Elided: strings.Contains(block, "frames elided")}
	if _, state, ok := strings.Cut(lines[0], "["); ok {
		f.State, _, _ = strings.Cut(state, "]")
		f.State, _, _ = strings.Cut(f.State, ",")
	}
	for i := len(lines) - 1; i > 0; i-- {
		if !strings.HasPrefix(lines[i], "\t") || !FromNotebook(lines[i-1]) || strings.HasPrefix(lines[i-1], "main.main(") {
			continue
		}
		f.Names = append(f.Names, lines[i-1][:max(0, strings.LastIndex(lines[i-1], "("))])
		f.Places = append(f.Places, parsePlace(lines[i]))
	}
	return f
}

// parsePlace reads "\t/path/main.go:12 +0x1d".
func parsePlace(line string) Place {
	line, _, _ = strings.Cut(strings.TrimSpace(line), " ")
	i := strings.LastIndex(line, ":")
	if i < 0 {
		return Place{}
	}
	n, err := strconv.Atoi(line[i+1:])
	if err != nil {
		return Place{}
	}
	return Place{line[:i], n}
}

// FirstPlace returns the learner's line in a crash report: that of the innermost call.
func FirstPlace(report string) Place {
	for block := range strings.SplitSeq(report, "\n\n") {
		if f := ParseFrames(block); len(f.Places) > 0 {
			return f.Places[len(f.Places)-1]
		}
	}
	return Place{}
}
