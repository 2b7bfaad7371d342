package relay

import (
	"os"
	"strings"

	"nekonote/kernel/relay/gocell"
	"nekonote/kernel/relay/stdio"
	"nekonote/kernel/relay/wire"
	"nekonote/nn/words"
)

// The go command builds a cell's program with flags of the relay's: without symbols, which is faster, and into a file from where
// it is started with pipes of the relay's. Flags of the learner's own are added to these.

// ownFlags are the flags of the relay's own, as %goflags takes them.
const ownFlags = "-ldflags=-s " + stdio.Flag

// flags is how programs are built. Its zero value is as the engine was made ready.
type flags struct {
	hers string // what she added with %goflags
	away bool   // whether GoNB writes a program somewhere else for one cell
}

// buildStep keeps the flags of the relay's where a cell sets its own, and out of what GoNB says about them.
func buildStep() step {
	return step{name: "how a program is built", before: buildBefore, output: buildOutput}
}

// noWasm is said where GoNB does not find Jupyter's folder: it would build all cells that follow for the browser.
var noWasm = words.T("%wasm works only in a kernel that Jupyter has started", "%wasm は Jupyter が起動したカーネルでだけ使えます")

func buildBefore(l *loop, c *cell) {
	if gocell.Foreign(c.sent.Lines) {
		return
	}
	f := &l.notebook.flags
	specials := c.sent.Specials()
	c.sent = c.sent.Copy()
	wasm := false
	for i, command := range specials {
		switch command {
		case "%goflags":
			_, hers, given := strings.Cut(strings.TrimSpace(c.sent.Lines[i]), " ")
			if given {
				f.hers, f.away = hers, false
				c.sent.Lines[i] = "%goflags " + ownFlags + " " + hers
			}
		case "%env": // NAME=value, as its help has it, and as it does not take it
			name, value, _ := strings.Cut(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(c.sent.Lines[i]), "%env")), "=")
			if value != "" && name != "" && !strings.ContainsAny(name, " \t\"") {
				c.sent.Lines[i] = "%env " + name + " " + value
			}
		case "%capture":
			c.plain = true // GoNB copies what it is given
		case "%wasm":
			wasm = true // GoNB says where it goes
			if os.Getenv("JPY_PARENT_PID") == "" {
				c.fail(failure{Name: "NoWasm", Value: noWasm.String()})
				return
			}
		}
	}
	switch {
	case wasm:
		c.sent.Insert(0, "%goflags -ldflags=-s "+f.hers, 0)
		f.away = true
	case f.away:
		c.sent.Insert(0, "%goflags "+ownFlags+" "+f.hers, 0)
		c.own = true
		f.away = false
	}
}

func buildOutput(_ *loop, c *cell, m *wire.Message) []*wire.Message {
	name, text := streamOf(m)
	if name != "stdout" || !strings.HasPrefix(text, "%goflags=[") {
		return []*wire.Message{m}
	}
	if c.own {
		c.own = false
		return nil
	}
	for _, own := range strings.Fields(ownFlags) {
		text = strings.Replace(text, `"`+own+`"`, "", 1)
	}
	text = strings.ReplaceAll(strings.Replace(text, "[ ", "[", 1), "[ ", "[")
	return []*wire.Message{m.Edit(map[string]any{"text": text})}
}
