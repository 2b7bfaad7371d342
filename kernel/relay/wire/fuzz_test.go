package wire

import (
	"bytes"
	"testing"
)

// FuzzMessage: what is signed comes back as it was; what was changed on its way is refused; nothing breaks the parser.
func FuzzMessage(f *testing.F) {
	f.Add([]byte("id"), []byte(`{"msg_type":"execute_request","msg_id":"1"}`), []byte(`{"code":"1"}`), []byte("buffer"), 3)
	f.Add([]byte("<IDS|MSG>"), []byte(`{}`), []byte(``), []byte(``), 0)
	f.Add([]byte(""), []byte(`{"msg_type":""}`), []byte(`[`), []byte{0xff}, 100)
	key := []byte("a key")
	f.Fuzz(func(t *testing.T, id, header, content, buffer []byte, at int) {
		_, _ = Parse([][]byte{id, header, delimiter, content, buffer}, key)
		sent := &Message{IDs: [][]byte{id}, Header: header, Parent: []byte("{}"), Metadata: []byte("{}"), Content: content, Buffers: [][]byte{buffer}}
		frames := sent.Frames(key)
		got, err := Parse(frames, key)
		if bytes.Equal(id, delimiter) {
			return // an identity is never that
		}
		if err == errHeader {
			return
		}
		if err != nil {
			t.Fatalf("%v for %q", err, frames)
		}
		if !bytes.Equal(got.Content, content) || !bytes.Equal(got.Header, header) || !bytes.Equal(got.Buffers[0], buffer) || !bytes.Equal(got.IDs[0], id) {
			t.Fatalf("%q became %q", sent, got)
		}
		// One bit of the four signed parts is turned.
		signed := bytes.Join(frames[3:7], nil)
		if len(signed) == 0 {
			return
		}
		n := (at%len(signed) + len(signed)) % len(signed)
		for i := 3; i < 7; i++ {
			if n < len(frames[i]) {
				changed := bytes.Clone(frames[i])
				changed[n] ^= 1
				frames[i] = changed
				break
			}
			n -= len(frames[i])
		}
		if _, err := Parse(frames, key); err != errSignature {
			t.Fatalf("a changed message gives %v", err)
		}
	})
}
