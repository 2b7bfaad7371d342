package relay

import (
	"regexp"
	"strings"

	"nekonote/nn/words"
)

var exited = regexp.MustCompile(`^exit status (\d+)$|^signal: (.+)$`)

var exitWords = words.T(
	"the program ended itself (%s): os.Exit or log.Fatal was called",
	"プログラムが自分で終了しました（%s）。os.Exit か log.Fatal が呼ばれています",
)

var killedWords = words.T(
	"the cell's program was ended from outside (%s); your notebook is intact: run the cell again",
	"セルのプログラムが外から終了させられました（%s）。ノートブックは無事です。セルをもう一度実行してください",
)

// exitStep tells of a program that ended with a failure and without a panic. Where nbgrader runs the notebook, that is
// how a check says that an answer is wrong (see package lessons): its last line is then the first line of the failure,
// which is what a grader reads.
func exitStep(_ *loop, c *cell) {
	f := c.engineFailure()
	if f == nil || c.failure != nil {
		return
	}
	found := exited.FindStringSubmatch(strings.TrimSpace(f.Value))
	if found == nil {
		return
	}
	if said := lastLine(c.errors); graded() && said != "" {
		c.fail(failure{Name: "CheckFailed", Value: said})
		return
	}
	if found[2] != "" {
		c.fail(failure{Name: "Killed", Value: killedWords.Fill(found[2]).String()})
		return
	}
	c.fail(failure{Name: "Exit", Value: exitWords.Fill(f.Value).String()})
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
