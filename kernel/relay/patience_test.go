package relay

import (
	"strings"
	"testing"
	"time"

	"nekonote/kernel/relay/wire"
)

// Every request gets one answer and an idle status, also what the engine never answers, and cells go on.
func TestARequestThatTheEngineNeverAnswers(t *testing.T) {
	k := startFake(t)
	for _, c := range []struct {
		on      wire.Channel
		kind    string
		content map[string]any
		status  string
		at      string // "once", or "last"
	}{
		{wire.Shell, "inspect_request", map[string]any{"code": "x.Unknown", "cursor_pos": 3, "detail_level": 0}, "ok", "last"},
		{wire.Shell, "inspect_request", map[string]any{"code": "", "cursor_pos": 0, "detail_level": 0}, "ok", "once"},
		{wire.Shell, "inspect_request", map[string]any{"code": " \n\t", "cursor_pos": 1, "detail_level": 0}, "ok", "once"},
		{wire.Control, "debug_request", map[string]any{"command": "debugInfo", "type": "request", "seq": 1}, "error", "once"},
		{wire.Shell, "silent_request", map[string]any{}, "error", "last"},
	} {
		began := time.Now()
		r := k.collect(k.send(c.on, c.kind, c.content))
		if r.status() != c.status || r.reply["found"] == true {
			t.Errorf("%s: %v", c.kind, r.reply)
		}
		if took := time.Since(began); c.at == "once" && took > patience/2 {
			t.Errorf("%s is answered after %v", c.kind, took)
		}
		if r := k.run("//many 2"); r.stdout != "0\n1\n" {
			t.Errorf("a cell after %s: %s", c.kind, r.all())
		}
	}
	// Interrupt frees the kernel of it at once.
	began := time.Now()
	id := k.send(wire.Shell, "inspect_request", map[string]any{"code": "x.Unknown", "cursor_pos": 3, "detail_level": 0})
	time.Sleep(100 * time.Millisecond)
	stop := k.send(wire.Control, "interrupt_request", map[string]any{})
	if r := k.collect(id); r.status() != "ok" || time.Since(began) > patience/2 {
		t.Errorf("%v after %v", r.reply, time.Since(began))
	}
	k.collect(stop) // what comes before it is stopped, on a slow machine the next cell, too
	if r := k.run("//many 2"); r.stdout != "0\n1\n" {
		t.Errorf("a cell after an interrupt: %s", r.all())
	}
}

// Contextual Help is open, and a click falls on an empty cell, a blank one, one with nothing to say about.
func TestHelpOnWhatIsNoWord(t *testing.T) {
	k := startKernel(t, gonb(t), module(t))
	for _, code := range []string{"", " ", "\n\n", "# 猫", "%%", "!ls", "\"text\"", "fmt.Println("} {
		r := k.collect(k.send(wire.Shell, "inspect_request", map[string]any{"code": code, "cursor_pos": 0, "detail_level": 0}))
		if r.status() != "ok" || strings.Contains(string(wire.Encode(r.reply)), "deadline exceeded") || strings.Contains(string(wire.Encode(r.reply)), "goplsclient") {
			t.Errorf("%q: %v", code, r.reply)
		}
	}
	if r := k.run("fmt.Println(2)"); r.stdout != "2\n" {
		t.Errorf("the next cell: %s", r.all())
	}
}

// What a package has and what her cells declare is told at once, in a kernel that has just been started.
func TestHelpThatIsThereAtOnce(t *testing.T) {
	k := startKernel(t, gonb(t), module(t))
	k.run("// half is a half.\nfunc half(x float64) float64 { return x / 2 }\nconst twelve = 12")
	for code, want := range map[string]string{
		"fmt.Println": "func Println(a ...any) (n int, err error)", "x := nn.Zeros(2, 3)": "func Zeros(", "half(2)": "func half(x float64) float64",
		"math.Pi": "Pi", "twelve": "twelve = 12", "猫 := half(2)": "func half", "rand.New": "func New(", "var m nn.Matrix": "type Matrix struct",
	} {
		at := len([]rune(code[:max(strings.LastIndexAny(code, "."), strings.Index(code, "half"), 0)])) + 1
		r := k.collect(k.send(wire.Shell, "inspect_request", map[string]any{"code": code, "cursor_pos": at, "detail_level": 0}))
		if r.reply["found"] != true || !strings.Contains(string(wire.Encode(r.reply["data"])), want) {
			t.Errorf("%q at %d: %v; want %q", code, at, r.reply, want)
		}
	}
}
