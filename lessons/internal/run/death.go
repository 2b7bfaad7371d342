package run

import (
	"bytes"
	"errors"
	"os/exec"
	"strings"
	"sync"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/internal/judge"
	"nekonote/lessons/verdict"
)

// died explains a child's death from its last words.
func died(v verdict.Verdict, s *judge.Exercise, a *answer.Answer, complaints string, failure error) verdict.Verdict {
	at := answer.FirstPlace(complaints)
	function, line, code := a.Quote(at)
	has := func(sign string) bool { return strings.Contains(complaints, sign) }
	out := v
	switch {
	case has("goroutine stack exceeds"):
		out = judge.Wrong(v, verdict.ReasonRecursion, sayRecursion)
		if code != "" {
			out = judge.Wrong(v, verdict.ReasonRecursion, sayRecursionAt.Fill(function, line, code))
		}
	case has("concurrent map"):
		out = judge.Wrong(v, verdict.ReasonRace, sayRace)
	case has("out of memory"):
		out = judge.Wrong(v, verdict.ReasonMemory, sayMemory.Fill(megabytes(memoryLimit)))
		if code != "" {
			out = judge.Wrong(v, verdict.ReasonMemory, sayMemoryAt.Fill(megabytes(memoryLimit), function, line, code))
		}
	case has("\ngoroutine ") && (has("panic: ") || has("fatal error: ")):
		said := firstLine(complaints)
		out = judge.Wrong(v, verdict.ReasonPanic, judge.SayPanic, judge.ExplainPanic(said))
		if code != "" {
			out = judge.Wrong(v, verdict.ReasonPanic, judge.SayPanicAt.Fill(function, line, code), judge.ExplainPanic(said))
		}
	default:
		var exit *exec.ExitError
		if failure == nil || errors.As(failure, &exit) && exit.Exited() {
			out = judge.Wrong(v, verdict.ReasonExit, sayExit)
			if a == nil {
				break
			}
			if name, at := a.Ends(); name != "" {
				function, line, code := a.Quote(at)
				out = judge.Wrong(v, verdict.ReasonExit, sayExitAt.Fill(name, function, line, code))
			}
			break
		}
		out = judge.Wrong(v, verdict.ReasonBroken, sayBroken.Fill(failure))
	}
	out.Formula = s.Formula
	return out
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

// head keeps the beginning of what is written to it.
type head struct {
	mu   sync.Mutex
	most int
	bytes.Buffer
}

func (h *head) Write(p []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if room := h.most - h.Len(); room > 0 {
		h.Buffer.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}
