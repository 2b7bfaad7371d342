// Package broken says why a learner's function did not come to an end: from the runtime's reports on a program that is stuck,
// and from its last words.
package broken

import (
	"slices"
	"strings"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/internal/judge"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

func because(reason verdict.Reason, say ...words.Text) *judge.Broken {
	return &judge.Broken{Reason: reason, Say: say}
}

// Died explains a program's death from its last words; without any, it has ended by itself. Of what the runtime itself gives up
// on, the last words have no first line, which goes to stderr alone: the frames tell.
func Died(a *answer.Answer, complaints string) *judge.Broken {
	at := answer.FirstPlace(complaints)
	function, line, code := a.Quote(at)
	has := func(signs ...string) bool {
		return slices.ContainsFunc(signs, func(sign string) bool { return strings.Contains(complaints, sign) })
	}
	switch {
	case has("goroutine stack exceeds", "runtime.newstack("):
		if code != "" {
			return because(verdict.ReasonRecursion, sayRecursionAt.Fill(function, line, code))
		}
		return because(verdict.ReasonRecursion, sayRecursion)
	case has("concurrent map", "maps.fatal("):
		return because(verdict.ReasonRace, sayRace)
	case has("out of memory"), has("runtime.throw(") && has("runtime.sysMap", "runtime.(*mheap)"):
		if code != "" {
			return because(verdict.ReasonMemory, sayMemoryAt.Fill(megabytes(MemoryLimit), function, line, code))
		}
		return because(verdict.ReasonMemory, sayMemory.Fill(megabytes(MemoryLimit)))
	case has("panic: ", "fatal error: ", "goroutine "):
		said := judge.ExplainPanic(firstLine(complaints))
		if code != "" {
			return because(verdict.ReasonPanic, judge.SayPanicAt.Fill(function, line, code), said)
		}
		return because(verdict.ReasonPanic, judge.SayPanic, said)
	}
	if a != nil {
		if name, at := a.Ends(); name != "" {
			function, line, code := a.Quote(at)
			return because(verdict.ReasonExit, sayExitAt.Fill(name, function, line, code))
		}
	}
	return because(verdict.ReasonExit, sayExit)
}

// firstLine is the line of a crash report that says what happened.
func firstLine(report string) string {
	for line := range strings.Lines(report) {
		if said, ok := strings.CutPrefix(line, "panic: "); ok {
			return strings.TrimSpace(said)
		}
		if said, ok := strings.CutPrefix(line, "fatal error: "); ok {
			return strings.TrimSpace(said)
		}
	}
	return strings.TrimSpace(report)
}
