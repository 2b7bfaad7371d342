// Package sheet is what the pages have in common that a learner hands on: one HTML file that speaks every language, with a switch,
// and a rule inside that forbids every connection and every script but its own.
package sheet

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"strings"

	"nekonote/nn/words"
)

// Sheet is such a page.
type Sheet struct {
	Kind   string // what kind of page it is, which it is known by: "a page to show"
	Title  words.Text
	Shows  string // what the rule allows besides, such as "img-src data:"; "" for nothing
	Style  string
	Script string // "" for none but that of the switch
	Body   string // as HTML
	Told   any    // what the page knows, as JSON in an element with the id told
}

//go:embed speak.js
var speak string

// names are the languages' own names.
var names = map[words.Lang]string{words.English: "English", words.Japanese: "日本語"}

// Before and After are what stands around what the page knows.
const (
	Before = `<script type="application/json" id="told">`
	After  = `</script>`
)

// HTML is the page. It begins with the language of whoever opens it, or else with lang.
func (s Sheet) HTML(lang words.Lang) (string, error) {
	told, err := json.Marshal(s.Told) // which writes < as \u003c
	if err != nil {
		return "", err
	}
	style, script := s.Style+speaking(), s.Script+speak
	var b strings.Builder
	fmt.Fprintf(&b, `<!DOCTYPE html>
<html lang="%s"><head><meta charset="utf-8">%s<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '%s'; style-src '%s'; %sbase-uri 'none'; form-action 'none'">
<title>%s</title><style>%s</style></head><body>
`, lang, mark(s.Kind), hash(script), hash(style), s.Shows, html.EscapeString(s.Title.In(lang)), style)
	b.WriteString(`<nav>`)
	for _, l := range words.Langs {
		name := names[l]
		if name == "" {
			name = string(l)
		}
		fmt.Fprintf(&b, `<button type="button" data-lang="%s" lang="%[1]s">%s</button>`, l, html.EscapeString(name))
	}
	fmt.Fprintf(&b, "</nav>%s%s%s%s<script>%s</script></body></html>\n", s.Body, Before, told, After, script)
	return b.String(), nil
}

// Each is a text in all languages, of which the page shows the one that it speaks.
func Each(t words.Text) string {
	var b strings.Builder
	for _, l := range words.Langs {
		fmt.Fprintf(&b, `<span lang="%s">%s</span>`, l, html.EscapeString(t.In(l)))
	}
	return b.String()
}

// speaking hides each language where the page speaks another.
func speaking() string {
	var b strings.Builder
	for _, l := range words.Langs {
		fmt.Fprintf(&b, "html:not([lang=%s]) span[lang=%[1]s] { display: none; }\n", l)
	}
	return b.String()
}

// hash is what the page's rule knows a script or a style by: no other may run.
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// mark is what a kind of page is known by.
func mark(kind string) string {
	return `<meta name="generator" content="Nekonote, ` + html.EscapeString(kind) + `">`
}
