// Package words holds what a learner reads in each of Nekonote's languages: English and Japanese side by side where it is
// written, others in catalogues.
//
// A sentence is declared once, as T("English", "日本語"); leaving a language out does not compile. Which one is shown
// is a matter of the environment variable NEKONOTE_LANG, which the kernelspec sets, so that a cell's program, the check
// and the kernel speak the same language.
package words

import (
	"fmt"
	"os"
	"slices"
	"strings"
)

// Lang is a language that Nekonote speaks.
type Lang string

// The languages of every text that a learner sees.
const (
	English  Lang = "en"
	Japanese Lang = "ja"
)

// Langs lists the languages in the order in which they are generated and tested: English, Japanese, and those of the
// catalogues.
var Langs = languages()

// Variable is the environment variable that chooses the language: "en" or "ja".
const Variable = "NEKONOTE_LANG"

// Current returns the language named by NEKONOTE_LANG, and English where it is unset or names none of ours.
func Current() Lang {
	if lang := Lang(os.Getenv(Variable)); slices.Contains(Langs, lang) {
		return lang
	}
	return English
}

// Text is one sentence in all languages. Its zero value is empty in each.
type Text struct {
	en, ja string
	others string // in the languages of the catalogues, in order, joined by between; empty where they are looked up
}

// between joins the other languages of a text, so that texts can be compared with ==.
const between = "\x00"

// T declares a text: the same meaning, written in English and in Japanese. Other languages find it by its English.
func T(en, ja string) Text {
	return Text{en: en, ja: ja}
}

// List puts the comma of each language between names: "a, b", "a、b".
func List(names []string) Text {
	comma := T(", ", "、")
	return Build(func(l Lang) string { return strings.Join(names, comma.In(l)) })
}

// Named puts a name in front of what is said of it, with the colon of each language: "W: 2×3", "W：2×3".
func Named(name, said any) Text {
	return T("%v: %v", "%v：%v").Fill(name, said)
}

// Sentences puts those that are not empty after one another: with a space between them, but none where the first one ends in
// a Japanese full stop, which has room of its own.
func Sentences(all ...string) string {
	var b strings.Builder
	for _, s := range all {
		if said := b.String(); s != "" && said != "" && !strings.HasSuffix(said, "。") {
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	return b.String()
}

// Build makes a text of what in returns for each language, for sentences that are put together of others.
func Build(in func(l Lang) string) Text {
	t := T(in(English), in(Japanese))
	var others []string
	known := true // all others are those that the catalogues have
	for _, c := range catalogues {
		said := in(c.lang)
		others = append(others, said)
		known = known && said == translation(c.lang, t.en)
	}
	if !known {
		t.others = strings.Join(others, between)
	}
	return t
}

// In returns the text in the given language, and in English for a language that is none of ours.
func (t Text) In(l Lang) string {
	switch l {
	case English:
		return t.en
	case Japanese:
		return t.ja
	}
	if t.others == "" {
		return translation(l, t.en)
	}
	at := slices.IndexFunc(catalogues, func(c catalogue) bool { return c.lang == l })
	if at < 0 {
		return t.en
	}
	return strings.Split(t.others, between)[at]
}

// String returns the text in the current language.
func (t Text) String() string {
	return t.In(Current())
}

// Fill returns the text with its verbs replaced by args, in each language, as fmt.Sprintf does. An argument that is
// itself a Text appears in the language of the sentence around it. Verbs may be numbered ("%[2]s") where the
// languages want another order.
func (t Text) Fill(args ...any) Text {
	return Build(func(l Lang) string {
		said := make([]any, len(args))
		for i, arg := range args {
			if text, ok := arg.(Text); ok {
				arg = text.In(l)
			}
			said[i] = arg
		}
		return fmt.Sprintf(t.In(l), said...)
	})
}

// Empty reports whether the text is missing in English or Japanese; both must be there for a learner to see it.
func (t Text) Empty() bool {
	return t.en == "" || t.ja == ""
}
