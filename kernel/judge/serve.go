package judge

import (
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"sync"

	"nekonote/kernel/lectures"
	"nekonote/kernel/process"
	"nekonote/kernel/relay/gocell"
	"nekonote/lessons"
	"nekonote/lessons/verdict"
	"nekonote/lessons/weeks"
)

// Command is the hidden command `judge`: the process that judges. The kernel starts it, and it ends with its line to the kernel.
type Command struct{}

// Name is how the command is called: programs that start a kernel in a process of their own must run it when their first
// argument says so.
const Name = "judge"

// lineDescriptor is the judge's line to the kernel.
const lineDescriptor = 3

// bench is the judge at work.
type bench struct {
	line  *line
	court lessons.Court

	mu   sync.Mutex
	open map[int]*sitting
}

// sitting is one hearing, as the judge's process knows it.
type sitting struct {
	stopped bool
	shown   chan struct{} // closed when the card is there
}

// Run judges until the kernel is gone.
func (Command) Run() error {
	if err := process.Undumpable(); err != nil {
		return err
	}
	l, err := lineOf(os.NewFile(lineDescriptor, Name))
	if err != nil {
		return errors.New("the judge is started by a kernel alone")
	}
	b := &bench{line: l, court: lessons.Court{Entries: weeks.Course(), Books: weeks.Lessons, Lecture: lectures.Cell, Why: lectures.Why}, open: map[int]*sitting{}}
	for {
		m, conn, err := l.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch m.Kind {
		case hear:
			s := &sitting{}
			b.with(m.Hearing, func(*sitting) { b.open[m.Hearing] = s })
			go func() {
				b.court.Hear(lessons.Hearing{
					Conn: conn, Mark: m.Mark, Program: func() lessons.Program { return composed(m.Program, m.Pieces) }, Cells: m.Cells, Stale: m.Stale, Seed: m.Seed,
					Judged:  func(v verdict.Graded) { _ = l.say(letter{Kind: judged, Hearing: m.Hearing, Verdict: &v}, nil) },
					Show:    func(c lessons.Card) <-chan struct{} { return b.show(m.Hearing, s, c) },
					Stopped: func() (yes bool) { b.with(m.Hearing, func(*sitting) { yes = s.stopped }); return yes },
					Halted:  func() bool { return halted(conn) },
					End:     func() { _ = l.say(letter{Kind: hangs, Hearing: m.Hearing}, nil) },
				})
				b.with(m.Hearing, func(*sitting) { delete(b.open, m.Hearing) })
				_ = l.say(letter{Kind: settled, Hearing: m.Hearing}, nil)
			}()
		case stop:
			b.with(m.Hearing, func(s *sitting) { s.stopped = true })
		case shown:
			b.with(m.Hearing, func(s *sitting) {
				if s.shown != nil {
					close(s.shown)
					s.shown = nil
				}
			})
		}
	}
}

// halted reports whether the program at the other end has been stopped by a signal.
func halted(conn net.Conn) bool {
	unix, ok := conn.(*net.UnixConn)
	if !ok {
		return false
	}
	pid, err := process.Peer(unix)
	if err != nil {
		return false
	}
	p, there := process.Find(pid)
	return there && p.Halted
}

// with does something to a hearing, one at a time. One that is over is a new one that nobody sees.
func (b *bench) with(hearing int, do func(*sitting)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := b.open[hearing]
	if s == nil {
		s = &sitting{}
	}
	do(s)
}

// show has the kernel show a card.
func (b *bench) show(hearing int, s *sitting, c lessons.Card) <-chan struct{} {
	there := make(chan struct{})
	b.with(hearing, func(*sitting) { s.shown = there })
	_ = b.line.say(letter{Kind: show, Hearing: hearing, HTML: c.HTML, Text: c.Text}, nil)
	return there
}

// composed is the program that GoNB has composed of the cells.
func composed(pattern string, pieces map[string]gocell.Piece) (p lessons.Program) {
	paths, _ := filepath.Glob(pattern) // the pattern is right
	if len(paths) == 0 {
		return p
	}
	data, err := os.ReadFile(paths[0])
	if err != nil {
		return p
	}
	p.File, p.Text = paths[0], string(data)
	for _, spot := range gocell.Spots(p.Text, pieces) {
		p.Lines = append(p.Lines, spot.Line)
	}
	return p
}
