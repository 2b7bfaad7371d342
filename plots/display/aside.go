package display

import "github.com/janpfeifer/gonb/gonbui/protocol"

// AsideKey marks a remark in a display's metadata: the kernel shows the last one of a cell below all else, and none where a figure
// follows.
const AsideKey = "nekonote_aside"

// Aside is HTML for a remark that nobody misses. Each one takes the place of the one before it in the same cell; it is dropped
// where the program shows a figure afterwards.
func Aside(page, text string) {
	if !InNotebook() {
		send("", page, text)
		return
	}
	notebook.show(&protocol.DisplayData{
		Data:     map[protocol.MIMEType]any{protocol.MIMETextHTML: page, protocol.MIMETextPlain: text},
		Metadata: map[string]any{AsideKey: true},
	})
}
