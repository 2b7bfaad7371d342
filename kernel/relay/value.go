package relay

import (
	"go/ast"
	"strings"

	"nekonote/kernel/relay/gocell"
	"nekonote/kernel/relay/wire"
	"nekonote/plots/display"
)

// A notebook shows the value of a cell's last expression. Go gives no way to ask whether a call has a value, so the relay
// looks the function up; where it cannot know, it tries, and when the compiler says that there is none, the cell is
// compiled once more without.

// noValue is in the compiler's words about a call that has no value.
const noValue = "(no value) used as value"

// value is what one cell's last expression has come to.
type value struct {
	result    *wire.Message   // shown last
	unwrapped *gocell.Program // without the display, should the expression have no value
	tried     string          // the function whose value was tried
}

func valueStep() (first, last step) {
	v := &value{}
	return step{name: "the value of the last expression", before: v.before, output: v.output, after: v.after},
		step{name: "the value comes last", after: v.show}
}

// before wraps the last expression.
func (v *value) before(l *loop, c *cell) {
	if gocell.Foreign(c.sent.Lines) || l.options.ModuleDir == "" || c.asked.Silent {
		return
	}
	files, tree, err := c.sent.Parse()
	if err != nil {
		return
	}
	main := gocell.MainOf(tree)
	if main == nil || len(main.Body.List) == 0 {
		return
	}
	head := files.PositionFor(main.Pos(), false).Line - 2
	if !gocell.OpensMain(c.sent.Lines[head]) {
		return // she wrote main herself
	}
	last, ok := main.Body.List[len(main.Body.List)-1].(*ast.ExprStmt)
	if !ok {
		return
	}
	from, to := files.PositionFor(last.Pos(), false), files.PositionFor(last.End(), false)
	first, end := from.Line-2, to.Line-2
	if !c.sent.EndsIn(first, from.Column-1, end, to.Column-1) {
		return
	}
	switch l.hasValue(c, last.X, !c.sent.Added[head]) {
	case never:
		return
	case perhaps:
		if c.sent.Commands() {
			return // what the cell does beside Go must not be done twice
		}
		v.unwrapped = c.sent
		v.tried = callee(last.X)
	}
	c.sent = c.sent.Wrapped(first, end, to.Column-1)
}

// after takes the wrapping off where the compiler says that there is no value.
func (v *value) after(l *loop, c *cell) {
	f := c.engineFailure()
	if v.unwrapped == nil || f == nil || !strings.Contains(f.Value, noValue) {
		return
	}
	if v.tried != "" {
		l.notebook.valueless[v.tried] = true
	}
	c.sent, v.unwrapped, c.again = v.unwrapped, nil, true
}

// output makes of a value that the program displays the result of the cell. It is kept until all else is shown.
func (v *value) output(_ *loop, c *cell, m *wire.Message) []*wire.Message {
	if m.Kind != "display_data" {
		return []*wire.Message{m}
	}
	var shown struct {
		Data     map[string]any `json:"data"`
		Metadata map[string]any `json:"metadata"`
	}
	m.Read(&shown)
	if shown.Metadata[display.ValueMark] == nil {
		return []*wire.Message{m}
	}
	v.result = c.task.request.Answer("execute_result", map[string]any{
		"execution_count": c.count, "data": shown.Data, "metadata": map[string]any{},
	})
	return nil
}

// show shows the value below everything else.
func (v *value) show(l *loop, c *cell) {
	if v.result != nil {
		l.show(c, v.result)
		v.result = nil
	}
}
