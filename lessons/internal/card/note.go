package card

import (
	"fmt"
	"html"
	"strings"

	"nekonote/lessons/journal"
	"nekonote/lessons/typeset"
	"nekonote/nn/words"
)

// Part is a paragraph of what is shown: words under a heading, or code.
type Part struct {
	Head, Body words.Text
	Code       string
}

// Note is a neutral card, as HTML and as text.
func Note(symbol string, title words.Text, parts []Part, noteErr error) (page, plain string) {
	if noteErr != nil {
		parts = append(parts, Part{Body: journal.SayNotNoted.Fill(noteErr)})
	}
	lang := words.Current()
	var markup, text strings.Builder
	fmt.Fprintf(&markup, `<div lang="%s" style="box-sizing:border-box;max-width:56em;margin:4px 0;padding:10px 14px;border:1px solid rgba(128,128,128,0.3);border-left:6px solid #3b6fb6;border-radius:6px;background:rgba(80,130,200,0.08);line-height:1.55"><div>%s <b>%s</b></div>`, lang, symbol, html.EscapeString(title.In(lang)))
	fmt.Fprintf(&text, "%s %s\n", symbol, title.In(lang))
	for _, p := range parts {
		if head := p.Head.In(lang); head != "" {
			fmt.Fprintf(&markup, `<div style="margin-top:8px;opacity:0.8;font-size:90%%">%s</div>`, html.EscapeString(head))
			fmt.Fprintf(&text, "  %s\n", head)
		}
		if p.Code != "" {
			fmt.Fprintf(&markup, `<pre style="margin:8px 0 0;padding:8px 10px;overflow-x:auto;background:rgba(128,128,128,0.12);border-radius:4px;white-space:pre;tab-size:4">%s</pre>`, html.EscapeString(p.Code))
			fmt.Fprintf(&text, "%s\n", indent(p.Code))
		}
		if body := p.Body.In(lang); body != "" {
			fmt.Fprintf(&markup, `<div style="margin-top:4px;overflow-wrap:anywhere">%s</div>`, typeset.HTML(body))
			fmt.Fprintf(&text, "  %s\n", typeset.Plain(body))
		}
	}
	markup.WriteString(`</div>`)
	return markup.String(), text.String()
}
