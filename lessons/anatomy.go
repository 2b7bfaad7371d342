package lessons

import (
	"context"
	"reflect"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// Anatomy is what an exercise is made of, for programs that test exercises: functions are values of the learner's
// function type.
type Anatomy struct {
	Reference any
	Mistakes  []Mistake[any]
	Hints     []words.Text
	Cases     []Case
	Random    func(*Draw) []any
	Published Figure
}

// Anatomy returns the parts of the exercise.
func (e *Exercise[F]) Anatomy() Anatomy {
	a := Anatomy{Reference: e.Reference, Hints: e.Hints, Cases: e.Cases, Random: e.Random, Published: e.Published}
	for _, m := range e.Mistakes {
		a.Mistakes = append(a.Mistakes, Mistake[any]{Formula: m.Formula, Words: m.Words})
	}
	return a
}

// Judge says what Check would say of f, a function of the exercise's type, with random cases drawn from seed. It calls f
// in this process, so f must be one that ends. The source of f's function is judged too, unless it is empty; then what is wrong is
// looked for there, for as long as it takes to find it or to give up.
func Judge(e Entry, f any, source string, seed uint64) verdict.Verdict {
	v, later := JudgeAtOnce(e, f, source, seed)
	if later != nil {
		v, _ = later()
	}
	return v
}

// JudgeAtOnce says what Check would say first. Where it may say more later, later looks for it, and reports whether it found it.
func JudgeAtOnce(e Entry, f any, source string, seed uint64) (v verdict.Verdict, later func() (verdict.Verdict, bool)) {
	s := e.declared()
	var a *answer.Answer
	if source != "" {
		if a = answer.Parse("answer.go", "package main\n\n"+source); a != nil {
			a.Name = s.Func
		}
	}
	v, sharpen := s.Evaluate(s.Here(reflect.ValueOf(f)), a, seed)
	if sharpen == nil {
		return v, nil
	}
	return v, func() (verdict.Verdict, bool) {
		const busy = 20 // what one machine finds in time, another one that is busy finds later
		ctx, stop := context.WithTimeout(context.Background(), busy*thinking)
		defer stop()
		return sharpen(ctx)
	}
}

// Differences lists the results, by name, in which two functions of the exercise's type differ for arguments drawn from seed.
// A panic, a changed argument and shared memory count as results of their own.
func Differences(e Entry, f, g any, seed uint64) []string {
	return e.declared().Differences(reflect.ValueOf(f), reflect.ValueOf(g), seed)
}
