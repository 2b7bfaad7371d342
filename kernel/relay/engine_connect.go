package relay

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/go-zeromq/zmq4"
)

// connect opens the sockets to GoNB and waits for its first words on iopub, so that none is lost afterwards.
func (e *engine) connect(ctx, late context.Context, c connection) error {
	options := []zmq4.Option{quiet, zmq4.WithDialerRetry(10 * time.Millisecond), zmq4.WithDialerMaxRetries(int(startPatience / (10 * time.Millisecond)))}
	e.shell, e.control = zmq4.NewDealer(ctx, options...), zmq4.NewDealer(ctx, options...)
	e.stdin, e.iopub = zmq4.NewDealer(ctx, options...), zmq4.NewSub(ctx, options...)
	if err := e.iopub.SetOption(zmq4.OptionSubscribe, ""); err != nil {
		return err
	}
	said := make(chan arrival)
	go pump(ctx, said, e.arrivals)
	for _, s := range []struct {
		name   channel
		socket zmq4.Socket
		port   int
	}{{shell, e.shell, c.Shell}, {control, e.control, c.Control}, {stdin, e.stdin, c.Stdin}, {iopub, e.iopub, c.IOPub}} {
		if err := s.socket.Dial(c.address(s.port)); err != nil {
			return fmt.Errorf("GoNB does not open its %s socket: %w", s.name, err)
		}
		go receive(ctx, s.name, s.socket, e.key, said, e.log)
	}
	hello := newID()
	again := time.NewTicker(50 * time.Millisecond)
	defer again.Stop()
	for {
		e.send(shell, newMessage("kernel_info_request", hello, struct{}{}))
		for asked := true; asked; {
			select {
			case m := <-e.arrivals:
				if m.from == iopub {
					return nil
				}
			case <-again.C:
				asked = false
			case <-ctx.Done():
				return errors.New("GoNB ended while it started")
			case <-late.Done():
				return fmt.Errorf("GoNB does not answer after %v", startPatience)
			}
		}
	}
}

// send sends m to GoNB.
func (e *engine) send(on channel, m *message) {
	socket := e.shell
	switch on {
	case control:
		socket = e.control
	case stdin:
		socket = e.stdin
	}
	out := *m
	out.ids = nil
	if err := socket.SendMulti(zmq4.NewMsgFrom(out.frames(e.key)...)); err != nil {
		e.log.Printf("could not send %s to GoNB: %v", m.kind, err)
	}
}
