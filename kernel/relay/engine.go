package relay

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/go-zeromq/zmq4"

	"nekonote/kernel/process"
	"nekonote/kernel/relay/stdio"
	"nekonote/kernel/relay/wire"
	"nekonote/kernel/scratch"
)

// engine is the running GoNB with the sockets to it. They lie as files in a private folder, which no other user of the
// machine can open and no other program can take, as it could a port.
type engine struct {
	key                          []byte
	shell, control, stdin, iopub zmq4.Socket
	arrivals                     chan wire.Arrival
	ended                        chan struct{} // closed when guard and GoNB are gone
	gonb                         *process.Guarded
	pipes                        *stdio.Pipes // of the cells' programs
	room                         string       // the private temporary folder
	ground                       []string     // files of GoNB's in it that every cell needs
	born                         time.Time
	module                       string      // the folder in which GoNB composes the cells; set when it is ready
	flooded                      atomic.Bool // it was ended for a message that was too large
	cancel                       context.CancelFunc
	words                        string // what GoNB logged last; set when ended is closed
	log                          *log.Logger
}

// start starts GoNB, which lives as long as ctx, and waits until it answers. It returns early when late ends or GoNB does.
func start(ctx, late context.Context, o Options, kernelID string, logger *log.Logger) (*engine, error) {
	room, err := scratch.Make("nekonote-")
	if err != nil {
		return nil, err
	}
	c := wire.Connection{
		Transport: "ipc", IP: filepath.Join(room, "s"), Key: wire.NewID(), Scheme: "hmac-sha256",
		Shell: 1, Control: 2, Stdin: 3, IOPub: 4, Heartbeat: 5,
	}
	// GoNB takes the kernel's id from the name of this file.
	file := filepath.Join(room, "kernel-"+kernelID+".json")
	if err := os.WriteFile(file, wire.Encode(c), 0o600); err != nil {
		return nil, errors.Join(err, os.RemoveAll(room))
	}
	pipes, err := stdio.Make(room)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(room))
	}
	ctx, cancel := context.WithCancel(ctx)
	e := &engine{
		born: time.Now(), pipes: pipes,
		key: []byte(c.Key), arrivals: make(chan wire.Arrival), ended: make(chan struct{}), room: room, cancel: cancel, log: logger,
	}
	if err := e.launch(o, c, file); err != nil {
		cancel()
		pipes.Close()
		return nil, errors.Join(err, os.RemoveAll(room))
	}
	if err := e.connect(ctx, late, c); err != nil {
		e.kill()
		return nil, fmt.Errorf("%w%s", err, e.words)
	}
	return e, nil
}

// launch starts GoNB under a guard: Jupyter may kill the relay outright, and then nobody else would be left to end GoNB
// and the cell's program.
func (e *engine) launch(o Options, c wire.Connection, file string) error {
	command := []string{o.GoNB, "-kernel", file, "-raw_error"}
	if o.ModuleDir != "" {
		command = append(command, "-go_work="+o.ModuleDir)
	}
	output, err := os.Create(filepath.Join(e.room, "gonb.log"))
	if err != nil {
		return err
	}
	defer output.Close()
	search, err := withoutGopls(e.room, o.GoNB)
	if err != nil {
		return err
	}
	e.gonb, err = process.Start(process.Command{
		Args: command, Env: append(append(os.Environ(), o.Env...), "TMPDIR="+e.room, search), Stderr: output, Remove: e.room, Apart: true,
	})
	if err != nil {
		return fmt.Errorf("GoNB (%s) does not start: %w", o.GoNB, err)
	}
	forget := c.OnTooLarge(func() {
		e.flooded.Store(true)
		go e.gonb.End()
	})
	go func() {
		<-e.gonb.Ended()
		forget()
		e.words = e.lastWords()
		_ = os.RemoveAll(e.room)
		e.cancel()
		close(e.ended)
	}()
	return nil
}

// workers are the processes that GoNB has started for cells: compilers, programs, shells and their children.
func (e *engine) workers() []process.Process {
	var found []process.Process
	for _, p := range e.gonb.Descendants() {
		if p.PID != e.gonb.PID {
			found = append(found, p)
		}
	}
	return found
}

// whole reports whether the files that GoNB needs are there.
func (e *engine) whole() bool {
	for _, path := range e.ground {
		if _, err := os.Stat(path); err != nil {
			return false
		}
	}
	return true
}

// kill ends GoNB and everything that it has started, and waits until they are gone.
func (e *engine) kill() {
	e.gonb.End()
	<-e.ended
	e.pipes.Close()
	for _, s := range []zmq4.Socket{e.shell, e.control, e.stdin, e.iopub} {
		if s != nil {
			_ = s.Close()
		}
	}
}

// lastWords are the end of what GoNB has logged, for the log of the relay.
func (e *engine) lastWords() string {
	text, err := os.ReadFile(filepath.Join(e.room, "gonb.log"))
	if err != nil || len(text) == 0 {
		return ""
	}
	const enough = 2000
	if len(text) > enough {
		text = text[len(text)-enough:]
	}
	return "\n" + strings.TrimSpace(string(text))
}
