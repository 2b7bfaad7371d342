package judge

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"net"
	"os"
	"sync"
	"syscall"

	"nekonote/kernel/relay/gocell"
	"nekonote/lessons"
	"nekonote/lessons/verdict"
)

// letter is what the kernel and the judge say to each other. Each is about one hearing, which Hearing numbers.
type letter struct {
	Kind    string `json:"kind"`
	Hearing int    `json:"hearing"`

	// Hear, to the judge, which comes with the connection to the program:
	Mark    string `json:"mark,omitempty"`
	Program string `json:"program,omitempty"` // the file that GoNB composed
	Cells   string `json:"cells,omitempty"`
	Seed    uint64 `json:"seed,omitempty"`

	Pieces map[string]gocell.Piece `json:"pieces,omitempty"`

	Stale map[string]lessons.Stale `json:"stale,omitempty"`

	// To the kernel:
	Verdict    *verdict.Graded `json:"verdict,omitempty"` // of Judged
	HTML, Text string          // of Show
}

// The kinds of letters.
const (
	hear    = "hear"    // to the judge: a program has a question
	stop    = "stop"    // to the judge: the learner stops the cell
	shown   = "shown"   // to the judge: the card is there
	judged  = "judged"  // to the kernel: this is the verdict
	show    = "show"    // to the kernel: show this card
	hangs   = "hangs"   // to the kernel: the program does not end by itself
	settled = "settled" // to the kernel: all is said to the program
)

// line is one end of the connection between the kernel and the judge.
type line struct {
	conn *net.UnixConn
	send sync.Mutex
}

// newLine returns one end, and the other one as a file for the judge's process.
func newLine() (*line, *os.File, error) {
	ends, err := pair()
	if err != nil {
		return nil, nil, err
	}
	theirs := os.NewFile(uintptr(ends[1]), "judge")
	ours, err := lineOf(os.NewFile(uintptr(ends[0]), "judge"))
	if err != nil {
		return nil, nil, errors.Join(err, theirs.Close())
	}
	return ours, theirs, nil
}

// pair makes a pair of sockets that no process started meanwhile inherits: not every system can do that in one step.
func pair() (ends [2]int, err error) {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	if ends, err = syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM, 0); err == nil {
		syscall.CloseOnExec(ends[0])
		syscall.CloseOnExec(ends[1])
	}
	return ends, err
}

// lineOf takes over the descriptor of one end.
func lineOf(file *os.File) (*line, error) {
	defer file.Close()
	conn, err := net.FileConn(file)
	if err != nil {
		return nil, err
	}
	unix, ok := conn.(*net.UnixConn)
	if !ok {
		return nil, errors.Join(errors.New("the judge's descriptor is no socket"), conn.Close())
	}
	return &line{conn: unix}, nil
}

// say sends a letter, and with it a copy of a connection, unless that is nil.
func (l *line) say(m letter, with *os.File) error {
	data, err := json.Marshal(m)
	if err != nil {
		return err
	}
	data = append(binary.BigEndian.AppendUint32(nil, uint32(len(data))), data...)
	l.send.Lock()
	defer l.send.Unlock()
	if with != nil { // it belongs to the first byte
		if _, _, err := l.conn.WriteMsgUnix(data[:1], syscall.UnixRights(int(with.Fd())), nil); err != nil {
			return err
		}
		data = data[1:]
	}
	_, err = l.conn.Write(data)
	return err
}

// most is the size of the largest letter, in bytes.
const most = 64 << 20

// next waits for a letter. A connection that came with it is the receiver's to close.
func (l *line) next() (m letter, with net.Conn, err error) {
	head, rights := make([]byte, 4), make([]byte, syscall.CmsgSpace(4))
	n, extra, _, _, err := l.conn.ReadMsgUnix(head[:1], rights)
	if err == nil && n == 0 {
		err = io.EOF
	}
	if err != nil {
		return m, nil, err
	}
	if extra > 0 {
		if with, err = connectionIn(rights[:extra]); err != nil {
			return m, nil, err
		}
	}
	if _, err = io.ReadFull(l.conn, head[1:]); err == nil {
		size := binary.BigEndian.Uint32(head)
		if size > most {
			return m, with, errors.New("a letter is too long")
		}
		data := make([]byte, size)
		if _, err = io.ReadFull(l.conn, data); err == nil {
			err = json.Unmarshal(data, &m)
		}
	}
	return m, with, err
}

// connectionIn is the connection that came with a letter.
func connectionIn(rights []byte) (net.Conn, error) {
	messages, err := syscall.ParseSocketControlMessage(rights)
	if err != nil {
		return nil, err
	}
	for _, message := range messages {
		descriptors, err := syscall.ParseUnixRights(&message)
		if err != nil {
			return nil, err
		}
		for _, fd := range descriptors {
			syscall.CloseOnExec(fd)
			file := os.NewFile(uintptr(fd), "program")
			defer file.Close()
			return net.FileConn(file)
		}
	}
	return nil, errors.New("a letter comes with no connection")
}
