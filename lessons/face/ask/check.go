package ask

import (
	"os"
	"reflect"
	"runtime"
	"runtime/debug"
	"time"

	"nekonote/lessons/internal/call"
	"nekonote/lessons/internal/values"
	"nekonote/lessons/internal/wire"
)

// check has f judged: the judge sends arguments, f is called on them here, and the results go back.
func check(id string, f reflect.Value) {
	question := wire.Ask{Kind: wire.Check, ID: id, Nil: f.IsNil()}
	if !question.Nil {
		if pc := runtime.FuncForPC(f.Pointer()); pc != nil {
			question.Func = pc.Name()
		}
	}
	conn := connect(question)
	if conn == nil {
		return
	}
	defer conn.Close()
	for {
		var order wire.Order
		if err := wire.Receive(conn, &order); err != nil {
			complain(sayGone.Fill(err))
			return
		}
		if order.Done {
			heard(conn, order)
			return
		}
		answer(conn, f, order)
	}
}

// answer runs trials and sends what came of them. While f runs, the runtime's last words go to the judge too, and a watch
// says where f is when it does not come to an end.
func answer(conn *os.File, f reflect.Value, order wire.Order) {
	if debug.SetCrashOutput(conn, debug.CrashOptions{}) == nil { // it keeps a copy of its own
		defer debug.SetCrashOutput(nil, debug.CrashOptions{})
	}
	defer debug.SetMaxStack(debug.SetMaxStack(64 << 20))
	done := make(chan struct{})
	over := make(chan wire.Back, 1)
	base := inUse()
	go func() { over <- watch(time.Duration(order.Limit), base, done) }()
	finished := make(chan wire.Back, 1)
	go func() { finished <- run(f, order) }()
	select {
	case back := <-finished:
		close(done)
		if err := wire.Send(conn, back); err == wire.ErrHuge {
			_ = wire.Send(conn, wire.Back{Huge: true})
		}
	case back := <-over: // f cannot be stopped but with the whole program
		_ = wire.Send(conn, back)
		var last wire.Order
		if wire.Receive(conn, &last) == nil {
			heard(conn, last)
		}
		os.Exit(0)
	}
}

// run calls f on the arguments of all trials.
func run(f reflect.Value, order wire.Order) (back wire.Back) {
	kind := f.Type()
	for _, trial := range order.Trials {
		in := make([]reflect.Value, kind.NumIn())
		for i := range in {
			in[i] = reflect.New(kind.In(i)).Elem()
			if err := values.Decode([]byte(trial.Args[i]), in[i]); err != nil {
				panic(err) // the face and the judge are made of one declaration
			}
		}
		var result wire.Result
		result.Outcome.Printed = printed(func() {
			var results []reflect.Value
			results, result.Outcome = call.Do(f, in, order.Names)
			for _, v := range results {
				data, err := values.Encode(v)
				if err != nil {
					result.Outcome.Panic = err.Error()
				}
				result.Values = append(result.Values, string(data))
			}
		})
		if result.Outcome.Panic != "" {
			result.Values = nil
		}
		back.Results = append(back.Results, result)
	}
	return back
}
