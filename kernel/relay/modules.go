package relay

import (
	"regexp"
	"strings"

	"nekonote/kernel/relay/advice"
)

// GoNB runs go get for every cell, which costs a cell its quickness and, without a network, its life. The relay switches
// that off, and on for one run when the compiler misses a module.

// The lines for GoNB that switch go get on and off.
const (
	fetchOn  = "%autoget"
	fetchOff = "%noautoget"
)

var missingModule = regexp.MustCompile(`no required module provides package|cannot find module providing package|missing go\.sum entry`)

// moduleStep runs the cell once more, with go get, when a module is missing. What the cell does beside Go is not done
// twice.
func moduleStep(l *loop, c *cell) {
	f := c.engineFailure()
	if f == nil {
		return
	}
	if c.unfetched != nil {
		if strings.Contains(f.Value, `go get"`) {
			c.unfetched[0].said = strings.TrimSuffix(c.unfetched[0].said, "; to add it:")
			c.unfetched[0].more = lastLines(f.Value, 2)
			c.fail(report(compileErrorName, c.unfetched))
			l.notebook.broke(c)
		}
		return
	}
	if c.sent.commands() || !missingModule.MatchString(f.Value) {
		return
	}
	if _, ours := advice.Machine(f.Value, l.notebook.imported(c)); ours {
		return
	}
	if c.unfetched = l.compilerProblems(c, f); len(c.unfetched) == 0 {
		return
	}
	c.again, l.fetching = true, true
	c.sent = c.sent.copy()
	if c.sent.lines[0] == fetchOff {
		c.sent.lines[0] = fetchOn
	} else {
		c.sent.insert(0, fetchOn, 0)
	}
}

// noFetchStep switches go get off again after such a run.
func noFetchStep(l *loop, c *cell) {
	if l.fetching && !foreign(c.sent.lines) && strings.TrimSpace(c.sent.code()) != "" {
		c.sent = c.sent.copy()
		c.sent.insert(0, fetchOff, 0)
		l.fetching = false
	}
}

// lastLines are the last n lines of text that say something.
func lastLines(text string, n int) []string {
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "failed to run") {
			lines = append(lines, line)
		}
	}
	return lines[max(0, len(lines)-n):]
}
