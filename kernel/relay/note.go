package relay

import (
	"html"
	"strings"

	"nekonote/nn/words"
)

// note shows a sentence of the kernel's above what the cell shows. It never goes to stderr, where nbgrader would take it
// for a failure.
func (l *loop) note(c *cell, said words.Text) {
	if c.asked.Silent {
		return
	}
	l.show(c, c.task.request.Answer("display_data", noteContent("⚠ ", said)))
}

// noteContent is the content of a display that shows a sentence of the kernel's behind a sign.
func noteContent(sign string, said words.Text) map[string]any {
	text := said.String()
	page := `<div style="border-left:4px solid #d9822b;padding:4px 10px;margin:2px 0;font-family:var(--jp-content-font-family,sans-serif)">` + sign +
		strings.ReplaceAll(html.EscapeString(text), "\n", "<br>") + `</div>`
	return map[string]any{
		"data": map[string]any{"text/html": page, "text/plain": sign + text}, "metadata": map[string]any{}, "transient": map[string]any{},
	}
}
