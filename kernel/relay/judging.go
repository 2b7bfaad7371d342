package relay

import (
	"go/ast"
	"go/printer"
	"go/token"
	"maps"
	"slices"
	"strings"

	"nekonote/kernel/judge"
	"nekonote/kernel/process"
	"nekonote/kernel/relay/gocell"
	"nekonote/lessons"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// judging is the kernel's part in checks: it starts the judge, tells it which engine runs, and takes its verdicts when a cell is
// over. These go into the reply of the cell, where whoever grades reads them: no cell can write there.

// startJudge starts the judge and tells the cells' programs where it is. Without one, they say that checks cannot be made.
func (l *loop) startJudge() {
	j, err := judge.Start()
	if err != nil {
		l.log.Printf("the judge does not start: %v", err)
		return
	}
	l.judge = j
	l.options.Env = append(slices.Clone(l.options.Env), j.Environ())
}

// judgeEngine tells the judge which engine runs cells now.
func (l *loop) judgeEngine(e *engine) {
	if l.judge != nil {
		l.judge.Engine(func() (string, []process.Process) { return e.room, e.workers() })
	}
}

// judgeCells tells the judge what is declared while a cell runs: by the cells before it, and by itself.
func (l *loop) judgeCells(c *cell) {
	if l.judge == nil {
		return
	}
	declared := maps.Clone(l.notebook.declared)
	maps.Copy(declared, c.definitions())
	text := gocell.GoPrefix
	for _, name := range slices.Sorted(maps.Keys(declared)) {
		if name == "main" {
			continue
		}
		var said strings.Builder
		if printer.Fprint(&said, token.NewFileSet(), declared[name].Node) != nil {
			continue
		}
		switch declared[name].Node.(type) {
		case *ast.TypeSpec:
			text += "type "
		case *ast.ValueSpec:
			text += "var "
		}
		text += said.String() + "\n\n"
	}
	l.judge.Cells(text)
}

var notJudged = words.T("%s: the check was not made. Run the cell of your answer, then this one.", "%s：チェックが行われませんでした。答えのセルを実行してから、このセルを実行してください。")

// judged takes the verdicts of a cell that is over. A card that its program did not live to show is shown now. Where a program
// grades, a cell with a check fails if that was not made, whatever the cell's program says.
func (l *loop) judged(c *cell) {
	if l.judge == nil {
		return
	}
	found := l.judge.Take()
	for _, j := range found {
		c.verdicts = append(c.verdicts, verdict.Graded{ID: j.ID, Outcome: j.Outcome, Points: j.Points, Max: j.Max, Reason: j.Reason, Error: j.Line})
		if !j.Shown && j.HTML != "" && !c.asked.Silent {
			l.show(c, c.task.request.Answer("display_data", map[string]any{
				"data":     map[string]any{"text/html": j.HTML, "text/plain": strings.TrimRight(j.Text, "\n")},
				"metadata": map[string]any{}, "transient": map[string]any{},
			}))
		}
	}
	if !lessons.Graded() {
		return
	}
	for _, id := range judge.Checks(c.asked.Code) {
		i := slices.IndexFunc(found, func(j lessons.Judgement) bool { return j.ID == id })
		switch {
		case i < 0:
			c.fail(failure{Name: NotJudged, Value: notJudged.Fill(id).String()})
		case found[i].Outcome != verdict.Correct:
			c.fail(failure{Name: NotJudged, Value: found[i].Line})
		}
	}
}

// NotJudged is the name of the failure of a cell whose check was not made, or found an answer that is not right, where a
// program grades.
const NotJudged = "NotSolved"
