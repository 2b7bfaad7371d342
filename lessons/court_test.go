package lessons

import (
	"bytes"
	"encoding/binary"
	"math"
	"net"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"nekonote/lessons/internal/call"
	"nekonote/lessons/internal/judge"
	"nekonote/lessons/internal/values"
	"nekonote/lessons/internal/wire"
	"nekonote/lessons/verdict"
	"nekonote/nn"
	"nekonote/nn/words"
)

var twice = &Exercise[func(x float64) float64]{
	ID: "week9/twice", Title: words.T("Twice", "2 倍"), Points: 10, Reference: func(x float64) float64 { return 2 * x },
	Week: &Week{Source: fstest.MapFS{}}, Cases: []Case{{Args: []any{3.0}}},
	Random: func(d *Draw) []any { return []any{d.Normal()} },
}

// judged runs one check whose program is the given function: it gets the order and speaks for itself.
func judged(t *testing.T, program func(conn net.Conn, order wire.Order)) verdict.Graded {
	t.Helper()
	t.Setenv("NEKONOTE_DIR", t.TempDir())
	t.Setenv(LimitVariable, "200ms")
	var found []verdict.Graded
	court := &Court{Entries: []Entry{twice}}
	conn, heard := hear(court, func(v verdict.Graded) { found = append(found, v) })
	var order wire.Order
	if err := wire.Send(conn, wire.Ask{Kind: wire.Check, ID: twice.ID}); err != nil {
		t.Fatal(err)
	}
	if err := wire.Receive(conn, &order); err != nil || len(order.Trials) != 6 {
		t.Fatalf("%v, %d trials; want 6 in one message", err, len(order.Trials))
	}
	program(conn, order)
	_ = conn.Close()
	<-heard
	if len(found) != 1 {
		t.Fatalf("%d verdicts; want 1", len(found))
	}
	return found[0]
}

// longest is the size of the largest card that was shown.
var longest atomic.Int64

// hear has a court hear a program, which speaks through conn.
func hear(court *Court, judged func(verdict.Graded)) (conn net.Conn, heard chan struct{}) {
	conn, theirs := net.Pipe()
	heard = make(chan struct{})
	go func() {
		defer close(heard)
		court.Hear(Hearing{
			Conn: theirs, Program: func() Program { return Program{} }, Judged: judged,
			Show: func(c Card) <-chan struct{} {
				longest.Store(max(longest.Load(), int64(len(c.HTML)+len(c.Text))))
				return nil
			},
			Stopped: func() bool { return false }, End: func() {},
		})
	}()
	return conn, heard
}

func results(order wire.Order, f func(x float64) []string) (back wire.Back) {
	for _, trial := range order.Trials {
		var x float64
		if err := values.Decode([]byte(trial.Args[0]), reflect.ValueOf(&x).Elem()); err != nil {
			panic(err)
		}
		back.Results = append(back.Results, wire.Result{Values: f(x)})
	}
	return back
}

func encoded(x any) []string {
	data, err := values.Encode(reflect.ValueOf(x))
	if err != nil {
		panic(err)
	}
	return []string{string(data)}
}

func TestWhateverAProgramSaysIsAnOutcome(t *testing.T) {
	send := func(back func(order wire.Order) wire.Back) func(net.Conn, wire.Order) {
		return func(conn net.Conn, order wire.Order) {
			_ = wire.Send(conn, back(order))
			_ = wire.Receive(conn, &order)
		}
	}
	each := func(f func(x float64) []string) func(net.Conn, wire.Order) {
		return send(func(order wire.Order) wire.Back { return results(order, f) })
	}
	raw := func(data []byte) func(net.Conn, wire.Order) {
		return func(conn net.Conn, _ wire.Order) { _, _ = conn.Write(data) }
	}
	for name, c := range map[string]struct {
		program func(net.Conn, wire.Order)
		outcome verdict.Outcome
		reason  verdict.Reason
	}{
		"right":      {each(func(x float64) []string { return encoded(2 * x) }), verdict.Correct, ""},
		"wrong":      {each(func(x float64) []string { return encoded(3 * x) }), verdict.Incorrect, verdict.ReasonValue},
		"NaN":        {each(func(float64) []string { return encoded(math.NaN()) }), verdict.Incorrect, verdict.ReasonNaN},
		"no results": {send(func(wire.Order) wire.Back { return wire.Back{} }), verdict.Incorrect, verdict.ReasonBroken},
		"a result missing": {send(func(o wire.Order) wire.Back {
			b := results(o, func(x float64) []string { return encoded(2 * x) })
			b.Results = b.Results[1:]
			return b
		}), verdict.Incorrect, verdict.ReasonBroken},
		"two values":    {each(func(x float64) []string { return append(encoded(2*x), encoded(2*x)...) }), verdict.Incorrect, verdict.ReasonBroken},
		"no value":      {each(func(float64) []string { return nil }), verdict.Incorrect, verdict.ReasonBroken},
		"another type":  {each(func(float64) []string { return encoded("2") }), verdict.Incorrect, verdict.ReasonBroken},
		"huge":          {send(func(wire.Order) wire.Back { return wire.Back{Huge: true} }), verdict.Incorrect, verdict.ReasonMemory},
		"gone":          {func(net.Conn, wire.Order) {}, verdict.Incorrect, verdict.ReasonExit},
		"cut short":     {raw(binary.BigEndian.AppendUint32(nil, 1000)), verdict.Incorrect, verdict.ReasonExit},
		"a huge length": {raw(binary.BigEndian.AppendUint32(nil, 1<<31)), verdict.Incorrect, verdict.ReasonExit},
		"noise":         {raw(append(binary.BigEndian.AppendUint32(nil, 1000), bytes.Repeat([]byte{0xff}, 1000)...)), verdict.Incorrect, verdict.ReasonExit},
		"last words":    {raw([]byte("panic: no more\n\ngoroutine 1 [running]:\n")), verdict.Incorrect, verdict.ReasonPanic},
		"words without end": {send(func(o wire.Order) wire.Back {
			b := results(o, func(float64) []string { return nil })
			for i := range b.Results {
				b.Results[i].Outcome.Panic, b.Results[i].Outcome.Printed = strings.Repeat("no ", 1<<16), strings.Repeat("猫", 1<<16)
			}
			return b
		}), verdict.Incorrect, verdict.ReasonPanic},
		"names without end": {send(func(o wire.Order) wire.Back {
			b := results(o, func(x float64) []string { return encoded(2 * x) })
			for i := range b.Results {
				long := strings.Repeat("z", 1<<18)
				b.Results[i].Outcome.Shared = slices.Repeat([]call.Shared{{Result: long, Argument: long}}, 3)
			}
			return b
		}), verdict.Incorrect, verdict.ReasonShared},
		"silence": {func(conn net.Conn, order wire.Order) {
			time.Sleep(200*time.Millisecond + grace + 100*time.Millisecond)
		}, verdict.Incorrect, verdict.ReasonLoop},
	} {
		t.Run(name, func(t *testing.T) {
			longest.Store(0)
			if v := judged(t, c.program); v.Outcome != c.outcome || v.Reason != c.reason || (v.Points != 0) != (c.outcome == verdict.Correct) {
				t.Errorf("%s, %q, %d points; want %s, %q", v.Outcome, v.Reason, v.Points, c.outcome, c.reason)
			} else if longest.Load() > 1<<16 {
				t.Errorf("a card of %d bytes", longest.Load())
			}
		})
	}
}

func TestAnUnknownQuestionIsAnsweredWithNothing(t *testing.T) {
	for _, kind := range []wire.Kind{"", "x", wire.Check, wire.Answer, wire.Hint} {
		conn, heard := hear(&Court{Entries: []Entry{twice}}, func(v verdict.Graded) { t.Errorf("%q: %+v", kind, v) })
		var done wire.Order
		if err := wire.Send(conn, wire.Ask{Kind: kind, ID: "week9/none"}); err != nil {
			t.Error(err)
		}
		if err := wire.Receive(conn, &done); err != nil || !done.Done || done.Yes {
			t.Errorf("%q: %+v, %v", kind, done, err)
		}
		<-heard
	}
}

// Whatever bytes come back, for whatever types, is a verdict, and never a right one by chance.
func FuzzResults(f *testing.F) {
	right := encoded(2.0)[0]
	f.Add([]byte(right), uint8(0))
	f.Add([]byte(right+"x"), uint8(1))
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0x0f}, uint8(2))
	kinds := []reflect.Type{reflect.TypeFor[float64](), reflect.TypeFor[nn.Matrix](), reflect.TypeFor[[]nn.Matrix](), reflect.TypeFor[map[string]nn.Matrix](),
		reflect.TypeFor[struct {
			W    nn.Matrix
			List []float64
			Next *float64
		}]()}
	f.Fuzz(func(t *testing.T, data []byte, kind uint8) {
		one := kinds[int(kind)%len(kinds)]
		reference := reflect.MakeFunc(reflect.FuncOf(nil, []reflect.Type{one}, false), nil)
		court := &tribunal{exercise: &judge.Exercise{Reference: reference}}
		results, wrong := court.results(wire.Back{Results: []wire.Result{{Values: []string{string(data)}}}}, 1)
		if wrong != nil {
			return
		}
		if again, err := values.Encode(results[0].Values[0]); err != nil || len(again) > 2*len(data)+100 {
			t.Errorf("%d bytes become a value of %d, %v", len(data), len(again), err)
		}
	})
}
