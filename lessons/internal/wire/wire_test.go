package wire

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"nekonote/lessons/internal/call"
)

func TestMessagesArriveAsTheyWere(t *testing.T) {
	var line bytes.Buffer
	sent := Back{Results: []Result{{Outcome: call.Outcome{Panic: "p", At: call.Place{File: "f", Line: 3}, Shared: []call.Shared{{Result: "a", Argument: "b"}}}, Values: []string{"\x00\xff"}}}}
	if err := Send(&line, sent); err != nil {
		t.Fatal(err)
	}
	var got Back
	if err := Receive(&line, &got); err != nil || !reflect.DeepEqual(got, sent) {
		t.Errorf("%+v, %v; want %+v", got, err, sent)
	}
	if err := Send(&line, Ask{Text: strings.Repeat("x", Most)}); err != ErrHuge {
		t.Errorf("a message of 64 MB: %v", err)
	}
}

// Whatever comes is a message or an error.
func FuzzReceive(f *testing.F) {
	var line bytes.Buffer
	if err := Send(&line, Back{Stuck: []string{"x"}, Results: []Result{{Values: []string{"y"}}}}); err != nil {
		f.Fatal(err)
	}
	f.Add(line.Bytes())
	f.Add([]byte("panic: no more"))
	f.Add([]byte{0, 0, 0, 5, 1})
	f.Fuzz(func(t *testing.T, data []byte) {
		var back Back
		var ask Ask
		_ = Receive(bytes.NewReader(data), &back)
		_ = Receive(bytes.NewReader(data), &ask)
	})
}
