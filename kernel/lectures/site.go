package lectures

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"time"

	"nekonote/lessons/lectures"
	"nekonote/lessons/weeks"
	"nekonote/nn/words"
)

//go:embed index.css
var indexStyle string

var (
	sayCourse = words.T("Lectures", "講義")
	sayAbout  = words.T("Short lectures to replay as often as you like: the picture draws itself, a voice explains it, and every sentence is a button. %d lectures, about %d minutes.",
		"何度でも見直せる、短い講義です。絵がひとりでに描かれ、声が説明し、字幕のどの文を押しても、そこへ移ります。全 %d 本、約 %d 分。")
)

// weekOf is a lecture's week as learners call it.
func weekOf(l *lectures.Lecture) words.Text {
	for _, e := range weeks.All {
		if info := e.Info(); info.Week == l.Week() {
			return info.Part
		}
	}
	return words.T(l.Week(), l.Week())
}

// File is the name of a lecture's page in the folder that Write writes.
func File(id string) string { return strings.ReplaceAll(id, "/", "-") + ".html" }

// Write writes all lectures into a folder that opens from a file, on a tablet or a phone, and can be put on any static site. lang is
// the language that its pages begin with; each holds all of them.
func Write(dir string, lang words.Lang) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	index, err := index(lang)
	if err != nil {
		return err
	}
	manifest, err := json.MarshalIndent(map[string]any{
		"name": "Nekonote", "short_name": "Nekonote", "start_url": "index.html", "display": "standalone", "lang": lang,
		"background_color": "#fbfaf7", "theme_color": "#b4530a",
		"icons": []map[string]string{{"src": "icon.svg", "sizes": "any", "type": "image/svg+xml"}},
	}, "", "  ")
	if err != nil {
		return err
	}
	files := map[string]string{"index.html": index, "manifest.webmanifest": string(manifest), "icon.svg": sign}
	all, err := lectures.Course()
	if err != nil {
		return err
	}
	for _, l := range all {
		if files[File(l.ID)], err = Page(l.ID, lang, -1, "index.html"); err != nil {
			return err
		}
	}
	for _, lesson := range people() {
		if files[lesson.Name+".html"], err = peoplePage(lesson, lang); err != nil {
			return err
		}
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// sign is the folder's icon: a neuron that listens to three inputs.
const sign = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="#b4530a"/><g stroke="#fff" stroke-width="3.5" fill="none"><path d="M14 14L38 32M14 32h24M14 50L38 32M38 32h16"/></g><g fill="#fff"><circle cx="13" cy="14" r="5"/><circle cx="13" cy="32" r="5"/><circle cx="13" cy="50" r="5"/><circle cx="39" cy="32" r="9"/></g></svg>`

// choice is the choice of a language. It needs no script: a button for each language, and rules for what it hides.
func choice(b *strings.Builder, lang words.Lang) {
	for _, l := range words.Langs {
		checked := ""
		if l == lang {
			checked = " checked"
		}
		fmt.Fprintf(b, `<input type="radio" name="lang" id="lang-%s"%s><label for="lang-%[1]s">%[3]s</label><style>#lang-%[1]s:checked~main [lang]:not([lang=%[1]s]){display:none}</style>`, l, checked, nameOf(l))
	}
}

// index is the page that lists all lectures.
func index(lang words.Lang) (string, error) {
	all, err := lectures.Course()
	if err != nil {
		return "", err
	}
	total := time.Duration(0)
	for _, l := range all {
		total += l.Time(lang)
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<!doctype html><html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Nekonote: %s</title>`+
		`<link rel="manifest" href="manifest.webmanifest"><link rel="icon" href="icon.svg"><style>%s</style></head><body>`, lang, html.EscapeString(sayCourse.In(lang)), indexStyle)
	choice(&b, lang)
	fmt.Fprintf(&b, `<main><h1>猫の手 Nekonote · %s</h1><p>%s</p>`, each(sayCourse), each(sayAbout.Fill(len(all), int(total.Minutes()+0.5))))
	week := ""
	for _, l := range all {
		if l.Week() != week {
			if week != "" {
				weekEnds(&b, week)
			}
			week = l.Week()
			fmt.Fprintf(&b, `<h2>%s</h2><ul>`, each(weekOf(l)))
		}
		s, err := stage(l.ID)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, `<li><a href="%s"><div class="still">%s</div><b>%s</b><small>%s</small></a></li>`, File(l.ID), s.still(s.seen(), lang), each(l.Title),
			each(words.Build(func(lang words.Lang) string { return sayMinutes.Fill(l.Minutes(lang)).In(lang) })))
	}
	weekEnds(&b, week)
	b.WriteString(`</main></body></html>`)
	return b.String(), nil
}

// weekEnds ends the list of a week's lectures, with its page about the people of the field.
func weekEnds(b *strings.Builder, week string) {
	b.WriteString(`</ul>`)
	for _, lesson := range people() {
		if weekName(lesson.Lesson) == week {
			fmt.Fprintf(b, `<p class="person"><a href="%s.html">%s</a></p>`, lesson.Name, each(sayPeople))
		}
	}
}
