package relay

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"nekonote/kernel/relay/advice"
	"nekonote/kernel/relay/gocell"
	"nekonote/nn/words"
)

// frame is one call on the stack of a goroutine: a function, and the line where it was.
type frame struct {
	function string
	file     string
	row      int
	at       *place // for the learner's own lines
}

var (
	frameLine  = regexp.MustCompile(`^\t(?:.*\]\][^/]*)?(/.*\.go):(\d+)`)
	goroutine  = regexp.MustCompile(`(?m)^goroutine \d+.*:$`)
	panicTail  = regexp.MustCompile(`\s*\[recovered[^\]]*\]$`)
	signalLine = regexp.MustCompile(`(?m)^\[signal .*\]$`)
	ansi       = regexp.MustCompile("\x1b\\[[0-9;]*m")
	shapeWords = regexp.MustCompile(`\(\d+×\d+\)`)
)

var (
	calledFrom = words.T("called from In [%d], line %d", "呼び出し元：セル [%d] の %d 行目")
	folded     = words.T("(%d lines of Go's own and of libraries are folded)", "（Go やライブラリーの %d 行は省きました）")
)

// panicFailure makes a failure of the runtime's last words.
func (l *loop) panicFailure(trace string) failure {
	trace = ansi.ReplaceAllString(trace, "")
	message, stack := trace, ""
	if at := goroutine.FindStringIndex(trace); at != nil {
		message, stack = trace[:at[0]], trace[at[1]:]
		if end := strings.Index(stack, "\n\n"); end >= 0 {
			stack = stack[:end] // the goroutines that did not fail
		}
	}
	name, said, more := panicWords(message)
	frames := framesOf(stack)
	p := problem{said: said, more: more}
	var callers []*place
	hidden := 0
	for i := range frames {
		f := &frames[i]
		f.at = l.placeOfFrame(f)
		switch {
		case f.at == nil:
			hidden++
		case p.at == nil:
			p.at = f.at
		case len(callers) == 0 || *callers[len(callers)-1] != *f.at:
			callers = append(callers, f.at)
		}
	}
	p.advice, _ = advice.Find(advice.Panics, said)
	f := report(name, []problem{p})
	const shownCallers = 5
	for i, at := range callers {
		if i == shownCallers {
			f.Trace = append(f.Trace, "  …")
			break
		}
		f.Trace = append(f.Trace, "  "+colour(green, calledFrom.Fill(at.count, at.line+1).String())+"  "+strings.TrimSpace(at.text))
	}
	if hidden > 0 {
		f.Trace = append(f.Trace, "  "+folded.Fill(hidden).String())
	}
	return f
}

// panicWords takes the runtime's message apart: what kind it is, its first line, and the lines below.
func panicWords(message string) (name, said string, more []string) {
	message = signalLine.ReplaceAllString(message, "")
	var lines []string
	for _, line := range strings.Split(message, "\n") {
		if line = panicTail.ReplaceAllString(strings.TrimRight(line, " \t\r"), ""); line != "" {
			lines = append(lines, line)
		}
	}
	name = "Panic"
	if len(lines) == 0 {
		return name, name, nil
	}
	said = lines[0]
	for _, line := range lines[1:] {
		if strings.HasPrefix(line, "fatal error: ") { // below "runtime: goroutine stack exceeds …"
			said = line
			continue
		}
		more = append(more, line)
	}
	said = strings.TrimPrefix(strings.TrimPrefix(said, "panic: "), "fatal error: ")
	if strings.HasPrefix(lines[0], "runtime: goroutine stack") || len(more) > 6 {
		more = nil
	}
	switch {
	case strings.HasPrefix(said, "runtime error: "):
		name = "RuntimeError"
	case shapeWords.MatchString(said):
		name = "ShapeError"
	}
	return name, said, more
}

// framesOf reads a stack: pairs of lines, the call and its place.
func framesOf(stack string) []frame {
	var frames []frame
	function := ""
	for _, line := range strings.Split(stack, "\n") {
		found := frameLine.FindStringSubmatch(line)
		if found == nil {
			function = line
			continue
		}
		row, _ := strconv.Atoi(found[2])
		frames = append(frames, frame{function: function, file: found[1], row: row})
	}
	return frames
}

// placeOfFrame is the learner's line of a frame, or nil for one that is not hers.
func (l *loop) placeOfFrame(f *frame) *place {
	if base := filepath.Base(f.file); base != "main.go" && base != "main_test.go" || !strings.HasPrefix(filepath.Base(filepath.Dir(f.file)), "gonb_") {
		return nil
	}
	return l.placeOfRow(l.spots(f.file), f.row)
}

// spots are the lines of a file that GoNB has composed for the cell under way.
func (l *loop) spots(file string) []gocell.Spot {
	text, err := os.ReadFile(file)
	if err != nil || l.current == nil || l.current.cell == nil {
		return nil
	}
	return gocell.Spots(string(text), l.notebook.pieces(l.current.cell))
}

// placeOfRow is the learner's line of a line, from 1, of a file with these spots, or nil for one that is not hers.
func (l *loop) placeOfRow(spots []gocell.Spot, row int) *place {
	if row < 1 || row > len(spots) || spots[row-1].Line == 0 {
		return nil
	}
	spot := spots[row-1]
	c := l.current.cell
	if d := l.notebook.declared[spot.Name]; d != nil && !c.defines(spot.Name) {
		c = d.cell
	}
	if spot.Line > len(c.lines) {
		return nil
	}
	return &place{count: c.count, line: spot.Line - 1, column: -1, text: c.lines[spot.Line-1]}
}
