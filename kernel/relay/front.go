package relay

import (
	"context"
	"fmt"
	"io"
	"log"

	"github.com/go-zeromq/zmq4"
)

// channel names one of the sockets that messages come from.
type channel string

const (
	shell   channel = "shell"
	control channel = "control"
	stdin   channel = "stdin"
	iopub   channel = "iopub"
)

// arrival is a message and the socket it came from.
type arrival struct {
	from channel
	*message
}

// front is the side that Jupyter sees: the five sockets of the connection file, bound here.
type front struct {
	key                          []byte
	shell, control, stdin, iopub zmq4.Socket
	heartbeat                    zmq4.Socket
	arrivals                     chan arrival
	log                          *log.Logger
}

var quiet = zmq4.WithLogger(log.New(io.Discard, "", 0))

// listen binds the sockets and begins to read them.
func listen(ctx context.Context, c connection, logger *log.Logger) (*front, error) {
	f := &front{
		key:       []byte(c.Key),
		shell:     zmq4.NewRouter(ctx, quiet),
		control:   zmq4.NewRouter(ctx, quiet),
		stdin:     zmq4.NewRouter(ctx, quiet),
		iopub:     zmq4.NewPub(ctx, quiet),
		heartbeat: zmq4.NewRep(ctx, quiet),
		arrivals:  make(chan arrival),
		log:       logger,
	}
	for _, s := range []struct {
		socket zmq4.Socket
		port   int
	}{{f.shell, c.Shell}, {f.control, c.Control}, {f.stdin, c.Stdin}, {f.iopub, c.IOPub}, {f.heartbeat, c.Heartbeat}} {
		if err := s.socket.Listen(c.address(s.port)); err != nil {
			f.close()
			return nil, fmt.Errorf("a socket of the connection file is taken: %w", err)
		}
	}
	go receive(ctx, shell, f.shell, f.key, f.arrivals, logger)
	go receive(ctx, control, f.control, f.key, f.arrivals, logger)
	go receive(ctx, stdin, f.stdin, f.key, f.arrivals, logger)
	go f.beat()
	return f, nil
}

// receive hands on the messages of one socket, in order, until the socket closes. What is no message, or is wrongly
// signed, is dropped and logged.
func receive(ctx context.Context, from channel, socket zmq4.Socket, key []byte, to chan<- arrival, logger *log.Logger) {
	for {
		raw, err := socket.Recv()
		if err != nil {
			return
		}
		m, err := parse(raw.Frames, key)
		if err != nil {
			logger.Printf("dropped a message on %s: %v", from, err)
			continue
		}
		select {
		case to <- arrival{from, m}:
		case <-ctx.Done():
			return
		}
	}
}

// beat answers heartbeats, whatever else goes on.
func (f *front) beat() {
	for {
		m, err := f.heartbeat.Recv()
		if err != nil || f.heartbeat.Send(m) != nil {
			return
		}
	}
}

// reply sends m to the client whose identities it carries.
func (f *front) reply(on channel, m *message) {
	socket := f.shell
	switch on {
	case control:
		socket = f.control
	case stdin:
		socket = f.stdin
	}
	if len(m.ids) == 0 {
		return
	}
	if err := socket.SendMulti(zmq4.NewMsgFrom(m.frames(f.key)...)); err != nil {
		f.log.Printf("could not send %s: %v", m.kind, err)
	}
}

// publish sends m to everyone who listens. The topic in front is its kind, as other kernels do.
func (f *front) publish(m *message) {
	out := *m
	out.ids = [][]byte{[]byte("kernel." + m.kind)}
	if err := f.iopub.SendMulti(zmq4.NewMsgFrom(out.frames(f.key)...)); err != nil {
		f.log.Printf("could not publish %s: %v", m.kind, err)
	}
}

func (f *front) close() {
	for _, s := range []zmq4.Socket{f.shell, f.control, f.stdin, f.iopub, f.heartbeat} {
		_ = s.Close()
	}
}
