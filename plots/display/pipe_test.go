package display

import (
	"encoding/gob"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/janpfeifer/gonb/gonbui/protocol"
)

// TestShowWaitsForTheNotebook plays GoNB at the other ends of the pipes, with GoNB's own types.
func TestShowWaitsForTheNotebook(t *testing.T) {
	out, back := filepath.Join(t.TempDir(), "out"), filepath.Join(t.TempDir(), "back")
	for _, path := range []string{out, back} {
		if err := syscall.Mkfifo(path, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv(protocol.GONB_PIPE_ENV, out)
	t.Setenv(protocol.GONB_PIPE_BACK_ENV, back)
	shown := make(chan protocol.DisplayData, 8)
	go func() {
		in, err := os.Open(out)
		if err != nil {
			t.Error(err)
			return
		}
		answers, err := os.OpenFile(back, os.O_WRONLY, 0)
		if err != nil {
			t.Error(err)
			return
		}
		decoder, encoder := gob.NewDecoder(in), gob.NewEncoder(answers)
		for range 4 { // two outputs, each with its sync
			var data protocol.DisplayData
			if err := decoder.Decode(&data); err != nil {
				t.Error(err)
				return
			}
			asked, isSync := data.Data[protocol.MIMECommValue].(protocol.CommValue)
			if !isSync {
				shown <- data
				continue
			}
			if asked.Address != protocol.GonbuiSyncAddress {
				t.Errorf("asked at %q", asked.Address)
			}
			answer := protocol.CommValue{Address: protocol.GonbuiSyncAckAddress, Value: asked.Value}
			if err := encoder.Encode(&answer); err != nil {
				t.Error(err)
			}
		}
		_, _ = in.Close(), answers.Close() // the kernel is gone
	}()

	notebook = pipe{}
	HTML("<b>1</b>", "1")
	var live Live
	live.Final("<b>2</b>", "2")
	for _, want := range []string{"1", "2"} {
		select {
		case data := <-shown:
			if data.Data[protocol.MIMETextPlain] != want || data.Data[protocol.MIMETextHTML] != "<b>"+want+"</b>" {
				t.Errorf("shown %v; want %s", data.Data, want)
			}
			if (data.DisplayID != "") != (want == "2") {
				t.Errorf("the id of %s is %q", want, data.DisplayID)
			}
		default:
			t.Errorf("HTML returned before the notebook had %s", want)
		}
	}
	HTML("<b>3</b>", "3") // must neither hang nor end the program
	HTML("<b>4</b>", "4")
}
