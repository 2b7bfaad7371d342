package relay

import (
	"strings"
	"testing"
	"time"
)

// These tests are about messages alone: no GoNB, no sockets.

func stream(name, text string) *message {
	return newMessage("stream", "s", map[string]any{"name": name, "text": text})
}

// newCell is a cell as the steps meet it.
func newCell(code string) *cell {
	return &cell{
		asked: request{Code: code}, lines: strings.Split(code, "\n"), sent: asWritten(code), seen: map[string]bool{}, count: 1,
		task: &task{request: newMessage("execute_request", "s", map[string]any{})},
	}
}

// texts are the texts of streams.
func texts(messages []*message) string {
	var all strings.Builder
	for _, m := range messages {
		var said struct{ Text string }
		m.read(&said)
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
		cell := newCell("")
		shown := ""
		for _, chunk := range strings.Split(c.chunks, "|") {
			shown += texts(panicStep(nil, cell, stream("stderr", chunk)))
		}
		if shown != c.shown || cell.pending != c.pending || cell.trace != c.trace {
			t.Errorf("%q: shown %q, pending %q, trace %q", c.chunks, shown, cell.pending, cell.trace)
		}
	}
	if got := texts(panicStep(nil, newCell(""), stream("stdout", "panic: as text\n"))); got != "panic: as text\n" {
		t.Errorf("stdout: %q", got)
	}
}

func TestDisplayStepShowsTheFirstUpdateOfARun(t *testing.T) {
	c := newCell("")
	update := newMessage("update_display_data", "s", map[string]any{"transient": map[string]any{"display_id": "a"}})
	for i, want := range []string{"display_data", "update_display_data", "update_display_data"} {
		if got := displayStep(nil, c, update)[0].kind; got != want {
			t.Errorf("update %d became %s; want %s", i, got, want)
		}
	}
}

func TestResultStepKeepsTheValue(t *testing.T) {
	c := newCell("1")
	marked := newMessage("display_data", "s", map[string]any{
		"data": map[string]any{"text/plain": "1"}, "metadata": map[string]any{"nekonote_value": true},
	})
	if out := resultStep(nil, c, marked); len(out) != 0 || c.result == nil || c.result.kind != "execute_result" {
		t.Errorf("%v, %v", out, c.result)
	}
	other := newMessage("display_data", "s", map[string]any{"data": map[string]any{"text/plain": "1"}, "metadata": map[string]any{}})
	if out := resultStep(nil, c, other); len(out) != 1 || out[0] != other {
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
	before := newMessage("execute_request", "s", map[string]any{})
	time.Sleep(5 * time.Millisecond)
	l.stopped = time.Now()
	time.Sleep(5 * time.Millisecond)
	after := newMessage("execute_request", "s", map[string]any{})
	if !l.aborts(before) || l.aborts(after) {
		t.Errorf("before %t, after %t", l.aborts(before), l.aborts(after))
	}
}

func TestAWrongSignatureIsDroppedAndLogged(t *testing.T) {
	k := startFake(t)
	key := k.key
	k.key = []byte("another")
	k.send(shell, "echo_request", map[string]any{"forged": true})
	k.key = key
	id := k.send(shell, "echo_request", map[string]any{})
	for m := range k.arrivals {
		if m.from == shell {
			if m.parentID() != id {
				t.Error("a forged message was answered")
			}
			break
		}
	}
	until(t, "logged", func() bool { return strings.Contains(k.log.String(), "signature") })
}
