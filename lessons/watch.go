package lessons

import (
	"fmt"
	"go/ast"
	"os"
	"runtime"
	"runtime/metrics"
	"strconv"
	"strings"
	"time"

	"nekonote/nn/words"
)

// memoryLimit is how much a learner's function may take beyond what the cell's program had before.
const memoryLimit = 1 << 30

// watch ends the child with a verdict when the function takes too long, or too much beyond base. It sees where the function is just
// then, since the runtime stops all goroutines for it, a tight loop included.
func (s *spec) watch(home *post, a *answer, limit time.Duration, base uint64) {
	v := Verdict{ID: s.ID, Title: s.Title, Max: s.Points, Formula: s.Formula}
	end := func(v Verdict) {
		home.write(letter{Verdict: &v})
		os.Exit(1)
	}
	deadline := time.Now().Add(limit)
	for time.Now().Before(deadline) {
		time.Sleep(4 * time.Millisecond)
		if inUse() > base+memoryLimit {
			function, line, code := a.quote(innermost(stacks()))
			if code == "" {
				end(v.wrong(ReasonMemory, sayMemory.Fill(megabytes(memoryLimit))))
			}
			end(v.wrong(ReasonMemory, sayMemoryAt.Fill(megabytes(memoryLimit), function, line, code)))
		}
	}
	deep := stacks() // a slow machine may take longer than the limit to use up a whole stack
	at, waits := a.stuck()
	function, line, code := a.quote(at)
	switch {
	case len(deep) > 0 && deep[0].elided && len(deep[0].places) > 0:
		v = v.wrong(ReasonRecursion, sayRecursion)
		if function, line, code := a.quote(innermost(deep)); code != "" {
			v = v.wrong(ReasonRecursion, sayRecursionAt.Fill(function, line, code))
		}
		end(v)
	case code == "":
		end(v.wrong(ReasonLoop, sayLoop.Fill(seconds(limit))))
	case waits:
		end(v.wrong(ReasonLoop, sayWaitAt.Fill(seconds(limit), function, line, code)))
	}
	end(v.wrong(ReasonLoop, sayLoopAt.Fill(seconds(limit), function, line, code)))
}

// inUse is the memory that the runtime has from the system, in bytes.
func inUse() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// frames is the learner's part of one goroutine's stack, the outermost call first.
type frames struct {
	state  string // what the goroutine does: "running", "chan receive", …
	names  []string
	places []place
	elided bool // whether there are more of them than the runtime reports
}

// stacks looks at all goroutines, once, and returns those that are in the learner's functions.
func stacks() []frames {
	buf := make([]byte, 1<<20)
	report := string(buf[:runtime.Stack(buf, true)])
	var all []frames
	for block := range strings.SplitSeq(report, "\n\n") {
		if f := parseFrames(block); len(f.names) > 0 && strings.Contains(block, "lessons.(*spec).call.") {
			all = append(all, f)
		}
	}
	return all
}

// parseFrames reads one goroutine of a runtime's report.
func parseFrames(block string) frames {
	lines := strings.Split(block, "\n")
	f := frames{elided: strings.Contains(block, "frames elided")}
	if _, state, ok := strings.Cut(lines[0], "["); ok {
		f.state, _, _ = strings.Cut(state, "]")
		f.state, _, _ = strings.Cut(f.state, ",")
	}
	for i := len(lines) - 1; i > 0; i-- {
		if !strings.HasPrefix(lines[i], "\t") || !learners(lines[i-1]) || strings.HasPrefix(lines[i-1], "main.main(") {
			continue
		}
		f.names = append(f.names, lines[i-1][:max(0, strings.LastIndex(lines[i-1], "("))])
		f.places = append(f.places, parsePlace(lines[i]))
	}
	return f
}

// parsePlace reads "\t/path/main.go:12 +0x1d".
func parsePlace(line string) place {
	line, _, _ = strings.Cut(strings.TrimSpace(line), " ")
	i := strings.LastIndex(line, ":")
	if i < 0 {
		return place{}
	}
	n, err := strconv.Atoi(line[i+1:])
	if err != nil {
		return place{}
	}
	return place{line[:i], n}
}

// innermost returns where the learner's function is just now.
func innermost(all []frames) place {
	if len(all) == 0 {
		return place{}
	}
	return all[0].places[len(all[0].places)-1]
}

// firstPlace returns the learner's line in a crash report: that of the innermost call.
func firstPlace(report string) place {
	for block := range strings.SplitSeq(report, "\n\n") {
		if f := parseFrames(block); len(f.places) > 0 {
			return f.places[len(f.places)-1]
		}
	}
	return place{}
}

// stuck finds the loop that does not end, from a few looks at the stack: it is in the deepest function that was on all
// of them, reached by the same calls. It also reports whether the function rather waits for something.
func (a *answer) stuck() (at place, waits bool) {
	const looks = 8
	var seen []frames
	for range looks {
		if now := stacks(); len(now) > 0 {
			seen = append(seen, now[0])
		}
		time.Sleep(3 * time.Millisecond)
	}
	if len(seen) == 0 || a == nil {
		return place{}, false
	}
	waits = true
	depth := len(seen[0].places)
	for _, f := range seen {
		waits = waits && f.state != "running" && f.state != "runnable" && f.state != "sleep"
		common := 0
		for common < min(depth, len(f.places)) && f.names[common] == seen[0].names[common] {
			common++
			if f.places[common-1].line != seen[0].places[common-1].line {
				break
			}
		}
		depth = common
	}
	if depth == 0 {
		return place{}, false
	}
	if waits {
		return seen[0].places[len(seen[0].places)-1], true
	}
	for _, suspects := range []func(ast.Node) bool{mayNotEnd, anyLoop} {
		for level := depth - 1; level >= 0; level-- {
			var lines []int
			for _, f := range seen {
				lines = append(lines, f.places[level].line)
			}
			if loop, ok := a.loop(lines, suspects); ok {
				return loop, false
			}
		}
	}
	return a.loopIn(seen[0].names[depth-1], seen[0].places[depth-1]), false
}

func seconds(d time.Duration) words.Text {
	return words.T("%.3g s", "%.3g 秒").Fill(d.Seconds())
}

func megabytes(n int) string {
	return fmt.Sprintf("%d MB", n>>20)
}
