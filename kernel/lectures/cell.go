package lectures

import (
	"fmt"
	"html"
	"strings"

	"nekonote/nn/words"
)

var sayLecture = words.T("Lecture: %s (%d min)", "講義：%s（%d 分）")

// Cell is a lecture below a cell: one still picture with title and length, which opens into the player. text is its plain twin, the
// title and all that is said. It needs no kernel once it is there, so it goes along into an export.
func Cell(id string) (page, text string, err error) {
	lang := words.Current()
	s, err := stage(id)
	if err != nil {
		return "", "", err
	}
	whole, err := Page(id, lang, -1, "")
	if err != nil {
		return "", "", err
	}
	title := sayLecture.Fill(s.Title, s.Minutes(lang)).In(lang)
	page = fmt.Sprintf(`<details class="nekonote-lecture" lang="%s" style="margin:.4em 0;max-width:72em"><summary style="cursor:pointer;display:flex;gap:14px;align-items:center;list-style:none">`+
		`<span style="position:relative;flex:0 0 200px;border:1px solid rgba(128,128,128,.35);border-radius:8px;padding:3px">%s`+
		`<svg viewBox="0 0 24 24" width="44" height="44" aria-hidden="true" style="position:absolute;left:50%%;top:50%%;transform:translate(-50%%,-50%%)"><circle cx="12" cy="12" r="11" fill="#b4530a" fill-opacity=".88"/><path d="M9.5 7.5v9l7-4.5z" fill="#ffffff"/></svg></span>`+
		`<span style="font-size:15px"><b>%s</b></span></summary>`+
		`<iframe title="%[3]s" loading="lazy" allow="autoplay; fullscreen" style="width:100%%;height:min(640px,88vh);border:1px solid rgba(128,128,128,.35);border-radius:10px;margin-top:8px" srcdoc="%s"></iframe></details>`,
		lang, s.still(s.seen(), lang), html.EscapeString(title), html.EscapeString(whole))
	return page, title + "\n" + s.said(lang), nil
}

// said is all that is said, a sentence a line.
func (s *staged) said(lang words.Lang) string {
	var b strings.Builder
	for _, sentence := range s.Sentences {
		b.WriteString(sentence.Shown.In(lang) + "\n")
	}
	return b.String()
}
