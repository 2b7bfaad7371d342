package relay

import (
	"errors"
	"time"

	"nekonote/kernel/relay/stdio"
	"nekonote/kernel/relay/wire"
	"nekonote/plots/display"
)

// What a program prints comes to the relay itself, what it displays comes through GoNB. A mark in what is printed says where a
// display belongs; what is printed behind it waits for the display.

// markPatience is how long a display may take from the program to the relay.
const markPatience = 5 * time.Second

// printed takes what a pipe has to read.
func (l *loop) printed(r *stdio.Reader) {
	r.Read()
	l.print(r)
	if r.Mark() == "" {
		r.Again()
		return
	}
	mark := r.Mark()
	time.AfterFunc(markPatience, func() {
		l.tell(func() {
			if r.Mark() == mark {
				l.goOn(r)
			}
		})
	})
}

// goOn shows what stands behind a mark, and reads on.
func (l *loop) goOn(r *stdio.Reader) {
	r.Pass()
	l.print(r)
	if r.Mark() == "" {
		r.Again()
	}
}

// print shows what is whole of what was read, for the cell that runs.
func (l *loop) print(r *stdio.Reader) { l.say(r.Name, r.Text()) }

func (l *loop) say(name, text string) {
	if text == "" || l.current == nil || l.current.cell == nil {
		return
	}
	c := l.current.cell
	l.output(c, c.task.request.Answer("stream", map[string]any{"name": name, "text": text}))
}

// printedBefore shows all that the program printed before the display with the given mark; before now, if it has none.
func (l *loop) printedBefore(mark string) {
	if l.engine == nil {
		return
	}
	for _, r := range []*stdio.Reader{l.engine.pipes.Out, l.engine.pipes.Err} {
		for range 3 { // a pipe holds one piece; more comes only behind the mark
			if r.Mark() != "" && (r.Mark() == mark || mark == "") {
				break
			}
			if r.Mark() != "" {
				r.Pass() // of a display that has not come
			}
			state := r.Read()
			l.print(r)
			if state != stdio.More && r.Mark() == "" {
				break
			}
		}
	}
}

// printedBehind goes on with what was printed behind the display with the given mark.
func (l *loop) printedBehind(mark string) {
	if l.engine == nil || mark == "" {
		return
	}
	for _, r := range []*stdio.Reader{l.engine.pipes.Out, l.engine.pipes.Err} {
		if r.Mark() == mark {
			l.goOn(r)
		}
	}
}

// displayed takes a display of the running cell: at its place among what the cell's program prints.
func (l *loop) displayed(c *cell, m *wire.Message) {
	var data struct {
		Metadata map[string]any `json:"metadata"`
	}
	m.Read(&data)
	mark, _ := data.Metadata[display.MarkKey].(string)
	if mark != "" {
		delete(data.Metadata, display.MarkKey)
		m = m.Edit(map[string]any{"metadata": data.Metadata})
	}
	l.printedBefore(mark)
	l.output(c, m)
	l.printedBehind(mark)
}

// dry shows the last that a cell's program has printed. It reports whether that is all: a child of the program may write on.
func (l *loop) dry() bool {
	if l.engine == nil {
		return true
	}
	all := true
	for _, r := range []*stdio.Reader{l.engine.pipes.Out, l.engine.pipes.Err} {
		r.Pass()
		state := stdio.More
		for n := 0; state == stdio.More && n < 32; n++ { // a child may write without end
			state = r.Read()
			for l.print(r); r.Mark() != ""; l.print(r) {
				r.Pass()
			}
		}
		if state == stdio.Ended {
			l.say(r.Name, r.Rest())
		}
		r.Again()
		all = all && state == stdio.Ended
	}
	return all
}

// lead readies the pipes for the cell's program.
func (l *loop) lead(c *cell) {
	for _, r := range []*stdio.Reader{l.engine.pipes.Out, l.engine.pipes.Err} {
		for r.Read() == stdio.More { // what a cell that was stopped has left
			r.Rest()
		}
		r.Rest()
	}
	if err := errors.Join(l.engine.pipes.Plain(c.plain), l.engine.pipes.BeginInput()); err != nil {
		l.log.Print(err) // the cell's program will not start, and GoNB says so
	}
}
