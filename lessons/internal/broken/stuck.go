package broken

import (
	"fmt"
	"go/ast"
	"strings"
	"time"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/internal/judge"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// MemoryLimit is how much a learner's function may take beyond what the cell's program had before.
const MemoryLimit = 1 << 30

// Full explains that the function took too much memory. The report is the runtime's, on all goroutines.
func Full(a *answer.Answer, reports []string) *judge.Broken {
	if len(reports) > 0 {
		if function, line, code := a.Quote(innermost(stacks(reports[0]))); code != "" {
			return because(verdict.ReasonMemory, sayMemoryAt.Fill(megabytes(MemoryLimit), function, line, code))
		}
	}
	return because(verdict.ReasonMemory, sayMemory.Fill(megabytes(MemoryLimit)))
}

// Huge explains that the results are too large to be looked at.
func Huge() *judge.Broken { return because(verdict.ReasonMemory, sayHuge) }

// Late explains that the function did not end in time, from a few reports of the runtime's on all goroutines.
func Late(a *answer.Answer, reports []string, limit time.Duration) *judge.Broken {
	if len(reports) == 0 {
		return because(verdict.ReasonLoop, sayLoop.Fill(seconds(limit)))
	}
	deep := stacks(reports[0]) // a slow machine may take longer than the limit to use up a whole stack
	if len(deep) > 0 && deep[0].Elided && len(deep[0].Places) > 0 {
		if function, line, code := a.Quote(innermost(deep)); code != "" {
			return because(verdict.ReasonRecursion, sayRecursionAt.Fill(function, line, code))
		}
		return because(verdict.ReasonRecursion, sayRecursion)
	}
	at, said := stuck(a, reports)
	function, line, code := a.Quote(at)
	if code == "" {
		return because(verdict.ReasonLoop, sayLoop.Fill(seconds(limit)))
	}
	return because(verdict.ReasonLoop, said.Fill(seconds(limit), function, line, code))
}

// Halted explains that a signal has stopped the program: the learner's function has sent it, or someone else.
func Halted(a *answer.Answer) *judge.Broken {
	for _, signal := range []string{"SIGSTOP", "SIGTSTP"} {
		if function, line, code := a.Quote(a.Names(signal)); code != "" {
			return because(verdict.ReasonExit, sayHaltsAt.Fill(function, line, code))
		}
	}
	return because(verdict.ReasonBroken, sayHalted)
}

// callFrames names what calls a learner's function, as the runtime writes it.
const callFrames = "internal/call.Do."

// stacks returns those goroutines of a report that are in the learner's functions.
func stacks(report string) []answer.Frames {
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
// of them, reached by the same calls. It also says what is to be said of the place: the function may rather wait for something,
// or sleep.
func stuck(a *answer.Answer, reports []string) (at answer.Place, said words.Text) {
	var seen []answer.Frames
	for _, report := range reports {
		if now := stacks(report); len(now) > 0 {
			seen = append(seen, now[0])
		}
	}
	if len(seen) == 0 || a == nil {
		return answer.Place{}, sayLoopAt
	}
	depth := len(seen[0].Places)
	for _, f := range seen {
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
		return answer.Place{}, sayLoopAt
	}
	innermost := seen[0].Places[len(seen[0].Places)-1]
	waits, sleeps := rests(seen)
	if waits {
		return innermost, sayWaitAt
	}
	for round, suspects := range []func(ast.Node) bool{answer.MayNotEnd, answer.AnyLoop} {
		if round == 1 && sleeps { // a loop that ends, if one waits for it
			return innermost, sayAsleepAt
		}
		for level := depth - 1; level >= 0; level-- {
			var lines []int
			for _, f := range seen {
				lines = append(lines, f.Places[level].Line)
			}
			if loop, ok := a.Loop(lines, suspects); ok {
				return loop, sayLoopAt
			}
		}
	}
	return a.LoopIn(seen[0].Names[depth-1], seen[0].Places[depth-1]), sayLoopAt
}

// rests reports whether the function did nothing: it waited for something at every look, or slept at most of them, since one
// that sleeps again and again is awake between.
func rests(seen []answer.Frames) (waits, sleeps bool) {
	waits = true
	asleep := 0
	for _, f := range seen {
		if f.State == "sleep" {
			asleep++
		}
		waits = waits && f.State != "running" && f.State != "runnable" && f.State != "sleep"
	}
	return waits, 2*asleep > len(seen)
}

func seconds(d time.Duration) words.Text {
	return words.T("%.3g s", "%.3g 秒").Fill(d.Seconds())
}

func megabytes(n int) string {
	return fmt.Sprintf("%d MB", n>>20)
}

// Garbled says that what came back are no results of the function.
func Garbled() *judge.Broken { return because(verdict.ReasonBroken, sayGarbled) }
