// Package display is the one door between a cell's program and the notebook that shows its output.
//
// Everything goes out twice: as HTML for the eye and as plain text, its twin, for a terminal, an export, a screen reader
// or a test. Each call waits until the notebook has received it, so that nothing is lost when the program ends. Outside
// a notebook the text is printed and the HTML dropped, so the same program runs anywhere.
package display

import (
	"fmt"
	"html"
	"os"
	"strings"

	"github.com/janpfeifer/gonb/gonbui/protocol"
)

// HTML shows a figure: page, which is HTML, in a notebook, with text as its plain twin; elsewhere text alone is printed, in whole
// lines.
func HTML(page, text string) {
	send("", page, text)
}

// Text shows words as they are, line by line, in the notebook's reading font.
func Text(text string) {
	HTML(Lines(text), text)
}

// Lines is the HTML of words as they are, line by line, in the notebook's reading font.
func Lines(text string) string {
	return `<div style="white-space:pre-wrap;font-family:var(--jp-content-font-family,sans-serif)">` + html.EscapeString(text) + `</div>`
}

// send shows one output, or replaces the one that was shown under the same id; an empty id is a new output.
func send(id, page, text string) {
	if !InNotebook() {
		printed := strings.TrimRight(text, "\n")
		if printed != "" {
			_, _ = fmt.Fprintln(os.Stdout, printed)
		}
		return
	}
	notebook.show(&protocol.DisplayData{
		Data: map[protocol.MIMEType]any{
			protocol.MIMETextHTML:  page,
			protocol.MIMETextPlain: text,
		},
		DisplayID: id,
	})
}
