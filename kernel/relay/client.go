package relay

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"time"

	"github.com/go-zeromq/zmq4"
)

// Client runs cells in a kernel, as a notebook's page does. It is for programs that run notebooks without a browser. One
// goroutine at a time may use it.
type Client struct {
	key                   []byte
	session               string
	shell, control, iopub zmq4.Socket
	arrivals              chan arrival
	gone                  <-chan struct{}
	cancel                context.CancelFunc
}

// Reply says how a cell ended. A cell that failed has the error's name, its words, and where it happened.
type Reply struct {
	OK    bool
	Name  string
	Value string
	Trace []string
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
	c := connection{
		Transport: "ipc", IP: filepath.Join(dir, "k"), Key: newID(), Scheme: "hmac-sha256",
		Shell: 1, Control: 2, Stdin: 3, IOPub: 4, Heartbeat: 5,
	}
	file = filepath.Join(dir, "kernel-"+newID()[:12]+".json")
	return file, os.WriteFile(file, encode(c), 0o600)
}

// Connect connects to the kernel of a connection file and waits until it answers, or until ctx ends. Whoever has started
// the kernel closes gone when its process has ended; nil means that nobody watches it.
func Connect(ctx context.Context, file string, gone <-chan struct{}) (*Client, error) {
	c, err := readConnection(file)
	if err != nil {
		return nil, err
	}
	life, cancel := context.WithCancel(context.Background())
	options := []zmq4.Option{quiet, zmq4.WithDialerRetry(10 * time.Millisecond), zmq4.WithDialerMaxRetries(-1)}
	k := &Client{
		key: []byte(c.Key), session: newID(), arrivals: make(chan arrival, 100), gone: gone, cancel: cancel,
		shell: zmq4.NewDealer(life, options...), control: zmq4.NewDealer(life, options...), iopub: zmq4.NewSub(life, options...),
	}
	if err := k.connect(ctx, life, c); err != nil {
		k.Close()
		return nil, fmt.Errorf("the kernel does not start: %w", err)
	}
	return k, nil
}

func (k *Client) connect(ctx, life context.Context, c connection) error {
	if err := k.iopub.SetOption(zmq4.OptionSubscribe, ""); err != nil {
		return err
	}
	silent := log.New(io.Discard, "", 0)
	dialled := make(chan error, 1)
	go func() {
		for _, s := range []struct {
			name   channel
			socket zmq4.Socket
			port   int
		}{{shell, k.shell, c.Shell}, {control, k.control, c.Control}, {iopub, k.iopub, c.IOPub}} {
			if err := s.socket.Dial(c.address(s.port)); err != nil {
				dialled <- err
				return
			}
			go receive(life, s.name, s.socket, k.key, k.arrivals, silent)
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
				if m.from == iopub {
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

func (k *Client) send(on zmq4.Socket, kind string, content any) (id string, err error) {
	m := newMessage(kind, k.session, content)
	return m.id, on.SendMulti(zmq4.NewMsgFrom(m.frames(k.key)...))
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
			if m.parentID() != id {
				continue
			}
			var said struct {
				Status string `json:"status"`
				State  string `json:"execution_state"`
				failure
			}
			m.read(&said)
			switch m.kind {
			case "execute_reply":
				replied = true
				reply = Reply{OK: said.Status == "ok", Name: said.Name, Value: said.Value, Trace: said.Trace}
			case "status":
				idle = said.State == "idle"
			}
		case <-k.gone:
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
