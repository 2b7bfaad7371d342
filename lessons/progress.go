package lessons

import (
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"strings"

	"nekonote/lessons/internal/card"
	"nekonote/lessons/journal"
	"nekonote/nn/words"
)

// progress is where the learner stands with the given exercises, week by week, and what comes next.
func (c *Court) progress(exercises []Entry) (page, plain string) {
	events, damaged, err := journal.Read(journal.Folder())
	var markup, text strings.Builder
	lang := words.Current()
	all := journal.Overviews(Items(exercises), events)
	for i, o := range all {
		brief := len(all) > 1 && !o.Begun() && i != journal.NextOf(all)
		card.OverviewHTML(o, &markup, lang, len(all) > 1 && i != journal.NextOf(all), c.Link)
		card.OverviewText(o, &text, lang, brief)
	}
	if said := journal.Trouble(damaged, err); !said.Empty() {
		fmt.Fprintf(&markup, `<div>%s</div>`, html.EscapeString(said.In(lang)))
		fmt.Fprintln(&text, said.In(lang))
	}
	return markup.String(), text.String()
}

// WriteProgress writes where the learner of the current folder stands with the given exercises: for people in the
// current language, or as JSON, one object a week.
func WriteProgress(w io.Writer, exercises []Entry, asJSON bool) error {
	events, damaged, err := journal.Read(journal.Folder())
	if err != nil {
		return errors.New(journal.Trouble(0, err).String())
	}
	all := journal.Overviews(Items(exercises), events)
	if asJSON {
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		return enc.Encode(all)
	}
	var b strings.Builder
	for i, o := range all {
		card.OverviewText(o, &b, words.Current(), !o.Begun() && i != journal.NextOf(all))
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return err
	}
	if said := journal.Trouble(damaged, nil); !said.Empty() {
		_, err = fmt.Fprintln(w, said)
	}
	return err
}

// Items are exercises as a report of progress lists them.
func Items(exercises []Entry) []journal.Item {
	var all []journal.Item
	for _, e := range exercises {
		info := e.Info()
		all = append(all, journal.Item{ID: info.ID, Week: info.Week, Part: info.Part, Title: info.Title, Points: info.Points})
	}
	return all
}
