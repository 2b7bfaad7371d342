package lessons

import (
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"time"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/internal/broken"
	"nekonote/lessons/internal/call"
	"nekonote/lessons/internal/judge"
	"nekonote/lessons/internal/values"
	"nekonote/lessons/internal/wire"
	"nekonote/lessons/verdict"
)

// tribunal is one check of one function that lives in a cell's program.
type tribunal struct {
	hearing  Hearing
	ask      wire.Ask
	exercise *judge.Exercise
	answer   *answer.Answer

	gone     bool // the program is gone
	vanished bool // without a word
	stuck    bool // it hangs, and is to be ended
}

// verdict judges the function. An answer that is still blank, or none of hers, is not called.
func (t *tribunal) verdict() (verdict.Verdict, judge.Sharpen) {
	s, a := t.exercise, t.answer
	v := verdict.Verdict{ID: s.ID, Title: s.Title, Max: s.Points}
	if old, ok := t.hearing.Stale[s.Func]; ok {
		return old.verdict(v, s.Func), nil
	}
	if t.ask.Nil || a != nil && a.Name == s.Func && a.Blank(s.Source, s.Func) {
		return judge.Blank(v), nil
	}
	if name, ours := strings.CutPrefix(t.ask.Func, "nekonote/"); ours {
		return judge.Borrowed(v, answer.Loan{Text: name}), nil
	}
	if loan := t.borrowed(); loan.Text != "" {
		return judge.Borrowed(v, loan), nil
	}
	seed := rand.Uint64()
	if Graded() {
		seed = t.hearing.Seed
	}
	return s.Evaluate(t.call, a, seed)
}

// borrowed is what the answer takes from where a solution is, by what the kernel knows of the cells: the program's file, which
// else is asked, lies where the program can write.
func (t *tribunal) borrowed() answer.Loan {
	a := answer.Parse("cells.go", t.hearing.Cells)
	if a == nil {
		return answer.Loan{}
	}
	a.Name = t.exercise.Func
	a.Choose(t.ask.Func)
	from := t.exercise.Lender()
	from.ByHand = true
	return a.Borrowed(from)
}

// LimitVariable is the environment variable that gives a learner's function another time than 5 s, as "20s" on a slow
// machine.
const LimitVariable = "NEKONOTE_CHECK_LIMIT"

// timeLimit is how long a learner's function may take for all cases together.
func timeLimit() time.Duration {
	if d, err := time.ParseDuration(os.Getenv(LimitVariable)); err == nil && d > 0 {
		return d
	}
	return 5 * time.Second
}

// grace is how much longer than the limit a program may take to say why it is late. After that it is ended.
const grace = 5 * time.Second

// call has the program call its function on the arguments of trials.
func (t *tribunal) call(trials [][]any) ([]judge.Result, *judge.Broken) {
	limit := timeLimit()
	order := wire.Order{Names: t.exercise.Names, Limit: int64(limit)}
	kind := t.exercise.Reference.Type()
	for _, args := range trials {
		var trial wire.Trial
		for i, arg := range args {
			data, err := values.Encode(reflect.ValueOf(arg).Convert(kind.In(i)))
			if err != nil {
				panic(err) // a test of every exercise sees to it that this cannot be
			}
			trial.Args = append(trial.Args, string(data))
		}
		order.Trials = append(order.Trials, trial)
	}
	_ = t.hearing.Conn.SetDeadline(time.Now().Add(limit + grace))
	var back wire.Back
	err := wire.Send(t.hearing.Conn, order)
	if err == nil {
		err = wire.Receive(t.hearing.Conn, &back)
	}
	var crash *wire.Crash
	switch {
	case errors.As(err, &crash):
		t.gone = true
		return nil, broken.Died(t.answer, crash.Words)
	case errors.Is(err, os.ErrDeadlineExceeded):
		t.gone, t.stuck = true, true
		if t.hearing.Halted != nil && t.hearing.Halted() {
			return nil, broken.Halted(t.answer)
		}
		return nil, broken.Late(t.answer, nil, limit)
	case err != nil:
		t.gone, t.vanished = true, true
		return nil, broken.Died(t.answer, "")
	case back.Memory:
		t.stuck = true
		return nil, broken.Full(t.answer, back.Stuck)
	case len(back.Stuck) > 0:
		t.stuck = true
		return nil, broken.Late(t.answer, back.Stuck, limit)
	case back.Huge:
		return nil, broken.Huge()
	}
	return t.results(back, len(trials))
}

// results reads what came back. What is none of the exercise's results is an outcome too.
func (t *tribunal) results(back wire.Back, trials int) ([]judge.Result, *judge.Broken) {
	kind := t.exercise.Reference.Type()
	if len(back.Results) != trials {
		return nil, broken.Garbled()
	}
	var all []judge.Result
	for _, r := range back.Results {
		result := judge.Result{Outcome: bounded(r.Outcome)}
		returned := r.Outcome.Panic == "" && !r.Outcome.Gone
		if returned != (len(r.Values) == kind.NumOut()) {
			return nil, broken.Garbled()
		}
		for i, data := range r.Values {
			if !returned {
				break
			}
			v := reflect.New(kind.Out(i)).Elem()
			if values.Decode([]byte(data), v) != nil {
				return nil, broken.Garbled()
			}
			result.Values = append(result.Values, v)
		}
		all = append(all, result)
	}
	return all, nil
}

// What a program says of a call is looked at as far as so many bytes a word, and so many pairs of values in the same memory: no
// exercise has as many results and arguments.
const mostWords, mostShared = 4000, 64

// bounded is an outcome of which no word is longer than a card can hold.
func bounded(o call.Outcome) call.Outcome {
	all := []*string{&o.Changed, &o.Panic, &o.Told[0], &o.Told[1], &o.Printed}
	o.Shared = slices.Clone(o.Shared[:min(len(o.Shared), mostShared)])
	for i := range o.Shared {
		all = append(all, &o.Shared[i].Result, &o.Shared[i].Argument)
	}
	for _, said := range all {
		if len(*said) > mostWords {
			*said = strings.ToValidUTF8((*said)[:mostWords], "") + " …"
		}
	}
	return o
}

// end sees to it that a program which hangs ends: it does so by itself once it has shown the card, or is made to.
func (t *tribunal) end() {
	if !t.stuck {
		return
	}
	_ = t.hearing.Conn.SetDeadline(time.Now().Add(2 * time.Second))
	if _, err := io.Copy(io.Discard, t.hearing.Conn); err != nil {
		t.hearing.End()
	}
}
