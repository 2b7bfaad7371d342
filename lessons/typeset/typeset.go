// Package typeset sets formulas. Texts that many places show, such as hints, quizzes and what a card says, write them between $ in the
// letters of a keyboard and of Unicode, as exercises write their own: "the error is $A − Y$". A terminal shows them so (Plain), a
// notebook's Markdown has TeX (Markdown), and a card has MathML (HTML), which browsers set themselves, without scripts or a network.
//
// Code stands between backquotes. Where a formula cannot be set, it stays as it was written.
package typeset

import (
	"html"
	"regexp"
	"slices"
	"strings"

	"github.com/wyatt915/treeblood"
)

// pieces finds code and formulas.
var pieces = regexp.MustCompile("`([^`]*)`|\\$([^$`\\n]+)\\$")

// each is a text in which code and formulas are replaced, and so is what stands between them.
func each(said string, text, code, formula func(string) string) string {
	var b strings.Builder
	at := 0
	for _, m := range pieces.FindAllStringSubmatchIndex(said, -1) {
		b.WriteString(text(said[at:m[0]]))
		if m[2] >= 0 {
			b.WriteString(code(said[m[2]:m[3]]))
		} else {
			b.WriteString(formula(said[m[4]:m[5]]))
		}
		at = m[1]
	}
	return b.String() + text(said[at:])
}

func same(s string) string { return s }

func quoted(s string) string { return "`" + s + "`" }

// Plain is the text for a terminal.
func Plain(said string) string { return each(said, same, quoted, same) }

// Markdown is the text for a notebook.
func Markdown(said string) string {
	return each(said, same, quoted, func(formula string) string {
		if tex, ok := Display(formula); ok {
			return "$" + strings.TrimSpace(tex) + "$"
		}
		return formula
	})
}

// HTML is the text for a page.
func HTML(said string) string {
	return each(said, html.EscapeString, func(code string) string {
		return `<code style="background:rgba(128,128,128,0.16);padding:0 4px;border-radius:3px">` + html.EscapeString(code) + `</code>`
	}, func(formula string) string {
		if mathml := Formula(formula, false); mathml != "" {
			return mathml
		}
		return html.EscapeString(formula)
	})
}

// Formula is the MathML of a formula in plain letters, "" where it cannot be set.
func Formula(plain string, display bool) string {
	tex, ok := Display(plain)
	if !ok {
		return ""
	}
	return MathML(tex, display)
}

// MathML is a formula in TeX for a browser, on one line; "" where the TeX cannot be read.
func MathML(tex string, display bool) string {
	style := treeblood.InlineStyle
	if display {
		style = treeblood.DisplayStyle
	}
	mathml, err := style(tex, nil)
	if err != nil || strings.Contains(mathml, "<merror") {
		return ""
	}
	return spaced(strings.TrimSpace(blanks.ReplaceAllString(source.ReplaceAllString(mathml, ""), "><")))
}

// spaced is the MathML with the room that TeX leaves around log, max and their like, and with := as one sign: to a browser, a name has
// no spacing of its own, a colon before an equals sign has too much, and so has a minus that is a sign.
func spaced(mathml string) string {
	mathml = tag.ReplaceAllStringFunc(mathml, func(all string) string { // its attributes come in another order each time
		attributes := attribute.FindAllString(all, -1)
		slices.Sort(attributes)
		return "<" + tag.FindStringSubmatch(all)[1] + " " + strings.Join(attributes, " ") + ">"
	})
	mathml = strings.ReplaceAll(mathml, "<mo>:</mo><mo>=</mo>", "<mo>:=</mo>")
	mathml = sign.ReplaceAllString(mathml, `$1<mo form="prefix">−</mo>`)
	return function.ReplaceAllStringFunc(mathml, func(found string) string {
		m, behind := function.FindStringSubmatch(found), "0.16667em"
		if m[3] != "" {
			behind = "0"
		}
		return `<mo lspace="0.16667em" rspace="` + behind + `"` + m[1] + ">" + m[2] + "</mo>" + m[3]
	})
}

var (
	source = regexp.MustCompile(`(?s)<annotation.*?</annotation>|</?semantics[^>]*>`) // the TeX, which would be read as Markdown
	blanks = regexp.MustCompile(`>\s+<`)

	tag       = regexp.MustCompile(`<(\w+)((?: [\w-]+="[^"]*")+)>`)
	attribute = regexp.MustCompile(`[\w-]+="[^"]*"`)

	sign     = regexp.MustCompile(`(<mo[^>]*>(?:=|≈|\(|,|:=|·|⋅|×|≤|&lt;|&gt;|→)</mo>)<mo>−</mo>`)
	function = regexp.MustCompile(`<mi lspace="[^"]*"([^>]*)>(\w+)</mi>(<mo form="prefix"|)`)
)
