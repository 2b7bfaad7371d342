package lectures

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"html"
	"slices"
	"strings"

	"nekonote/lessons"
	"nekonote/lessons/weeks"
	"nekonote/nn/words"
	"nekonote/plots/scene"
)

//go:embed player.js
var script string

//go:embed player.css
var style string

// step is what the player's script is told of a sentence: the changes that its cues make, from which the script finds what is seen.
type step struct {
	Scene   int                    `json:"scene"`
	Shown   map[words.Lang]string  `json:"shown"`
	Spoken  map[words.Lang]string  `json:"spoken"`
	Seconds map[words.Lang]float64 `json:"seconds"`
	On      []int                  `json:"on"`     // the parts that are seen
	Drawn   []int                  `json:"drawn"`  // of these, those that are drawn stroke by stroke when they come
	Frames  map[int]int            `json:"frames"` // of parts that move, where it is not the first
	Marked  []int                  `json:"marked"`
}

var (
	sayPlay    = words.T("Play", "再生")
	sayBack    = words.T("Sentence before", "前の文")
	sayNext    = words.T("Next sentence", "次の文")
	sayRepeat  = words.T("Say it again", "もう一度")
	saySpeed   = words.T("Speed", "速さ")
	sayCaption = words.T("Captions", "字幕")
	sayBoth    = words.T("Both", "両方")
	sayVoice   = words.T("Voice", "声")
	saySilent  = words.T("none, at reading pace", "なし（読む速さで）")
	sayPlace   = words.T("Place in the lecture", "講義の中の位置")
	sayWhole   = words.T("Transcript", "全文")
	sayKeys    = words.T("Keys: space plays and pauses, ← → go to the sentence before and the next, R repeats, Home and End go to the ends. A click on a sentence goes there.",
		"キー：スペースで再生と一時停止、← → で前後の文、R でもう一度、Home と End で最初と最後。文をクリックすると、そこへ移ります。")
	sayPrepare = words.T("Now you: %s", "次はあなたの番：%s")
	sayFrom    = words.T("Sources", "出典")
	sayMinutes = words.T("%d min", "%d 分")
	sayOptions = words.T("Settings", "設定")
)

// names are the languages' own names.
var names = map[words.Lang]string{words.English: "English", words.Japanese: "日本語"}

func nameOf(l words.Lang) string {
	if name := names[l]; name != "" {
		return name
	}
	return string(l)
}

// Page is a lecture as a page of its own that needs nothing else: no network, no other file. lang is the language it begins with, and
// at the sentence, counted from 0; −1 for where she stopped. home is the address of a page to go back to; empty for none.
func Page(id string, lang words.Lang, at int, home string) (string, error) {
	s, err := stage(id)
	if err != nil {
		return "", err
	}
	return s.page(lang, at, home)
}

// page is the page of a lecture, or of a piece of one.
func (s *staged) page(lang words.Lang, at int, home string) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, `<!doctype html><html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>%s</title>`,
		lang, html.EscapeString(s.Title.In(lang)))
	if home != "" {
		b.WriteString(`<link rel="manifest" href="manifest.webmanifest"><link rel="icon" href="icon.svg">`)
	}
	fmt.Fprintf(&b, `<style>%s%s</style></head><body><main id="lecture" data-captions="%s" data-lang="%[3]s">`, style, oneLanguage(), lang)
	s.header(&b, home)
	b.WriteString(`<section id="show"><div id="stage">`)
	for i, drawn := range s.scenes {
		hidden := " hidden"
		if i == 0 {
			hidden = ""
		}
		fmt.Fprintf(&b, `<div class="scene"%s>%s</div>`, hidden, drawn.HTML(s.in(i)...))
	}
	b.WriteString(`</div><div id="caption" aria-live="off"></div>`)
	controls(&b, lang)
	b.WriteString(`</section>`)
	s.transcript(&b)
	steps, err := json.Marshal(s.steps())
	if err != nil {
		return "", err
	}
	fmt.Fprintf(&b, `</main><script>const lecture={id:%q,at:%d,steps:%s};%s</script></body></html>`, s.ID, at, steps, script)
	return b.String(), nil
}

// in are the states of a scene.
func (s *staged) in(scene int) (states []scene.State) {
	for i, of := range s.of {
		if of == scene {
			states = append(states, s.states[i])
		}
	}
	return states
}

// oneLanguage are the rules by which the picture is in the language of the page, and the words are in it or in all.
func oneLanguage() string {
	var b strings.Builder
	for _, l := range words.Langs {
		fmt.Fprintf(&b, `main:not([data-captions=both])[data-lang=%s] [lang]:not([lang=%[1]s]),main[data-lang=%[1]s] :is(#stage,header,.sheet,.exercise,h2) [lang]:not([lang=%[1]s]){display:none}`, l)
	}
	return b.String()
}

// each writes a text in all languages, of which the page shows one.
func each(t words.Text) string {
	var b strings.Builder
	for _, l := range words.Langs {
		fmt.Fprintf(&b, `<span lang="%s">%s</span>`, l, html.EscapeString(t.In(l)))
	}
	return b.String()
}

func (s *staged) header(b *strings.Builder, home string) {
	b.WriteString(`<header>`)
	if home != "" {
		fmt.Fprintf(b, `<a class="home" href="%s" aria-label="Nekonote">猫の手</a>`, html.EscapeString(home))
	}
	fmt.Fprintf(b, `<h1>%s</h1><span class="minutes">%s</span></header>`, each(s.Title), each(words.Build(func(l words.Lang) string { return sayMinutes.Fill(s.Minutes(l)).In(l) })))
}

// controls are the player's buttons. Their names for a screen reader are in the page's first language.
func controls(b *strings.Builder, lang words.Lang) {
	button := func(id, sign string, name words.Text) {
		fmt.Fprintf(b, `<button type="button" id="%s" aria-label="%s" title="%[2]s">%s</button>`, id, html.EscapeString(name.In(lang)), sign)
	}
	b.WriteString(`<div id="controls">`)
	button("back", icon("M6 5v14M19 6v12l-10-6z"), sayBack)
	button("play", icon("M7 4.5v15l13-7.5z")+icon("M7 5h3.4v14H7zM13.6 5H17v14h-3.4z"), sayPlay)
	button("next", icon("M18 5v14M5 6v12l10-6z"), sayNext)
	button("again", icon("M12 5V1.6L7 6l5 4.4V7a5.6 5.6 0 1 1-5.4 7.1l-2 .6A7.7 7.7 0 1 0 12 5z"), sayRepeat)
	fmt.Fprintf(b, `<input id="place" type="range" min="0" value="0" step="1" aria-label="%s">`, html.EscapeString(sayPlace.In(lang)))
	fmt.Fprintf(b, `<details id="options"><summary aria-label="%s" title="%[1]s">%s</summary><div class="sheet">`, html.EscapeString(sayOptions.In(lang)),
		icon("M4 6.2h9.2M17.6 6.2H20M4 12h2.4M10.8 12H20M4 17.8h9.2M17.6 17.8H20M15.4 4v4.4M8.6 9.8v4.4M15.4 15.6V20"))
	fmt.Fprintf(b, `<label>%s<select id="captions">`, each(sayCaption))
	for _, l := range words.Langs {
		fmt.Fprintf(b, `<option value="%s">%s</option>`, l, nameOf(l))
	}
	fmt.Fprintf(b, `<option value="both">%s</option></select></label>`, html.EscapeString(sayBoth.In(lang)))
	fmt.Fprintf(b, `<label>%s<select id="speed">`, each(saySpeed))
	for _, speed := range []string{"0.5", "0.75", "1", "1.25", "1.5", "2"} {
		fmt.Fprintf(b, `<option value="%s">%[1]s×</option>`, speed)
	}
	fmt.Fprintf(b, `</select></label><label>%s<select id="voice"><option value="">%s</option></select></label><p>%s</p></div></details></div>`,
		each(sayVoice), html.EscapeString(saySilent.In(lang)), each(sayKeys))
}

func icon(path string) string {
	return `<svg viewBox="0 0 24 24" width="22" height="22" fill="currentColor" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" aria-hidden="true"><path d="` + path + `"/></svg>`
}

func (s *staged) transcript(b *strings.Builder) {
	fmt.Fprintf(b, `<section id="words" aria-label="%s"><ol>`, html.EscapeString(sayWhole.String()))
	for i, sentence := range s.Sentences {
		first := ""
		if sentence.First && i > 0 {
			first = ` class="first"`
		}
		fmt.Fprintf(b, `<li%s><button type="button" data-at="%d">%s</button></li>`, first, i, each(sentence.Shown))
	}
	b.WriteString(`</ol>`)
	if title, address := s.prepares(); !title.Empty() {
		fmt.Fprintf(b, `<p class="exercise"><a href="%s" target="_top">%s</a></p>`, address, each(sayPrepare.Fill(title)))
	}
	if len(s.Sources) > 0 {
		fmt.Fprintf(b, `<h2>%s</h2><ul class="sources">`, each(sayFrom))
		for _, source := range s.Sources {
			fmt.Fprintf(b, `<li>%s</li>`, html.EscapeString(source))
		}
		b.WriteString(`</ul>`)
	}
	b.WriteString(`</section>`)
}

// prepares is the exercise that the lecture leads to: its title, and its place in its notebook.
func (s *staged) prepares() (title words.Text, address string) {
	for _, lesson := range weeks.Lessons {
		for _, e := range lesson.Exercises {
			info := e.Info()
			if info.ID == s.Exercise && strings.Contains(lesson.Text, "<!-- exercise "+info.Func+" -->") {
				return info.Title, lesson.Name + ".ipynb#cell-id=" + lessons.TaskID(info.ID)
			}
		}
	}
	return words.Text{}, ""
}

// steps are the sentences for the player's script.
func (s *staged) steps() []step {
	var all []step
	for i, sentence := range s.Sentences {
		t := step{Scene: s.of[i], Shown: map[words.Lang]string{}, Spoken: map[words.Lang]string{}, Seconds: map[words.Lang]float64{},
			On: []int{}, Drawn: []int{}, Frames: map[int]int{}, Marked: []int{}}
		for _, l := range words.Langs {
			t.Shown[l], t.Spoken[l], t.Seconds[l] = sentence.Shown.In(l), sentence.Spoken.In(l), sentence.Time(l).Round(1e7).Seconds()
		}
		for k, look := range s.states[i] {
			if look.On {
				t.On = append(t.On, k)
			}
			if look.Marked {
				t.Marked = append(t.Marked, k)
			}
			if look.Frame > 0 {
				t.Frames[k] = look.Frame
			}
		}
		for _, cue := range sentence.Cues {
			if cue.Verb == "draw" {
				for _, name := range cue.Parts {
					t.Drawn = append(t.Drawn, s.number(i, name))
				}
			}
		}
		all = append(all, t)
	}
	return all
}

// number is that of a part of the scene that is seen at a sentence.
func (s *staged) number(at int, name string) int {
	return slices.IndexFunc(s.scenes[s.of[at]].Parts, func(p scene.Part) bool { return p.Name == name })
}
