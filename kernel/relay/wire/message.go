// Package wire speaks the wire protocol of Jupyter: messages, the connection file, and the five sockets that it names.
package wire

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// ProtocolVersion is the version of Jupyter's messages that the relay speaks.
const ProtocolVersion = "5.4"

// delimiter stands between the routing identities and the message itself.
var delimiter = []byte("<IDS|MSG>")

// Reasons why what came over a socket is no message of ours.
var (
	errNoDelimiter = errors.New("no <IDS|MSG> in it")
	errTooShort    = errors.New("fewer than five parts after <IDS|MSG>")
	errSignature   = errors.New("the signature does not fit the key of the connection file")
	errHeader      = errors.New("its header is not JSON with a msg_type")
)

// Message is one message of Jupyter's wire protocol. Its four JSON parts stay the bytes that came, so that what the relay
// does not touch goes on unchanged.
//
// Source: https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol
type Message struct {
	IDs     [][]byte // routing identities, in front of the delimiter
	Kind    string   // msg_type of the header
	ID      string   // msg_id of the header
	Session string

	Header, Parent, Metadata, Content []byte
	Buffers                           [][]byte
}

// Header is the part of a message's header that the relay reads or writes.
type Header struct {
	ID       string `json:"msg_id"`
	Session  string `json:"session"`
	Username string `json:"username"`
	Date     string `json:"date"`
	Kind     string `json:"msg_type"`
	Version  string `json:"version"`
}

// Parse reads the frames of one message and checks its signature against key; an empty key means unsigned messages.
func Parse(frames [][]byte, key []byte) (*Message, error) {
	at := -1
	for i, frame := range frames {
		if bytes.Equal(frame, delimiter) {
			at = i
			break
		}
	}
	if at < 0 {
		return nil, errNoDelimiter
	}
	rest := frames[at+1:]
	if len(rest) < 5 {
		return nil, errTooShort
	}
	if len(key) > 0 {
		given, err := hex.DecodeString(string(rest[0]))
		if err != nil || !hmac.Equal(given, sum(key, rest[1:5])) {
			return nil, errSignature
		}
	}
	m := &Message{
		IDs: frames[:at], Header: rest[1], Parent: rest[2], Metadata: rest[3], Content: rest[4], Buffers: rest[5:],
	}
	var h Header
	if err := json.Unmarshal(m.Header, &h); err != nil || h.Kind == "" {
		return nil, errHeader
	}
	m.Kind, m.ID, m.Session = h.Kind, h.ID, h.Session
	return m, nil
}

// Frames are the parts of the message as they go over a socket, signed with key.
func (m *Message) Frames(key []byte) [][]byte {
	parts := [][]byte{m.Header, m.Parent, m.Metadata, m.Content}
	var signature []byte
	if len(key) > 0 {
		signature = []byte(hex.EncodeToString(sum(key, parts)))
	}
	frames := make([][]byte, 0, len(m.IDs)+6+len(m.Buffers))
	frames = append(frames, m.IDs...)
	frames = append(frames, delimiter, signature)
	frames = append(frames, parts...)
	return append(frames, m.Buffers...)
}

func sum(key []byte, parts [][]byte) []byte {
	mac := hmac.New(sha256.New, key)
	for _, part := range parts {
		mac.Write(part)
	}
	return mac.Sum(nil)
}

// ParentID is the msg_id of the request that m belongs to, or "".
func (m *Message) ParentID() string {
	var h Header
	_ = json.Unmarshal(m.Parent, &h) // a message without a parent has {}
	return h.ID
}

// Read fills into from the message's content. What does not fit is left as it is: the relay is lenient in what it takes.
func (m *Message) Read(into any) {
	_ = json.Unmarshal(m.Content, into)
}

// With is m with another content.
func (m *Message) With(content any) *Message {
	changed := *m
	changed.Content = Encode(content)
	return &changed
}

// Edit is m with some fields of its content replaced, the others as they came.
func (m *Message) Edit(fields map[string]any) *Message {
	var all map[string]json.RawMessage
	if json.Unmarshal(m.Content, &all) != nil || all == nil {
		all = map[string]json.RawMessage{}
	}
	for name, value := range fields {
		all[name] = Encode(value)
	}
	return m.With(all)
}

// Answer is a new message of the given kind, as a child of the request m.
func (m *Message) Answer(kind string, content any) *Message {
	child := NewMessage(kind, m.Session, content)
	child.IDs, child.Parent = m.IDs, m.Header
	return child
}

// NewMessage is a message that nobody asked for.
func NewMessage(kind, session string, content any) *Message {
	h := Header{
		ID: NewID(), Session: session, Username: "kernel", Kind: kind, Version: ProtocolVersion,
		Date: time.Now().UTC().Format("2006-01-02T15:04:05.000000Z"),
	}
	return &Message{
		Kind: kind, ID: h.ID, Session: session,
		Header: Encode(h), Parent: []byte("{}"), Metadata: []byte("{}"), Content: Encode(content),
	}
}

// Encode is value as JSON, with <, > and & left readable. Everything that the relay encodes is made of strings, numbers,
// maps and slices, so a failure is a mistake of ours.
func Encode(value any) []byte {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic(fmt.Sprintf("relay: %T cannot be written as JSON: %v", value, err))
	}
	return bytes.TrimRight(text.Bytes(), "\n")
}

// NewID is a fresh random name: for a message, a session, a key.
func NewID() string {
	random := make([]byte, 16)
	_, _ = rand.Read(random) // never fails
	return hex.EncodeToString(random)
}

// Renamed is m as a message of another kind.
func (m *Message) Renamed(kind string) *Message {
	changed := *m
	var all map[string]any
	_ = json.Unmarshal(m.Header, &all) // parse has read it before
	all["msg_type"] = kind
	changed.Kind, changed.Header = kind, Encode(all)
	return &changed
}
