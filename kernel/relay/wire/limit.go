package wire

import (
	"context"
	"encoding/binary"
	"errors"
	"net"
	"sync"
	"time"

	"github.com/go-zeromq/zmq4"
	"github.com/go-zeromq/zmq4/transport"
)

// A frame says its length before it comes, and zmq4 makes room for whatever is said: eight bytes, sent to a port of the kernel
// by any user of the machine and without the key, would end it. So the bytes of every connection are read along with, and one
// that announces more than a message may hold is closed before room is made.

// MaxMessage is how many bytes one message may hold, all frames together.
const MaxMessage = 64 << 20

// ErrTooLarge is why a connection was closed: it had announced a message of more than MaxMessage bytes.
var ErrTooLarge = errors.New("a message of more than 64 MB was announced")

// The names of the transports, as they stand in an address, that limit what they carry.
const (
	limitedIPC = "nekonote-ipc"
	limitedTCP = "nekonote-tcp"
)

func init() {
	for name, network := range map[string]string{limitedIPC: "unix", limitedTCP: "tcp"} {
		if err := zmq4.RegisterTransport(name, limited{transport.New(network)}); err != nil {
			panic(err) // the name is ours alone
		}
	}
}

type limited struct{ transport.Transport }

func (l limited) Dial(ctx context.Context, dialer transport.Dialer, address string) (net.Conn, error) {
	c, err := l.Transport.Dial(ctx, dialer, address)
	if err != nil {
		return nil, err
	}
	return &limitedConn{Conn: c, address: address}, nil
}

func (l limited) Listen(ctx context.Context, address string) (net.Listener, error) {
	on, err := l.Transport.Listen(ctx, address)
	if err != nil {
		return nil, err
	}
	return limitedListener{on, address}, nil
}

type limitedListener struct {
	net.Listener
	address string
}

// introduction is how long a stranger may take to say who it is: zmq4 accepts nobody else meanwhile.
const introduction = 10 * time.Second

func (l limitedListener) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	_ = c.SetReadDeadline(time.Now().Add(introduction))
	return &limitedConn{Conn: c, address: l.address, waits: true}, nil
}

// limitedConn reads along with what comes: 64 bytes of greeting, then frames of a flag, a length of one or eight bytes, and a
// body.
//
// Source: https://rfc.zeromq.org/spec/23/
type limitedConn struct {
	net.Conn
	address string
	waits   bool // for the introduction to be over

	greeted int    // bytes of the greeting so far
	head    []byte // of the frame under way
	body    uint64 // bytes of it that are still to come
	message uint64 // bytes of the message so far
}

const (
	greeting = 64
	flagMore = 1
	flagLong = 2
)

func (c *limitedConn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	if follow := c.follow(p[:n]); follow != nil {
		_ = c.Conn.Close()
		if do, ok := oversized.Load(c.address); ok {
			do.(func())()
		}
		return 0, follow
	}
	return n, err
}

// follow takes the next bytes of the connection.
func (c *limitedConn) follow(p []byte) error {
	for len(p) > 0 {
		switch {
		case c.greeted < greeting:
			n := min(greeting-c.greeted, len(p))
			c.greeted += n
			p = p[n:]
		case c.body > 0:
			n := min(c.body, uint64(len(p)))
			c.body -= n
			p = p[n:]
		default:
			c.head = append(c.head, p[0])
			p = p[1:]
			if err := c.frame(); err != nil {
				return err
			}
		}
	}
	return nil
}

// frame looks at the head of a frame once it is whole.
func (c *limitedConn) frame() error {
	flags, whole := c.head[0], 2
	if flags&flagLong != 0 {
		whole = 9
	}
	if len(c.head) < whole {
		return nil
	}
	c.body = uint64(c.head[1])
	if whole == 9 {
		c.body = binary.BigEndian.Uint64(c.head[1:])
	}
	c.head = c.head[:0]
	// A message of endless small frames fills the memory too: each costs some bytes of its own.
	const perFrame = 64
	if c.body > MaxMessage || c.message+c.body+perFrame > MaxMessage {
		return ErrTooLarge
	}
	c.message += c.body + perFrame
	if flags&flagMore == 0 {
		c.message = 0
	}
	if c.waits {
		c.waits = false
		return c.Conn.SetReadDeadline(time.Time{})
	}
	return nil
}

// oversized holds whom to tell, by the address of the socket.
var oversized sync.Map

// OnTooLarge arranges that do is called when a message that is too large is announced on one of the sockets of c, until forget
// is called.
func (c Connection) OnTooLarge(do func()) (forget func()) {
	var addresses []string
	for _, port := range []int{c.Shell, c.Control, c.Stdin, c.IOPub} {
		addresses = append(addresses, c.place(port))
	}
	for _, address := range addresses {
		oversized.Store(address, do)
	}
	return func() {
		for _, address := range addresses {
			oversized.Delete(address)
		}
	}
}
