package judge

import (
	"bytes"
	"encoding/binary"
	"net"
	"os"
	"testing"

	"nekonote/kernel/relay/gocell"
)

// ends are two ends of a line.
func ends(t testing.TB) (ours, theirs *line) {
	t.Helper()
	ours, file, err := newLine()
	if err != nil {
		t.Fatal(err)
	}
	theirs, err = lineOf(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = ours.conn.Close(), theirs.conn.Close() })
	return ours, theirs
}

func TestALetterArrivesWithItsConnection(t *testing.T) {
	ours, theirs := ends(t)
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	sent := letter{Kind: hear, Hearing: 3, Cells: "package main", Pieces: map[string]gocell.Piece{"f": {Text: "func f() {}", Lines: []int{4}}}}
	socket, other, err := newLine()
	if err != nil {
		t.Fatal(err)
	}
	defer socket.conn.Close()
	defer other.Close()
	go func() { _ = ours.say(sent, other) }()
	m, conn, err := theirs.next()
	if err != nil || conn == nil || m.Kind != hear || m.Hearing != 3 || m.Pieces["f"].Lines[0] != 4 {
		t.Fatalf("%+v, %v, %v", m, conn, err)
	}
	_ = conn.Close()
	go func() { _ = ours.say(letter{Kind: settled}, w) }() // a pipe is no connection
	if _, conn, err := theirs.next(); err == nil || conn != nil {
		t.Errorf("a pipe is taken for a connection: %v", err)
	}
}

// FuzzLetters: whatever comes along the line is a letter or an error, and the reader comes to an end.
func FuzzLetters(f *testing.F) {
	letterOf := func(text string) []byte {
		return append(binary.BigEndian.AppendUint32(nil, uint32(len(text))), text...)
	}
	f.Add(letterOf(`{"kind":"judged","hearing":1,"verdict":{"id":"week2/sigmoid","points":10}}`))
	f.Add(letterOf(`{"kind":"hear","hearing":-1,"pieces":{"f":{"text":"func f() {","lines":[-3]}}}`))
	f.Add(bytes.Repeat(letterOf(`{"kind":"show","HTML":"<b>"}`), 3))
	f.Add(letterOf(`{"kind":5}`))
	f.Add(letterOf(""))
	f.Add([]byte{0xff, 0xff, 0xff, 0xff})        // longer than any letter
	f.Add(binary.BigEndian.AppendUint32(nil, 9)) // and cut short
	f.Add([]byte{0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		ours, theirs := ends(t)
		go func() {
			_, _ = ours.conn.Write(data)
			_ = ours.conn.CloseWrite()
		}()
		for range len(data) + 1 {
			_, conn, err := theirs.next()
			if conn != nil {
				_ = net.Conn(conn).Close()
				t.Error("bytes alone make a connection")
			}
			if err != nil {
				return
			}
		}
		t.Errorf("%d bytes are more letters than that", len(data))
	})
}
