// Package stdio gives the programs of cells standard input, output and error of the relay's own: named pipes in the engine's
// private folder. So the bytes that a program writes stay whole until they are text, which they do not in GoNB, and the relay
// notices when a program waits for input.
//
// Nothing here knows of messages: bytes come in, and pieces of text go out.
package stdio

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"

	"golang.org/x/sys/unix"
)

// Pipes are the pipes of one engine. One program after the other uses them.
type Pipes struct {
	Out, Err *Reader
	Ready    chan *Reader // who has something to read, and waits until it is read

	folder string
	input  *os.File // both ends of standard input; nil while no program runs
	closed chan struct{}
}

// Make makes the pipes in a folder that is nobody else's.
func Make(folder string) (*Pipes, error) {
	p := &Pipes{Ready: make(chan *Reader), folder: folder, closed: make(chan struct{})}
	for _, name := range []string{"stdin", "stdout", "stderr"} {
		if err := syscall.Mkfifo(p.path(name), 0o600); err != nil {
			return nil, &os.PathError{Op: "mkfifo", Path: p.path(name), Err: err}
		}
	}
	var err1, err2 error
	p.Out, err1 = p.open("stdout")
	p.Err, err2 = p.open("stderr")
	if err := errors.Join(err1, err2); err != nil {
		p.Close()
		return nil, err
	}
	return p, nil
}

func (p *Pipes) path(name string) string { return filepath.Join(p.folder, name) }

// Files are the pipes' names: without them no program can be started.
func (p *Pipes) Files() []string {
	return []string{p.path("stdin"), p.path("stdout"), p.path("stderr")}
}

// open opens the reading end of a pipe without waiting for a writer.
func (p *Pipes) open(name string) (*Reader, error) {
	fd, err := unix.Open(p.path(name), unix.O_RDONLY|unix.O_NONBLOCK|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: p.path(name), Err: err}
	}
	// Not os.OpenFile, which does not wait for pipes on macOS.
	r := &Reader{Name: name, file: os.NewFile(uintptr(fd), p.path(name)), again: make(chan struct{}, 1)}
	if r.raw, err = r.file.SyscallConn(); err != nil {
		return nil, err
	}
	go r.watch(p.Ready, p.closed)
	return r, nil
}

// Close lets go of the pipes; their files stay.
func (p *Pipes) Close() {
	close(p.closed)
	for _, r := range []*Reader{p.Out, p.Err} {
		if r != nil {
			_ = r.file.Close()
		}
	}
	p.EndInput()
}
