package wire

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"log"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/go-zeromq/zmq4"
)

// hello is the beginning of a connection, as a stranger may send it: greeting and READY.
func hello() []byte {
	greeting := make([]byte, 64)
	greeting[0], greeting[8], greeting[9], greeting[10] = 0xff, 1, 0x7f, 3
	copy(greeting[12:], "NULL")
	body := append([]byte("\x05READY\x0bSocket-Type\x00\x00\x00\x06DEALER\x08Identity\x00\x00\x00\x00"), nil...)
	return append(greeting, append([]byte{4, byte(len(body))}, body...)...)
}

// frame is the head of a frame of that length.
func frame(flags byte, length uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte{flags | flagLong}, length)
}

type reader struct {
	net.Conn
	io.Reader
}

func (r reader) Read(p []byte) (int, error)      { return r.Reader.Read(p) }
func (r reader) Close() error                    { return nil }
func (r reader) SetReadDeadline(time.Time) error { return nil }

func TestAMessageThatIsTooLargeIsRefusedBeforeItComes(t *testing.T) {
	small := append(frame(0, 300), make([]byte, 300)...)
	for name, c := range map[string]struct {
		sent    []byte
		refused bool
	}{
		"small":             {bytes.Repeat(small, 3), false},
		"huge":              {frame(0, 1<<62), true},
		"huge after small":  {append(bytes.Clone(small), frame(0, 1<<62)...), true},
		"a bit too large":   {frame(0, MaxMessage+1), true},
		"of too many parts": {bytes.Repeat([]byte{flagMore, 0}, MaxMessage/64+2), true},
		"negative":          {frame(0, 1<<63), true},
	} {
		for _, pieces := range []func(io.Reader) io.Reader{func(r io.Reader) io.Reader { return r }, iotest.OneByteReader} {
			conn := &limitedConn{Conn: reader{Reader: pieces(bytes.NewReader(append(hello(), c.sent...)))}}
			_, err := io.Copy(io.Discard, conn)
			if errors.Is(err, ErrTooLarge) != c.refused {
				t.Errorf("%s: %v; refused is to be %t", name, err, c.refused)
			}
		}
	}
}

// A stranger without the key, who says that 2^62 bytes will come or who says nothing at all, harms nobody.
func TestStrangersHarmNobody(t *testing.T) {
	dir, err := os.MkdirTemp("/tmp", "t")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	for _, c := range []Connection{
		{Transport: "ipc", IP: filepath.Join(dir, "k"), Key: "k", Shell: 1, Control: 2, Stdin: 3, IOPub: 4, Heartbeat: 5},
	} {
		f, err := Listen(t.Context(), c, log.New(io.Discard, "", 0))
		if err != nil {
			t.Fatal(err)
		}
		told := make(chan bool, 10)
		defer c.OnTooLarge(func() { told <- true })()
		stranger, err := net.Dial("unix", c.place(c.Shell))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := stranger.Write(append(hello(), frame(0, 1<<62)...)); err != nil {
			t.Fatal(err)
		}
		<-told
		client := zmq4.NewDealer(t.Context(), Quiet)
		if err := client.Dial(c.Address(c.Shell)); err != nil {
			t.Fatal(err)
		}
		m := NewMessage("kernel_info_request", "s", struct{}{})
		if err := client.SendMulti(zmq4.NewMsgFrom(m.Frames([]byte("k"))...)); err != nil {
			t.Fatal(err)
		}
		select {
		case got := <-f.Arrivals:
			if got.Kind != "kernel_info_request" {
				t.Errorf("%s arrives", got.Kind)
			}
		case <-time.After(20 * time.Second):
			t.Error("nothing arrives any more")
		}
		f.Close()
	}
}

func TestAddressesAreLimited(t *testing.T) {
	for _, transport := range []string{"tcp", "ipc"} {
		if a := (Connection{Transport: transport, IP: "x"}).Address(1); !strings.HasPrefix(a, "nekonote-"+transport+"://") {
			t.Errorf("the address of %s is %s", transport, a)
		}
	}
}
