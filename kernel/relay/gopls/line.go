package gopls

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"sync"
)

// line is a connection to gopls: JSON-RPC messages, each behind a header that says how long it is.
type line struct {
	conn net.Conn
	gone chan struct{} // closed when the connection is

	writing sync.Mutex
	mu      sync.Mutex
	count   int
	waiting map[int]chan message
}

// message is one of either side's: a request (with ID and Method), a notification (with Method), or an answer (with ID).
type message struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id,omitempty"`
	Method  string          `json:"method,omitempty"`
	Params  any             `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   *struct {
		Message string `json:"message"`
	} `json:"error,omitempty"`
}

// longest is how long a message may be: what is longer is none of gopls's.
const longest = 64 << 20

var errGone = errors.New("gopls is gone")

func newLine(conn net.Conn) *line {
	l := &line{conn: conn, gone: make(chan struct{}), waiting: map[int]chan message{}}
	go l.listen()
	return l
}

// call asks and waits for the answer, which it keeps in result, unless that is nil. When ctx ends, gopls is told that nobody waits
// any more.
func (l *line) call(ctx context.Context, method string, params any, result *json.RawMessage) error {
	answer := make(chan message, 1)
	l.mu.Lock()
	l.count++
	id := l.count
	l.waiting[id] = answer
	l.mu.Unlock()
	defer func() {
		l.mu.Lock()
		delete(l.waiting, id)
		l.mu.Unlock()
	}()
	if err := l.say(message{ID: json.RawMessage(strconv.Itoa(id)), Method: method, Params: params}); err != nil {
		return err
	}
	select {
	case m := <-answer:
		if m.Error != nil {
			return fmt.Errorf("%s: %s", method, m.Error.Message)
		}
		if result != nil {
			*result = m.Result
		}
		return nil
	case <-l.gone:
		return errGone
	case <-ctx.Done():
		_ = l.notify("$/cancelRequest", map[string]any{"id": id})
		return ctx.Err()
	}
}

func (l *line) notify(method string, params any) error {
	return l.say(message{Method: method, Params: params})
}

func (l *line) say(m message) error {
	m.Version = "2.0"
	text, err := json.Marshal(m)
	if err != nil {
		return err
	}
	l.writing.Lock()
	defer l.writing.Unlock()
	_, err = fmt.Fprintf(l.conn, "Content-Length: %d\r\n\r\n%s", len(text), text)
	return err
}

// listen takes what gopls says until it is gone. What it asks is answered with nothing: it is content with that.
func (l *line) listen() {
	defer close(l.gone)
	defer l.conn.Close()
	for in := bufio.NewReader(l.conn); ; {
		m, err := next(in)
		if err != nil {
			return
		}
		switch {
		case m.Method != "" && m.ID != nil:
			if l.say(message{ID: m.ID, Result: json.RawMessage("null")}) != nil {
				return
			}
		case m.ID != nil:
			id, _ := strconv.Atoi(string(m.ID))
			l.mu.Lock()
			if answer := l.waiting[id]; answer != nil {
				answer <- m
				delete(l.waiting, id)
			}
			l.mu.Unlock()
		}
	}
}

// next reads a message.
func next(in *bufio.Reader) (m message, err error) {
	length := -1
	for {
		head, err := in.ReadString('\n')
		if err != nil {
			return m, err
		}
		if head = strings.TrimSpace(head); head == "" {
			break
		}
		if name, value, _ := strings.Cut(head, ":"); strings.EqualFold(name, "Content-Length") {
			if length, err = strconv.Atoi(strings.TrimSpace(value)); err != nil {
				return m, err
			}
		}
	}
	if length < 0 || length > longest {
		return m, fmt.Errorf("a message of %d bytes", length)
	}
	text := make([]byte, length)
	if _, err := io.ReadFull(in, text); err != nil {
		return m, err
	}
	return m, json.Unmarshal(text, &m)
}
