package relay

import (
	"regexp"
	"strings"

	"nekonote/kernel/relay/wire"
	"nekonote/nn/words"
)

var exited = regexp.MustCompile(`^exit status (\d+)$|^signal: (.+)$`)

var exitWords = words.T(
	"the program ended itself (%s): os.Exit or log.Fatal was called",
	"プログラムが自分で終了しました（%s）。os.Exit か log.Fatal が呼ばれています",
)

var testWords = words.T("a test has failed: its words stand above, below === RUN", "テストが失敗しました。理由は上の === RUN の下にあります")

var killedWords = words.T(
	"the cell's program was ended from outside (%s); your notebook is intact: run the cell again",
	"セルのプログラムが外から終了させられました（%s）。ノートブックは無事です。セルをもう一度実行してください",
)

// ends remembers how one cell's program ended.
type ends struct {
	errors string // the end of what it wrote to stderr
	held   string // of it, what is not shown yet
}

func exitStep() step {
	e := &ends{}
	return step{name: "programs that end themselves", output: e.output, after: e.after}
}

func (e *ends) output(_ *loop, _ *cell, m *wire.Message) []*wire.Message {
	name, text := streamOf(m)
	if name != "stderr" {
		return []*wire.Message{m}
	}
	e.errors = lastPart(e.errors+text, errorsKept)
	if !graded() {
		return []*wire.Message{m}
	}
	// What a check says is told as the failure, and once: it is held back until it is known to be that.
	all := e.held + text
	at := strings.LastIndexByte(strings.TrimRight(all, "\n"), '\n') + 1
	if e.held = all[at:]; len(e.held) > errorsKept { // no sentence of a check
		at, e.held = len(all), ""
	}
	if at == 0 {
		return nil
	}
	return []*wire.Message{m.Edit(map[string]any{"text": all[:at]})}
}

// errorsKept is how much of the end of stderr is kept for a program that ends itself.
const errorsKept = 10000

func lastPart(text string, n int) string {
	if len(text) > n {
		return text[len(text)-n:]
	}
	return text
}

// after tells of a program that ended with a failure and without a panic. Where nbgrader runs the notebook, that is
// how a check says that an answer is wrong (see package lessons): its last line is then the first line of the failure,
// which is what a grader reads.
func (e *ends) after(l *loop, c *cell) {
	defer func() {
		l.release(c, e.held)
		e.held = ""
	}()
	f := c.engineFailure()
	if f == nil || c.failure != nil {
		return
	}
	found := exited.FindStringSubmatch(strings.TrimSpace(f.Value))
	if found == nil {
		return
	}
	if said := lastLine(e.errors); graded() && said != "" {
		if strings.TrimSpace(e.held) == said {
			e.held = ""
		}
		c.fail(failure{Name: "CheckFailed", Value: said, Trace: folds(said, graderWidth)})
		return
	}
	if found[2] != "" {
		c.fail(failure{Name: "Killed", Value: killedWords.Fill(found[2]).String()})
		return
	}
	if c.tests() {
		c.fail(failure{Name: "TestFailed", Value: testWords.String()})
		return
	}
	c.fail(failure{Name: "Exit", Value: exitWords.Fill(f.Value).String()})
}

// graderWidth is how many characters of a line of a failure nbgrader shows: it cuts off the rest.
const graderWidth = 80

// folds is a sentence in lines of at most so many characters, broken between words where there are such.
func folds(said string, width int) (lines []string) {
	rest := []rune(said)
	for len(rest) > width {
		at := width
		for at > width/2 && rest[at] != ' ' {
			at--
		}
		if rest[at] != ' ' {
			at = width // a sentence without spaces
		}
		lines = append(lines, strings.TrimRight(string(rest[:at]), " "))
		rest = []rune(strings.TrimLeft(string(rest[at:]), " "))
	}
	return append(lines, string(rest))
}

// lastLine is the last line of text with something in it that is not GoNB's own word about the end.
func lastLine(text string) string {
	lines := strings.Split(text, "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		if line := strings.TrimSpace(lines[i]); line != "" && !ranProgram.MatchString(line) {
			return line
		}
	}
	return ""
}
