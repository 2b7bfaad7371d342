package wire

import (
	"context"
	"fmt"
	"io"
	"log"

	"github.com/go-zeromq/zmq4"
)

// Channel names one of the sockets that messages come from.
type Channel string

// The sockets of a kernel from which messages come.
const (
	Shell   Channel = "shell"
	Control Channel = "control"
	Stdin   Channel = "stdin"
	IOPub   Channel = "iopub"
)

// Arrival is a message and the socket it came from.
type Arrival struct {
	From Channel
	*Message
}

// Front is the side that Jupyter sees: the five sockets of the connection file, bound here.
type Front struct {
	key                          []byte
	shell, control, stdin, iopub zmq4.Socket
	heartbeat                    zmq4.Socket
	Arrivals                     chan Arrival
	log                          *log.Logger
}

// Quiet keeps a socket from logging on its own.
var Quiet = zmq4.WithLogger(log.New(io.Discard, "", 0))

// Listen binds the sockets and begins to read them.
func Listen(ctx context.Context, c Connection, logger *log.Logger) (*Front, error) {
	f := &Front{
		key:       []byte(c.Key),
		shell:     zmq4.NewRouter(ctx, Quiet),
		control:   zmq4.NewRouter(ctx, Quiet),
		stdin:     zmq4.NewRouter(ctx, Quiet),
		iopub:     zmq4.NewPub(ctx, Quiet),
		heartbeat: zmq4.NewRep(ctx, Quiet),
		Arrivals:  make(chan Arrival),
		log:       logger,
	}
	for _, s := range []struct {
		socket zmq4.Socket
		port   int
	}{{f.shell, c.Shell}, {f.control, c.Control}, {f.stdin, c.Stdin}, {f.iopub, c.IOPub}, {f.heartbeat, c.Heartbeat}} {
		if err := s.socket.Listen(c.Address(s.port)); err != nil {
			f.Close()
			return nil, fmt.Errorf("a socket of the connection file is taken: %w", err)
		}
	}
	go Receive(ctx, Shell, f.shell, f.key, f.Arrivals, logger)
	go Receive(ctx, Control, f.control, f.key, f.Arrivals, logger)
	go Receive(ctx, Stdin, f.stdin, f.key, f.Arrivals, logger)
	go f.beat()
	return f, nil
}

// Receive hands on the messages of one socket, in order, until the socket closes. What is no message, or is wrongly
// signed, is dropped and logged.
func Receive(ctx context.Context, from Channel, socket zmq4.Socket, key []byte, to chan<- Arrival, logger *log.Logger) {
	for {
		raw, err := socket.Recv()
		if err != nil {
			return
		}
		m, err := Parse(raw.Frames, key)
		if err != nil {
			logger.Printf("dropped a message on %s: %v", from, err)
			continue
		}
		select {
		case to <- Arrival{from, m}:
		case <-ctx.Done():
			return
		}
	}
}

// beat answers heartbeats, whatever else goes on.
func (f *Front) beat() {
	for {
		m, err := f.heartbeat.Recv()
		if err != nil || f.heartbeat.Send(m) != nil {
			return
		}
	}
}

// Reply sends m to the client whose identities it carries.
func (f *Front) Reply(on Channel, m *Message) {
	socket := f.shell
	switch on {
	case Control:
		socket = f.control
	case Stdin:
		socket = f.stdin
	}
	if len(m.IDs) == 0 {
		return
	}
	if err := socket.SendMulti(zmq4.NewMsgFrom(m.Frames(f.key)...)); err != nil {
		f.log.Printf("could not send %s: %v", m.Kind, err)
	}
}

// Publish sends m to everyone who listens. The topic in front is its kind, as other kernels do.
func (f *Front) Publish(m *Message) {
	out := *m
	out.IDs = [][]byte{[]byte("kernel." + m.Kind)}
	if err := f.iopub.SendMulti(zmq4.NewMsgFrom(out.Frames(f.key)...)); err != nil {
		f.log.Printf("could not publish %s: %v", m.Kind, err)
	}
}

func (f *Front) Close() {
	for _, s := range []zmq4.Socket{f.shell, f.control, f.stdin, f.iopub, f.heartbeat} {
		_ = s.Close()
	}
}
