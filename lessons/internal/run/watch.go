package run

import (
	"fmt"
	"go/ast"
	"os"
	"runtime"
	"runtime/metrics"
	"strings"
	"time"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/internal/judge"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// memoryLimit is how much a learner's function may take beyond what the cell's program had before.
const memoryLimit = 1 << 30

// watchOver ends the child with a verdict when the function takes too long, or too much beyond base. It sees where the function is just
// then, since the runtime stops all goroutines for it, a tight loop included.
func watch(s *judge.Exercise, home *pipe, a *answer.Answer, limit time.Duration, base uint64) {
	v := verdict.Verdict{ID: s.ID, Title: s.Title, Max: s.Points, Formula: s.Formula}
	end := func(v verdict.Verdict) {
		home.write(message{Verdict: &v})
		os.Exit(1)
	}
	deadline := time.Now().Add(limit)
	for time.Now().Before(deadline) {
		time.Sleep(4 * time.Millisecond)
		if inUse() > base+memoryLimit {
			function, line, code := a.Quote(innermost(stacks()))
			if code == "" {
				end(judge.Wrong(v, verdict.ReasonMemory, sayMemory.Fill(megabytes(memoryLimit))))
			}
			end(judge.Wrong(v, verdict.ReasonMemory, sayMemoryAt.Fill(megabytes(memoryLimit), function, line, code)))
		}
	}
	deep := stacks() // a slow machine may take longer than the limit to use up a whole stack
	at, waits := stuck(a)
	function, line, code := a.Quote(at)
	switch {
	case len(deep) > 0 && deep[0].Elided && len(deep[0].Places) > 0:
		v = judge.Wrong(v, verdict.ReasonRecursion, sayRecursion)
		if function, line, code := a.Quote(innermost(deep)); code != "" {
			v = judge.Wrong(v, verdict.ReasonRecursion, sayRecursionAt.Fill(function, line, code))
		}
		end(v)
	case code == "":
		end(judge.Wrong(v, verdict.ReasonLoop, sayLoop.Fill(seconds(limit))))
	case waits:
		end(judge.Wrong(v, verdict.ReasonLoop, sayWaitAt.Fill(seconds(limit), function, line, code)))
	}
	end(judge.Wrong(v, verdict.ReasonLoop, sayLoopAt.Fill(seconds(limit), function, line, code)))
}

// inUse is the memory that the runtime has from the system, in bytes.
func inUse() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// callFrames names what calls a learner's function, as the runtime writes it.
const callFrames = "judge.(*Exercise).call."

// stacks looks at all goroutines, once, and returns those that are in the learner's functions.
func stacks() []answer.Frames {
	buf := make([]byte, 1<<20)
	report := string(buf[:runtime.Stack(buf, true)])
	var all []answer.Frames
	for block := range strings.SplitSeq(report, "\n\n") {
		if f := answer.ParseFrames(block); len(f.Names) > 0 && strings.Contains(block, callFrames) {
			all = append(all, f)
		}
	}
	return all
}

// innermost returns where the learner's function is just now.
func innermost(all []answer.Frames) answer.Place {
	if len(all) == 0 {
		return answer.Place{}
	}
	return all[0].Places[len(all[0].Places)-1]
}

// stuck finds the loop that does not end, from a few looks at the stack: it is in the deepest function that was on all
// of them, reached by the same calls. It also reports whether the function rather waits for something.
func stuck(a *answer.Answer) (at answer.Place, waits bool) {
	const looks = 8
	var seen []answer.Frames
	for range looks {
		if now := stacks(); len(now) > 0 {
			seen = append(seen, now[0])
		}
		time.Sleep(3 * time.Millisecond)
	}
	if len(seen) == 0 || a == nil {
		return answer.Place{}, false
	}
	waits = true
	depth := len(seen[0].Places)
	for _, f := range seen {
		waits = waits && f.State != "running" && f.State != "runnable" && f.State != "sleep"
		common := 0
		for common < min(depth, len(f.Places)) && f.Names[common] == seen[0].Names[common] {
			common++
			if f.Places[common-1].Line != seen[0].Places[common-1].Line {
				break
			}
		}
		depth = common
	}
	if depth == 0 {
		return answer.Place{}, false
	}
	if waits {
		return seen[0].Places[len(seen[0].Places)-1], true
	}
	for _, suspects := range []func(ast.Node) bool{answer.MayNotEnd, answer.AnyLoop} {
		for level := depth - 1; level >= 0; level-- {
			var lines []int
			for _, f := range seen {
				lines = append(lines, f.Places[level].Line)
			}
			if loop, ok := a.Loop(lines, suspects); ok {
				return loop, false
			}
		}
	}
	return a.LoopIn(seen[0].Names[depth-1], seen[0].Places[depth-1]), false
}

func seconds(d time.Duration) words.Text {
	return words.T("%.3g s", "%.3g 秒").Fill(d.Seconds())
}

func megabytes(n int) string {
	return fmt.Sprintf("%d MB", n>>20)
}
