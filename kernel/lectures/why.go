package lectures

import (
	"fmt"
	"html"
	"time"

	"nekonote/kernel/lectures/scenes"
	"nekonote/lessons/lectures"
	"nekonote/nn/words"
	"nekonote/plots/scene"
)

var (
	sayWhy  = words.T("Not sure why? %d seconds", "なぜ？ %d 秒の説明")
	sayCell = words.T("%s: lessons.Lecture(%q), from sentence %d on", "%s lessons.Lecture(\"%s\") の %d 番目の文から")
	sayMore = words.T("From the lecture “%s”", "講義「%s」より")
)

// around is how long a piece of a lecture is to be, about.
const around = 40 * time.Second

// Why is the piece of a lecture in which the formula of an exercise is explained, folded, to stand below a card: about forty seconds
// with the sentence that explains it, in a player of its own. Both are empty where no lecture explains it.
func Why(exercise string) (page, text string) {
	l, at, found := lectures.Explaining(exercise)
	if !found {
		return "", ""
	}
	lang := words.Current()
	clip, from, err := cut(l, at, lang)
	if err != nil {
		return "", ""
	}
	whole, err := clip.page(lang, 0, "")
	if err != nil {
		return "", ""
	}
	seconds := int((clip.Time(lang) + 5*time.Second) / (10 * time.Second) * 10)
	title := sayWhy.Fill(seconds).In(lang)
	page = fmt.Sprintf(`<details class="nekonote-why" lang="%s" style="margin:2px 0 8px;max-width:56em"><summary style="cursor:pointer;padding:4px 10px">%s</summary>`+
		`<div style="opacity:.8;font-size:90%%;padding:0 10px">%s</div><iframe title="%[2]s" loading="lazy" allow="autoplay; fullscreen" style="width:100%%;height:min(520px,80vh);border:1px solid rgba(128,128,128,.35);border-radius:10px;margin-top:6px" srcdoc="%[4]s"></iframe></details>`,
		lang, html.EscapeString(title), html.EscapeString(sayMore.Fill(l.Title).In(lang)), html.EscapeString(whole))
	return page, "  " + sayCell.Fill(title, l.ID, from+1).In(lang) + "\n"
}

// cut is a piece of a lecture around a sentence, out of one scene, and the number of its first sentence. Only that scene is drawn.
func cut(l *lectures.Lecture, at int, lang words.Lang) (clip *staged, from int, err error) {
	first, last := at, at
	for first > 0 && !l.Sentences[first].First {
		first--
	}
	for last+1 < len(l.Sentences) && !l.Sentences[last+1].First {
		last++
	}
	from, to := at, at
	long := l.Sentences[at].Time(lang)
	for long < around && (from > first || to < last) {
		if from > first && (at-from <= to-at || to == last) { // by turns before and behind, the first before
			from--
			long += l.Sentences[from].Time(lang)
		} else {
			to++
			long += l.Sentences[to].Time(lang)
		}
	}
	draw, err := scenes.Find(l.ID, l.Sentences[at].Scene)
	if err != nil {
		return nil, 0, err
	}
	drawn := draw()
	piece := *l
	piece.ID, piece.Exercise, piece.Sources, piece.Sentences = fmt.Sprintf("%s#%d", l.ID, from+1), "", nil, l.Sentences[from:to+1]
	clip = &staged{Lecture: &piece, scenes: []*scene.Scene{drawn}}
	state := drawn.Blank()
	for i := first; i <= to; i++ {
		if state, err = follow(drawn, state, l.Sentences[i]); err != nil {
			return nil, 0, err
		}
		if i >= from {
			clip.of, clip.states = append(clip.of, 0), append(clip.states, state)
		}
	}
	return clip, from, nil
}
