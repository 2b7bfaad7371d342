package lessons

import (
	"fmt"
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/journal"
	"nekonote/nn/words"
)

// Brought is the Go that a notebook begins with so that it can build on earlier ones: for each exercise the learner's own function
// as it was accepted last, with what it reaches; the library's where there is none. A helper of hers that would meet another of
// its name, among these or among the names in taken, is called otherwise.
func Brought(exercises []Entry, taken map[string]bool) string {
	events, _, _ := journal.Read(journal.Folder())
	b := bringing{decls: map[string]string{}, imports: map[string]bool{}, wanted: map[string]bool{}, taken: taken}
	for _, e := range exercises {
		b.wanted[e.Info().Func] = true
	}
	for _, e := range exercises {
		texts, _ := accepted(events, e.Info().ID)
		if len(texts) == 0 || !b.bring(e.Info().Func, texts[len(texts)-1]) {
			b.decls[e.Info().Func] = twin(e)
		}
	}
	parts := slices.Sorted(maps.Keys(b.imports))
	for _, name := range slices.Sorted(maps.Keys(b.decls)) {
		parts = append(parts, b.decls[name])
	}
	return strings.Join(parts, "\n\n")
}

type bringing struct {
	decls   map[string]string
	imports map[string]bool
	wanted  map[string]bool // the exercises' names: each has a text of its own
	taken   map[string]bool
}

// bring adds a function and what it reaches.
func (b *bringing) bring(function, text string) bool {
	program := answer.Parse("", text)
	if program == nil || program.Funcs[function] == nil {
		return false
	}
	plain, imports := program.Parts(nil)
	called := map[string]string{}
	for name, decl := range plain {
		there, met := b.decls[name]
		if !b.wanted[name] && (b.taken[name] || met && there != decl) {
			called[name] = name + "Of" + strings.ToUpper(function[:1]) + function[1:]
		}
	}
	decls, _ := program.Parts(called)
	for name, decl := range decls {
		if other, ok := called[name]; ok {
			name = other
		}
		if name == function || !b.wanted[name] {
			b.decls[name] = decl
		}
	}
	for _, line := range imports {
		b.imports[line] = true
	}
	return true
}

var declares = regexp.MustCompile(`(?m)^(?:func|type|var|const) (\w+)`)

// Taken are the names that notebooks declare in their own cells.
func Taken(books []Lesson) map[string]bool {
	taken := map[string]bool{}
	for _, book := range books {
		for _, found := range declares.FindAllStringSubmatch(book.Text, -1) {
			taken[found[1]] = true
		}
	}
	return taken
}

var (
	sayMine     = words.T("Yours, from earlier notebooks: %s.", "前のノートブックであなたが書いた関数：%s。")
	sayTheirs   = words.T("The library's, since yours are not solved yet: %s.", "まだ解いていないので、ライブラリーのものを使う関数：%s。")
	sayFrom     = words.T("%s (%s)", "%s（%s）")
	sayTogether = words.T("; ", "、")
)

// mine says whose functions the cell has brought, and from which notebook each of them is.
func (c *Court) mine(h Hearing, exercises []Entry) Card {
	program := answer.Parse("cells.go", h.Cells)
	var hers, ours []Entry
	for _, e := range exercises {
		if program.Same(e.Info().Func, twin(e)) {
			ours = append(ours, e)
		} else {
			hers = append(hers, e)
		}
	}
	var page, plain []string
	for _, part := range []struct {
		sign    string
		say     words.Text
		entries []Entry
	}{{"✓ ", sayMine, hers}, {"○ ", sayTheirs, ours}} {
		if len(part.entries) == 0 {
			continue
		}
		markup, text := c.from(part.entries)
		page = append(page, `<div>`+part.sign+part.say.Fill(markup).In(words.Current())+`</div>`)
		plain = append(plain, part.sign+part.say.Fill(text).In(words.Current()))
	}
	return Card{fmt.Sprintf(`<div lang="%s">%s</div>`, words.Current(), strings.Join(page, "")), strings.Join(plain, "\n")}
}

// from lists functions by the notebooks in which they are exercises, with the way there.
func (c *Court) from(entries []Entry) (page, plain string) {
	var pages, plains []string
	for _, book := range c.Books {
		var names, codes []string
		for _, e := range book.Placed() {
			if slices.ContainsFunc(entries, func(other Entry) bool { return other.Info().ID == e.Info().ID }) {
				names = append(names, e.Info().Func)
				codes = append(codes, fmt.Sprintf(`<a href="%s"><code>%s</code></a>`, html.EscapeString(c.Link(e.Info().ID)), e.Info().Func))
			}
		}
		if len(names) > 0 {
			title := book.Title.In(words.Current())
			pages = append(pages, sayFrom.Fill(words.List(codes), html.EscapeString(title)).In(words.Current()))
			plains = append(plains, sayFrom.Fill(words.List(names), title).In(words.Current()))
		}
	}
	between := sayTogether.In(words.Current())
	return strings.Join(pages, between), strings.Join(plains, between)
}
