package relay

import (
	"strings"
	"time"

	"nekonote/kernel/process"
	"nekonote/kernel/relay/gocell"
	"nekonote/kernel/relay/stdio"
	"nekonote/kernel/relay/wire"
	"nekonote/nn/words"
)

// A program that reads its standard input waits for what is typed into a box that the notebook shows, where there is somebody to
// type. Where there is nobody, a cell that reads input is not run, or ended as soon as it waits.

var noInput = words.T(
	"this cell reads input (fmt.Scan, os.Stdin or a command), which cannot be typed here. Write the value into the cell: x := 3",
	"このセルは入力（fmt.Scan、os.Stdin、コマンドなど）を読みますが、ここでは入力できません。x := 3 のように、値をセルに書いてください",
)

func noInputFailure() failure { return failure{Name: "NoInput", Value: noInput.String()} }

// inputStep looks whether what the cell runs reads input, also in functions of other cells.
func inputStep(l *loop, c *cell) {
	if gocell.Foreign(c.sent.Lines) {
		return
	}
	c.sent, c.shellReads, c.hidden = c.sent.WithoutInputLines()
	if c.reads = c.shellReads || l.notebook.readsInput(c); !c.reads {
		return
	}
	if !c.asked.AllowStdin {
		c.fail(noInputFailure())
	}
}

// shellStep lets the commands of the shell read what is typed, as programs do.
func shellStep(l *loop, c *cell) {
	if gocell.Foreign(c.sent.Lines) || l.engine == nil {
		return
	}
	c.sent = c.sent.WithShellPrefix(l.engine.pipes.Redirect() + "; ")
}

// readsInput follows what the cell's main reaches.
func (n *notebook) readsInput(c *cell) bool {
	own := c.definitions()
	if own["main"] == nil {
		return false
	}
	reads := false
	n.reach(own, []string{"main"}, func(d *definition) { reads = reads || gocell.ReadsInput(d.Node) })
	return reads
}

// typing is how long a program that reads input may take for what was typed before it counts as waiting for more, where the
// system does not tell what it does.
const typing = 500 * time.Millisecond

// waitsForInput reports whether one of the running cell's processes waits for input.
func (l *loop) waitsForInput(c *cell, workers []process.Process) bool {
	for _, p := range workers {
		waits, known := l.engine.pipes.Waits(p.PID)
		switch {
		case waits:
			return true
		case known || !c.reads || !c.shellReads && !strings.HasPrefix(p.Name, stdio.Program):
		case c.typed.IsZero():
			c.typed = time.Now()
		case time.Since(c.typed) > typing && !l.engine.pipes.Typed():
			return true
		}
	}
	return false
}

// askForInput asks the notebook for a line, once.
func (l *loop) askForInput(c *cell, how prompt) {
	if c.asking || !c.stopping.IsZero() {
		return
	}
	if !c.asked.AllowStdin {
		l.stop(c, noInputFailure())
		return
	}
	c.asking = true
	l.printedBefore("")
	l.front.Reply(wire.Stdin, c.task.request.Answer("input_request", how))
}

// prompt is what the box for a line says, and whether it hides what is typed.
type prompt struct {
	Prompt   string `json:"prompt"`
	Password bool   `json:"password"`
}

// asks takes GoNB's own question for input, as gonbui.RequestInput puts it.
func (l *loop) asks(c *cell, m wire.Arrival) {
	var how prompt
	m.Read(&how)
	l.askForInput(c, how)
}

// typed takes what comes on the stdin channel: a line for the program that runs, or for what GoNB asked.
func (l *loop) typed(m *wire.Message) {
	if l.engine == nil {
		return
	}
	if l.current == nil || l.current.cell == nil || !l.current.cell.asking {
		l.engine.send(wire.Stdin, m)
		return
	}
	var line struct{ Value string }
	m.Read(&line)
	c := l.current.cell
	c.asking, c.typed = false, time.Now()
	l.engine.pipes.Type(line.Value + "\n")
}
