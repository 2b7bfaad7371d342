package stdio

import (
	"os"

	"golang.org/x/sys/unix"
)

// BeginInput opens standard input for the next program: empty, and open for what is typed.
func (p *Pipes) BeginInput() error {
	p.EndInput()
	fd, err := unix.Open(p.path("stdin"), unix.O_RDWR|unix.O_NONBLOCK|unix.O_CLOEXEC, 0)
	if err != nil {
		return &os.PathError{Op: "open", Path: p.path("stdin"), Err: err}
	}
	p.input = os.NewFile(uintptr(fd), p.path("stdin"))
	return nil
}

// Type gives the program, which waits for it, a line. One that does not fit into the pipe at once is given piece by piece.
func (p *Pipes) Type(line string) {
	const fits = 4096
	input := p.input
	switch {
	case input == nil:
	case len(line) <= fits:
		_, _ = input.WriteString(line)
	default:
		go func() { _, _ = input.WriteString(line) }() // it fails when the program ends before it has read it
	}
}

// EndInput closes standard input: a program that reads on finds its end, and what it has not read is gone.
func (p *Pipes) EndInput() {
	if p.input != nil {
		_ = p.input.Close()
		p.input = nil
	}
}

// Typed reports whether what was typed has not all been read yet.
func (p *Pipes) Typed() bool {
	if p.input == nil {
		return false
	}
	raw, err := p.input.SyscallConn()
	if err != nil {
		return false
	}
	left := false
	_ = raw.Control(func(fd uintptr) { left = readable(int(fd)) })
	return left
}
