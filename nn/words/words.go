// Package words holds what a learner reads in both of Nekonote's languages, side by side where it is written.
//
// A sentence is declared once, as T("English", "日本語"); leaving a language out does not compile. Which one is shown
// is a matter of the environment variable NEKONOTE_LANG, which the kernelspec sets, so that a cell's program, the check
// and the kernel speak the same language.
package words

import (
	"fmt"
	"os"
)

// Lang is a language that Nekonote speaks.
type Lang string

// The languages of every text that a learner sees.
const (
	English  Lang = "en"
	Japanese Lang = "ja"
)

// Langs lists the languages in the order in which they are generated and tested.
var Langs = []Lang{English, Japanese}

// Variable is the environment variable that chooses the language: "en" or "ja".
const Variable = "NEKONOTE_LANG"

// Current returns the language named by NEKONOTE_LANG, and English where it is unset or names another.
func Current() Lang {
	if Lang(os.Getenv(Variable)) == Japanese {
		return Japanese
	}
	return English
}

// Text is one sentence in both languages. Its zero value is empty in both.
type Text struct {
	en, ja string
}

// T declares a text: the same meaning, written in each language.
func T(en, ja string) Text {
	return Text{en: en, ja: ja}
}

// In returns the text in the given language, and in English for a language that is none of ours.
func (t Text) In(l Lang) string {
	if l == Japanese {
		return t.ja
	}
	return t.en
}

// String returns the text in the current language.
func (t Text) String() string {
	return t.In(Current())
}

// Fill returns the text with its verbs replaced by args, in each language, as fmt.Sprintf does. An argument that is
// itself a Text appears in the language of the sentence around it. Verbs may be numbered ("%[2]s") where the two
// languages want another order.
func (t Text) Fill(args ...any) Text {
	in := func(l Lang) string {
		said := make([]any, len(args))
		for i, arg := range args {
			if text, ok := arg.(Text); ok {
				arg = text.In(l)
			}
			said[i] = arg
		}
		return fmt.Sprintf(t.In(l), said...)
	}
	return Text{en: in(English), ja: in(Japanese)}
}

// Empty reports whether the text is missing in a language; both must be there for a learner to see it.
func (t Text) Empty() bool {
	return t.en == "" || t.ja == ""
}
