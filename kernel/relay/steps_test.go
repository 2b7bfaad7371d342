package relay

import (
	"strings"
	"testing"
	"time"

	"nekonote/kernel/relay/gocell"
	"nekonote/kernel/relay/wire"
)

// These tests are about messages alone: no GoNB, no sockets.

func stream(name, text string) *wire.Message {
	return wire.NewMessage("stream", "s", map[string]any{"name": name, "text": text})
}

// newCell is a cell as the steps meet it.
func newCell(code string) *cell {
	return &cell{
		asked: request{Code: code}, lines: strings.Split(code, "\n"), sent: gocell.AsWritten(code), count: 1,
		task: &task{request: wire.NewMessage("execute_request", "s", map[string]any{})},
	}
}

// texts are the texts of streams.
func texts(messages []*wire.Message) string {
	var all strings.Builder
	for _, m := range messages {
		var said struct{ Text string }
		m.Read(&said)
		all.WriteString(said.Text)
	}
	return all.String()
}

func TestPanicStepHoldsBackTracesAndNothingElse(t *testing.T) {
	for _, c := range []struct{ chunks, shown, pending, trace string }{
		{"a\n|b\n", "a\nb\n", "", ""},
		{"a\n|pan|ic: no\n|goroutine 1 [running]:\n", "a\n", "", "panic: no\ngoroutine 1 [running]:\n"},
		{"no panic: here\n", "no panic: here\n", "", ""},
		{"pan|cake\n", "pancake\n", "", ""},
		{"x\npani", "x\n", "pani", ""},
		{"fatal error: all goroutines are asleep - deadlock!\n", "", "", "fatal error: all goroutines are asleep - deadlock!\n"},
		{"a\n|exit status 2\n", "a\n", "", ""},
	} {
		cell, p := newCell(""), &panics{}
		shown := ""
		for _, chunk := range strings.Split(c.chunks, "|") {
			shown += texts(p.output(nil, cell, stream("stderr", chunk)))
		}
		if shown != c.shown || p.pending != c.pending || p.trace != c.trace {
			t.Errorf("%q: shown %q, pending %q, trace %q", c.chunks, shown, p.pending, p.trace)
		}
	}
	if got := texts((&panics{}).output(nil, newCell(""), stream("stdout", "panic: as text\n"))); got != "panic: as text\n" {
		t.Errorf("stdout: %q", got)
	}
}

func TestDisplayStepShowsTheFirstUpdateOfARun(t *testing.T) {
	c, d := newCell(""), displays{}
	update := wire.NewMessage("update_display_data", "s", map[string]any{"transient": map[string]any{"display_id": "a"}})
	for i, want := range []string{"display_data", "update_display_data", "update_display_data"} {
		if got := d.output(nil, c, update)[0].Kind; got != want {
			t.Errorf("update %d became %s; want %s", i, got, want)
		}
	}
}

func TestResultStepKeepsTheValue(t *testing.T) {
	c, v := newCell("1"), &value{}
	marked := wire.NewMessage("display_data", "s", map[string]any{
		"data": map[string]any{"text/plain": "1"}, "metadata": map[string]any{"nekonote_value": true},
	})
	if out := v.output(nil, c, marked); len(out) != 0 || v.result == nil || v.result.Kind != "execute_result" {
		t.Errorf("%v, %v", out, v.result)
	}
	other := wire.NewMessage("display_data", "s", map[string]any{"data": map[string]any{"text/plain": "1"}, "metadata": map[string]any{}})
	if out := v.output(nil, c, other); len(out) != 1 || out[0] != other {
		t.Errorf("another output became %v", out)
	}
}

func TestNearest(t *testing.T) {
	names := []string{"sigmoid", "propagate", "alpha", "W1"}
	for name, want := range map[string]string{
		"sigmod": "sigmoid", "Sigmoid": "sigmoid", "sigmoidd": "sigmoid", "sgimoid": "sigmoid", "propagete": "propagate", "alhpa": "alpha",
		"w1": "W1", "beta": "", "W2": "", "sig": "",
	} {
		if got := nearest(name, names); got != want {
			t.Errorf("nearest(%s) = %q; want %q", name, got, want)
		}
	}
}

func TestCaretStandsUnderItsCharacter(t *testing.T) {
	for text, want := range map[string]string{"abc": "   ", "\tx": "\t ", "日本x": "　　 ", "é(": "  "} {
		if got := under(text); got != want {
			t.Errorf("under(%q) = %q; want %q", text, got, want)
		}
	}
}

func TestCellsAskedForBeforeAnErrorAreNotRun(t *testing.T) {
	l := &loop{}
	before := wire.NewMessage("execute_request", "s", map[string]any{})
	time.Sleep(5 * time.Millisecond)
	l.stopped = time.Now()
	time.Sleep(5 * time.Millisecond)
	after := wire.NewMessage("execute_request", "s", map[string]any{})
	if !l.aborts(before) || l.aborts(after) {
		t.Errorf("before %t, after %t", l.aborts(before), l.aborts(after))
	}
}

func TestAWrongSignatureIsDroppedAndLogged(t *testing.T) {
	k := startFake(t)
	key := k.key
	k.key = []byte("another")
	k.send(wire.Shell, "echo_request", map[string]any{"forged": true})
	k.key = key
	id := k.send(wire.Shell, "echo_request", map[string]any{})
	for m := range k.arrivals {
		if m.From == wire.Shell {
			if m.ParentID() != id {
				t.Error("a forged message was answered")
			}
			break
		}
	}
	until(t, "logged", func() bool { return strings.Contains(k.log.String(), "signature") })
}
