package cats

import (
	"html"
	"strings"

	"nekonote/lessons/data/album"
	"nekonote/nn/words"
	"nekonote/plots/display"
)

// Split names a part of a data set.
type Split string

// The parts: what the network learns from, what it is examined on, and more pictures of the built-in set.
const (
	Train      Split = "train"
	Test       Split = "test"
	ExtraSplit Split = "extra"
)

// Record says of one picture what it is and where it is from. As the last line of a cell's program, Show displays it.
type Record struct {
	Picture Picture    // 64×64 pixels
	Name    string     // "train-007"
	Label   int        // the answer: 1 or 0
	Class   words.Text // the answer in words
	Source  string     // the collection: "maxogden/cats" on GitHub, or a file or folder
	File    string     // the file in it
	Box     *[4]int    // what was cut out of the file, x0, y0, x1, y1 in pixels; nil: all of it
	Licence string     // empty: not known
	Author  string     // empty: not known
}

// Source tells where picture i of a part is from, counted from 0 as in the columns of X. For another part or a number
// that it does not have, it panics with what there is.
func (d Data) Source(split Split, i int) Record {
	switch split {
	case Train:
		return d.train.Source(i)
	case Test:
		return d.test.Source(i)
	}
	panic(words.T(
		"cats: a data set has the parts cats.Train and cats.Test; there is no %q",
		"cats: データセットの部分は cats.Train と cats.Test です。「%s」はありません",
	).Fill(string(split)).String())
}

// Source tells where picture i is from, counted from 0 as in the columns of X. It panics for a number that the set does
// not have, and says which it has.
func (s Set) Source(i int) Record {
	if i < 0 || i >= len(s.entries) {
		panic(words.T(
			"cats: the pictures of %[1]s are counted from 0 to %[2]d; there is no %[3]d",
			"cats: %[1]s の写真は 0 番から %[2]d 番までです。%[3]d 番はありません",
		).Fill(string(s.part), len(s.entries)-1, i).String())
	}
	entry := s.entries[i]
	return Record{
		Picture: entry.Picture,
		Name:    entry.Name,
		Label:   entry.Label,
		Class:   s.classes[entry.Label],
		Source:  entry.Source,
		File:    entry.File,
		Box:     entry.Box,
		Licence: entry.Licence,
		Author:  entry.Author,
	}
}

// Show displays the picture and where it is from.
func (r Record) Show() { display.HTML(r.HTML(), r.String()) }

// String returns what is known of the picture in the current language, one thing a line.
func (r Record) String() string {
	lines := []string{words.Named(r.Name, r.Class).String()}
	for _, fact := range r.facts() {
		lines = append(lines, "  "+words.Named(fact.label, fact.value).String())
	}
	return strings.Join(lines, "\n")
}

// HTML returns the picture beside what is known of it.
func (r Record) HTML() string {
	var b strings.Builder
	b.WriteString(`<div style="display:flex;gap:16px;align-items:flex-start;font-family:var(--jp-content-font-family,sans-serif)">`)
	b.WriteString(album.HTML(r.Picture, r.Class.String(), 128))
	b.WriteString(`<div><b>` + html.EscapeString(r.Name) + `</b> · ` + html.EscapeString(r.Class.String()))
	b.WriteString(`<table style="margin:6px 0 0 0;border-collapse:collapse;font-size:inherit">`)
	for _, fact := range r.facts() {
		value := html.EscapeString(fact.value)
		if fact.link != "" {
			value = `<a href="` + html.EscapeString(fact.link) + `" target="_blank" rel="noopener">` + value + `</a>`
		}
		b.WriteString(`<tr style="background:none"><td style="text-align:left;padding:2px 14px 2px 0;opacity:.7">` + html.EscapeString(fact.label.String()) +
			`</td><td style="text-align:left;padding:2px 0">` + value + `</td></tr>`)
	}
	b.WriteString(`</table></div></div>`)
	return b.String()
}

// fact is one line of a record.
type fact struct {
	label       words.Text
	value, link string
}

func (r Record) facts() []fact {
	all := []fact{
		{words.T("from", "出典"), r.Source, ""},
		{words.T("file", "ファイル"), r.File, ""},
		{words.T("cut out", "切り出し"), "", ""},
		{words.T("licence", "ライセンス"), r.Licence, ""},
		{words.T("by", "作者"), r.Author, ""},
	}
	// A collection with a licence is one of the built-in ones, which are all on GitHub.
	if r.Licence != "" {
		all[0].link = "https://github.com/" + r.Source
	}
	if r.Box != nil {
		all[2].value = words.T(
			"columns %d to %d, rows %d to %d",
			"横 %d〜%d、縦 %d〜%d（ピクセル）",
		).Fill(r.Box[0], r.Box[2], r.Box[1], r.Box[3]).String()
	}
	known := all[:0]
	for _, fact := range all {
		if fact.value != "" {
			known = append(known, fact)
		}
	}
	return known
}
