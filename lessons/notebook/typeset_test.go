package notebook

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"nekonote/lessons/typeset"
	"nekonote/nn/words"
)

// TestFormulasAreTypeset: no formula of an exercise keeps a letter that TeX does not know, or an open brace.
func TestFormulasAreTypeset(t *testing.T) {
	set := 0
	for _, lesson := range All {
		for _, e := range lesson.Exercises {
			tex, ok := typeset.Display(e.Info().Formula)
			if e.Info().Formula == "" || !ok {
				continue
			}
			set++
			for _, r := range tex {
				if r >= 0x80 {
					t.Errorf("%s: %c stands in %s", e.Info().ID, r, tex)
				}
			}
			if strings.Count(tex, "{") != strings.Count(tex, "}") || strings.Count(tex, "(") != strings.Count(tex, ")") {
				t.Errorf("%s: what is opened is not closed in %s", e.Info().ID, tex)
			}
		}
	}
	if set < 30 {
		t.Errorf("only %d formulas are typeset", set)
	}
}

// asked finds what a prompt must set as the prose does, between $ or in `: a letter that stands alone, a name of Go such as
// nPrev or A2, and the signs of formulas.
var asked = regexp.MustCompile(`(^|[^A-Za-z'’])([b-zB-HJ-Z]|[a-zA-Z]+[0-9_][A-Za-z0-9_]*|[a-z]+[A-Z][A-Za-z]*|[A-Z]+[a-z]*[A-Z][A-Za-z]*)([^A-Za-z'’-]|$)|[∗·×Σ√²ᵀˣᶻ∂]|\w\[\w`)

// TestPromptsAreTypeset: a task speaks of w and of math.Log as the text around it does, not in plain letters.
func TestPromptsAreTypeset(t *testing.T) {
	read := 0
	for _, lesson := range All {
		for _, e := range lesson.Exercises {
			info := e.Info()
			if info.Question {
				continue
			}
			read++
			for _, lang := range words.Langs {
				if found := asked.FindString(strings.ReplaceAll(shown.ReplaceAllString(info.Prompt.In(lang), "◇"), "ReLU", "")); found != "" {
					t.Errorf("%s in %s: %q stands in plain letters in: %s", info.ID, lang, found, info.Prompt.In(lang))
				}
			}
		}
	}
	if read < 40 {
		t.Errorf("only %d prompts were read", read)
	}
}

// helped are the texts that help with an exercise or ask a question of a quiz: hints, mistakes, questions, options, reasons.
func helped(f func(where string, text words.Text)) {
	for _, lesson := range All {
		for _, e := range lesson.Exercises {
			for _, hint := range e.Anatomy().Hints {
				f(e.Info().ID, hint)
			}
			for _, m := range e.Anatomy().Mistakes {
				f(e.Info().ID, m.Words)
			}
		}
		if lesson.Quiz == nil {
			continue
		}
		for n, question := range lesson.Quiz.Questions {
			for _, variant := range question {
				where := fmt.Sprintf("%s, question %d", lesson.Quiz.ID, n+1)
				f(where, variant.Ask)
				for _, o := range variant.Options {
					f(where, o.Text)
					f(where, o.Why)
				}
				if variant.Number != nil {
					f(where, variant.Number.Why)
					f(where, variant.Number.Else)
					for _, s := range variant.Number.Slips {
						f(where, s.Why)
					}
				}
			}
		}
	}
}

var marked = regexp.MustCompile("`[^`]*`|\\$([^$]*)\\$")

// TestHelpIsTypeset: hints, mistakes and quizzes set their formulas between $, in letters that package typeset knows, and name nothing
// of a formula outside.
func TestHelpIsTypeset(t *testing.T) {
	set := 0
	helped(func(where string, text words.Text) {
		for _, lang := range words.Langs {
			said := text.In(lang)
			for _, m := range marked.FindAllStringSubmatch(said, -1) {
				if m[1] == "" {
					continue
				}
				set++
				if typeset.Formula(m[1], false) == "" {
					t.Errorf("%s in %s: the formula %s cannot be set", where, lang, m[1])
				}
			}
			if found := asked.FindString(strings.NewReplacer("ReLU", "", "NaN", "").Replace(marked.ReplaceAllString(said, "◇"))); found != "" {
				t.Errorf("%s in %s: %q stands in plain letters in: %s", where, lang, found, said)
			}
		}
	})
	if set < 1000 {
		t.Errorf("only %d formulas were found", set)
	}
}
