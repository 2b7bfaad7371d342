package relay

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

// protocolVersion is the version of Jupyter's messages that the relay speaks.
const protocolVersion = "5.4"

// delimiter stands between the routing identities and the message itself.
var delimiter = []byte("<IDS|MSG>")

// Reasons why what came over a socket is no message of ours.
var (
	errNoDelimiter = errors.New("no <IDS|MSG> in it")
	errTooShort    = errors.New("fewer than five parts after <IDS|MSG>")
	errSignature   = errors.New("the signature does not fit the key of the connection file")
	errHeader      = errors.New("its header is not JSON with a msg_type")
)

// message is one message of Jupyter's wire protocol. Its four JSON parts stay the bytes that came, so that what the relay
// does not touch goes on unchanged.
//
// Source: https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol
type message struct {
	ids     [][]byte // routing identities, in front of the delimiter
	kind    string   // msg_type of the header
	id      string   // msg_id of the header
	session string

	header, parent, metadata, content []byte
	buffers                           [][]byte
}

// header is the part of a message's header that the relay reads or writes.
type header struct {
	ID       string `json:"msg_id"`
	Session  string `json:"session"`
	Username string `json:"username"`
	Date     string `json:"date"`
	Kind     string `json:"msg_type"`
	Version  string `json:"version"`
}

// parse reads the frames of one message and checks its signature against key; an empty key means unsigned messages.
func parse(frames [][]byte, key []byte) (*message, error) {
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
	m := &message{
		ids: frames[:at], header: rest[1], parent: rest[2], metadata: rest[3], content: rest[4], buffers: rest[5:],
	}
	var h header
	if err := json.Unmarshal(m.header, &h); err != nil || h.Kind == "" {
		return nil, errHeader
	}
	m.kind, m.id, m.session = h.Kind, h.ID, h.Session
	return m, nil
}

// frames are the parts of the message as they go over a socket, signed with key.
func (m *message) frames(key []byte) [][]byte {
	parts := [][]byte{m.header, m.parent, m.metadata, m.content}
	var signature []byte
	if len(key) > 0 {
		signature = []byte(hex.EncodeToString(sum(key, parts)))
	}
	frames := make([][]byte, 0, len(m.ids)+6+len(m.buffers))
	frames = append(frames, m.ids...)
	frames = append(frames, delimiter, signature)
	frames = append(frames, parts...)
	return append(frames, m.buffers...)
}

func sum(key []byte, parts [][]byte) []byte {
	mac := hmac.New(sha256.New, key)
	for _, part := range parts {
		mac.Write(part)
	}
	return mac.Sum(nil)
}

// parentID is the msg_id of the request that m belongs to, or "".
func (m *message) parentID() string {
	var h header
	_ = json.Unmarshal(m.parent, &h) // a message without a parent has {}
	return h.ID
}

// read fills into from the message's content. What does not fit is left as it is: the relay is lenient in what it takes.
func (m *message) read(into any) {
	_ = json.Unmarshal(m.content, into)
}

// with is m with another content.
func (m *message) with(content any) *message {
	changed := *m
	changed.content = encode(content)
	return &changed
}

// edit is m with some fields of its content replaced, the others as they came.
func (m *message) edit(fields map[string]any) *message {
	var all map[string]json.RawMessage
	if json.Unmarshal(m.content, &all) != nil || all == nil {
		all = map[string]json.RawMessage{}
	}
	for name, value := range fields {
		all[name] = encode(value)
	}
	return m.with(all)
}

// answer is a new message of the given kind, as a child of the request m.
func (m *message) answer(kind string, content any) *message {
	child := newMessage(kind, m.session, content)
	child.ids, child.parent = m.ids, m.header
	return child
}

// newMessage is a message that nobody asked for.
func newMessage(kind, session string, content any) *message {
	h := header{
		ID: newID(), Session: session, Username: "kernel", Kind: kind, Version: protocolVersion,
		Date: time.Now().UTC().Format("2006-01-02T15:04:05.000000Z"),
	}
	return &message{
		kind: kind, id: h.ID, session: session,
		header: encode(h), parent: []byte("{}"), metadata: []byte("{}"), content: encode(content),
	}
}

// encode is value as JSON, with <, > and & left readable. Everything that the relay encodes is made of strings, numbers,
// maps and slices, so a failure is a mistake of ours.
func encode(value any) []byte {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic(fmt.Sprintf("relay: %T cannot be written as JSON: %v", value, err))
	}
	return bytes.TrimRight(text.Bytes(), "\n")
}

// newID is a fresh random name: for a message, a session, a key.
func newID() string {
	random := make([]byte, 16)
	_, _ = rand.Read(random) // never fails
	return hex.EncodeToString(random)
}

// renamed is m as a message of another kind.
func (m *message) renamed(kind string) *message {
	changed := *m
	var all map[string]any
	_ = json.Unmarshal(m.header, &all) // parse has read it before
	all["msg_type"] = kind
	changed.kind, changed.header = kind, encode(all)
	return &changed
}
