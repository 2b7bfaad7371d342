package card

import (
	"fmt"
	"html"
	"strings"

	"nekonote/lessons/typeset"
	"nekonote/nn/words"
)

// Asked is a question with its options, line by line, and its answer, which is behind a triangle.
type Asked struct {
	Lines  []words.Text
	Answer words.Text
}

var showAnswer = words.T("Answer", "答え")

// Questions is a card that asks questions, as HTML and as text.
func Questions(title, said words.Text, asked []Asked, noteErr error) (page, plain string) {
	page, plain = Note("☀", title, []Part{{Body: said}}, noteErr)
	lang := words.Current()
	var markup, text strings.Builder
	for n, a := range asked {
		markup.WriteString(`<div style="margin-top:10px">`)
		for i, line := range a.Lines {
			if i == 0 {
				fmt.Fprintf(&markup, `<div><b>%d.</b> %s</div>`, n+1, typeset.HTML(line.In(lang)))
				fmt.Fprintf(&text, "  %d. %s\n", n+1, typeset.Plain(line.In(lang)))
				continue
			}
			fmt.Fprintf(&markup, `<div style="margin:2px 0 2px 1.5em">%s</div>`, typeset.HTML(line.In(lang)))
			fmt.Fprintf(&text, "     %s\n", typeset.Plain(line.In(lang)))
		}
		fmt.Fprintf(&markup, `<details style="margin:2px 0 0 1.5em"><summary style="cursor:pointer">%s</summary>%s</details></div>`,
			html.EscapeString(showAnswer.In(lang)), typeset.HTML(a.Answer.In(lang)))
	}
	for n, a := range asked {
		fmt.Fprintf(&text, "  %s %d: %s\n", showAnswer.In(lang), n+1, typeset.Plain(a.Answer.In(lang)))
	}
	inside, _ := strings.CutSuffix(page, `</div>`)
	return inside + markup.String() + `</div>`, plain + text.String()
}
