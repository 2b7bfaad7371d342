package relay

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/go-zeromq/zmq4"

	"nekonote/kernel/relay/wire"
)

// connect opens the sockets to GoNB and waits for its first words on iopub, so that none is lost afterwards.
func (e *engine) connect(ctx, late context.Context, c wire.Connection) error {
	options := []zmq4.Option{wire.Quiet, zmq4.WithDialerRetry(10 * time.Millisecond), zmq4.WithDialerMaxRetries(int(startPatience / (10 * time.Millisecond)))}
	e.shell, e.control = zmq4.NewDealer(ctx, options...), zmq4.NewDealer(ctx, options...)
	e.stdin, e.iopub = zmq4.NewDealer(ctx, options...), zmq4.NewSub(ctx, options...)
	if err := e.iopub.SetOption(zmq4.OptionSubscribe, ""); err != nil {
		return err
	}
	said := make(chan wire.Arrival)
	go wire.Pump(ctx, said, e.arrivals)
	for _, s := range []struct {
		name   wire.Channel
		socket zmq4.Socket
		port   int
	}{{wire.Shell, e.shell, c.Shell}, {wire.Control, e.control, c.Control}, {wire.Stdin, e.stdin, c.Stdin}, {wire.IOPub, e.iopub, c.IOPub}} {
		if err := s.socket.Dial(c.Address(s.port)); err != nil {
			return fmt.Errorf("GoNB does not open its %s socket: %w", s.name, err)
		}
		go wire.Receive(ctx, s.name, s.socket, e.key, said, e.log)
	}
	hello := wire.NewID()
	again := time.NewTicker(50 * time.Millisecond)
	defer again.Stop()
	for {
		e.send(wire.Shell, wire.NewMessage("kernel_info_request", hello, struct{}{}))
		for asked := true; asked; {
			select {
			case m := <-e.arrivals:
				if m.From == wire.IOPub {
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
func (e *engine) send(on wire.Channel, m *wire.Message) {
	socket := e.shell
	switch on {
	case wire.Control:
		socket = e.control
	case wire.Stdin:
		socket = e.stdin
	}
	out := *m
	out.IDs = nil
	if err := socket.SendMulti(zmq4.NewMsgFrom(out.Frames(e.key)...)); err != nil {
		e.log.Printf("could not send %s to GoNB: %v", m.Kind, err)
	}
}
