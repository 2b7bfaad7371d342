package relay

import (
	"regexp"
	"strings"
)

// GoNB runs go get for every cell, which costs a cell its quickness and, without a network, its life. The relay switches
// that off, and on for one run when the compiler misses a module.

var missingModule = regexp.MustCompile(`no required module provides package|cannot find module providing package|missing go\.sum entry`)

// moduleStep runs the cell once more, with go get, when a module is missing. What the cell does beside Go is not done
// twice.
func moduleStep(l *loop, c *cell) {
	f := c.engineFailure()
	if f == nil || c.fetched || c.sent.commands() || !missingModule.MatchString(f.Value) {
		return
	}
	c.fetched, c.again = true, true
	c.sent = c.sent.copy()
	c.sent.insert(0, "%autoget", 0)
	l.fetching = true
}

// noFetchStep switches go get off again after such a run.
func noFetchStep(l *loop, c *cell) {
	if l.fetching && !foreign(c.sent.lines) && strings.TrimSpace(c.sent.code()) != "" {
		c.sent = c.sent.copy()
		c.sent.insert(0, "%noautoget", 0)
		l.fetching = false
	}
}
