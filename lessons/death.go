package lessons

import (
	"bytes"
	"errors"
	"os/exec"
	"strings"
	"sync"
)

// died explains a child's death from its last words.
func (v Verdict) died(s *spec, a *answer, complaints string, failure error) Verdict {
	at := firstPlace(complaints)
	function, line, code := a.quote(at)
	has := func(sign string) bool { return strings.Contains(complaints, sign) }
	out := v
	switch {
	case has("goroutine stack exceeds"):
		out = v.wrong(ReasonRecursion, sayRecursion)
		if code != "" {
			out = v.wrong(ReasonRecursion, sayRecursionAt.Fill(function, line, code))
		}
	case has("concurrent map"):
		out = v.wrong(ReasonRace, sayRace)
	case has("out of memory"):
		out = v.wrong(ReasonMemory, sayMemory.Fill(megabytes(memoryLimit)))
		if code != "" {
			out = v.wrong(ReasonMemory, sayMemoryAt.Fill(megabytes(memoryLimit), function, line, code))
		}
	case has("\ngoroutine ") && (has("panic: ") || has("fatal error: ")):
		said := firstLine(complaints)
		out = v.wrong(ReasonPanic, sayPanic, explainPanic(said))
		if code != "" {
			out = v.wrong(ReasonPanic, sayPanicAt.Fill(function, line, code), explainPanic(said))
		}
	default:
		var exit *exec.ExitError
		if failure == nil || errors.As(failure, &exit) && exit.Exited() {
			out = v.wrong(ReasonExit, sayExit)
			if a == nil {
				break
			}
			if name, at := a.ends(); name != "" {
				function, line, code := a.quote(at)
				out = v.wrong(ReasonExit, sayExitAt.Fill(name, function, line, code))
			}
			break
		}
		out = v.wrong(ReasonBroken, sayBroken.Fill(failure))
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
