package relay

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/go-zeromq/zmq4"

	"nekonote/kernel/relay/wire"
	"nekonote/lessons/verdict"
)

// Client runs cells in a kernel, as a notebook's page does. It is for programs that run notebooks without a browser. One
// goroutine at a time may use it.
type Client struct {
	key                   []byte
	session               string
	shell, control, iopub zmq4.Socket
	arrivals              chan wire.Arrival
	gone                  <-chan struct{}
	flooded               chan struct{} // closed when a message comes that no kernel of ours sends
	cancel                context.CancelFunc
}

// Reply says how a cell ended. A cell that failed has the error's name, its words, and where it happened.
type Reply struct {
	OK    bool
	Name  string
	Value string
	Trace []string

	Verdicts []verdict.Graded // of the checks that the cell made
}

// Why a kernel can run no more cells.
var (
	ErrGone  = errors.New("the kernel has ended")
	ErrStuck = errors.New("the kernel does not answer any more") // the cell goes on although it was told to stop
)

// interruptPatience is how long a kernel may take to stop a cell.
const interruptPatience = 20 * time.Second

// NewConnection writes a connection file into dir, for a kernel whose sockets are files beside it: no other user of the
// machine can reach them. The path of dir must be short, since that of a socket may have about 100 bytes.
func NewConnection(dir string) (file string, err error) {
	c := wire.Connection{
		Transport: "ipc", IP: filepath.Join(dir, "k"), Key: wire.NewID(), Scheme: "hmac-sha256",
		Shell: 1, Control: 2, Stdin: 3, IOPub: 4, Heartbeat: 5,
	}
	file = filepath.Join(dir, "kernel-"+wire.NewID()[:12]+".json")
	return file, os.WriteFile(file, wire.Encode(c), 0o600)
}

// Connect connects to the kernel of a connection file and waits until it answers, or until ctx ends. Whoever has started
// the kernel closes gone when its process has ended; nil means that nobody watches it.
func Connect(ctx context.Context, file string, gone <-chan struct{}) (*Client, error) {
	c, err := wire.ReadConnection(file)
	if err != nil {
		return nil, err
	}
	life, cancel := context.WithCancel(context.Background())
	options := []zmq4.Option{wire.Quiet, zmq4.WithDialerRetry(10 * time.Millisecond), zmq4.WithDialerMaxRetries(-1)}
	k := &Client{
		key: []byte(c.Key), session: wire.NewID(), arrivals: make(chan wire.Arrival, 100), gone: gone, flooded: make(chan struct{}),
		shell: zmq4.NewDealer(life, options...), control: zmq4.NewDealer(life, options...), iopub: zmq4.NewSub(life, options...),
	}
	forget := c.OnTooLarge(sync.OnceFunc(func() { close(k.flooded) }))
	k.cancel = func() { forget(); cancel() }
	if err := k.connect(ctx, life, c); err != nil {
		k.Close()
		return nil, fmt.Errorf("the kernel does not start: %w", err)
	}
	return k, nil
}

func (k *Client) connect(ctx, life context.Context, c wire.Connection) error {
	if err := k.iopub.SetOption(zmq4.OptionSubscribe, ""); err != nil {
		return err
	}
	silent := log.New(io.Discard, "", 0)
	dialled := make(chan error, 1)
	go func() {
		for _, s := range []struct {
			name   wire.Channel
			socket zmq4.Socket
			port   int
		}{{wire.Shell, k.shell, c.Shell}, {wire.Control, k.control, c.Control}, {wire.IOPub, k.iopub, c.IOPub}} {
			if err := s.socket.Dial(c.Address(s.port)); err != nil {
				dialled <- err
				return
			}
			go wire.Receive(life, s.name, s.socket, k.key, k.arrivals, silent)
		}
		dialled <- nil
	}()
	select {
	case err := <-dialled:
		if err != nil {
			return err
		}
	case <-k.gone:
		return ErrGone
	case <-ctx.Done():
		return ctx.Err()
	}
	// Until something comes on iopub, the subscription may not have arrived.
	again := time.NewTicker(100 * time.Millisecond)
	defer again.Stop()
	for {
		if _, err := k.send(k.shell, "kernel_info_request", struct{}{}); err != nil {
			return err
		}
		for asked := true; asked; {
			select {
			case m := <-k.arrivals:
				if m.From == wire.IOPub {
					return nil
				}
			case <-again.C:
				asked = false
			case <-k.gone:
				return ErrGone
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}
}

// noticing is how long after a connection broke the end of the kernel's process may be noticed.
const noticing = 5 * time.Second

// send sends a request. When a kernel ends, its connections break a moment before its process is known to be gone.
func (k *Client) send(on zmq4.Socket, kind string, content any) (id string, err error) {
	m := wire.NewMessage(kind, k.session, content)
	if err = on.SendMulti(zmq4.NewMsgFrom(m.Frames(k.key)...)); err != nil {
		select {
		case <-k.gone:
			err = ErrGone
		case <-time.After(noticing):
		}
	}
	return m.ID, err
}

// Execute runs a cell to its end. When ctx ends first, the cell is stopped and the error is that of ctx; the kernel can
// go on. After ErrGone and ErrStuck it cannot.
func (k *Client) Execute(ctx context.Context, code string) (Reply, error) {
	id, err := k.send(k.shell, "execute_request", request{Code: code, Store: true})
	if err != nil {
		return Reply{}, err
	}
	reply, err := k.await(ctx, id)
	if ctx.Err() == nil || err == nil || errors.Is(err, ErrGone) {
		return reply, err
	}
	if _, err := k.send(k.control, "interrupt_request", struct{}{}); err != nil {
		return Reply{}, err
	}
	patience, cancel := context.WithTimeout(context.Background(), interruptPatience)
	defer cancel()
	switch _, err := k.await(patience, id); {
	case errors.Is(err, ErrGone):
		return Reply{}, err
	case err != nil:
		return Reply{}, ErrStuck
	}
	return Reply{}, ctx.Err()
}

// await waits for the reply to a request and for the kernel to be idle after it.
func (k *Client) await(ctx context.Context, id string) (Reply, error) {
	var reply Reply
	replied, idle := false, false
	for !replied || !idle {
		select {
		case m := <-k.arrivals:
			if m.ParentID() != id {
				continue
			}
			var said struct {
				Status string `json:"status"`
				State  string `json:"execution_state"`
				failure
				Verdicts []verdict.Graded `json:"verdicts"`
			}
			m.Read(&said)
			switch m.Kind {
			case "execute_reply":
				replied = true
				reply = Reply{OK: said.Status == "ok", Name: said.Name, Value: said.Value, Trace: said.Trace, Verdicts: said.Verdicts}
			case "status":
				idle = said.State == "idle"
			}
		case <-k.gone:
			return Reply{}, ErrGone
		case <-k.flooded:
			return Reply{}, ErrGone
		case <-ctx.Done():
			return Reply{}, ctx.Err()
		}
	}
	return reply, nil
}

// Shutdown tells the kernel to end. It does not wait for it.
func (k *Client) Shutdown() error {
	_, err := k.send(k.control, "shutdown_request", map[string]bool{"restart": false})
	return err
}

// Close gives the connection up; the kernel goes on.
func (k *Client) Close() {
	k.cancel()
	for _, s := range []zmq4.Socket{k.shell, k.control, k.iopub} {
		_ = s.Close()
	}
}
