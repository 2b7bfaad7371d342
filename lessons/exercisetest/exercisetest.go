// Package exercisetest asks of every exercise what each has to fulfil: the reference is correct, the skeleton compiles
// and is not attempted, every known mistake is recognised as itself, and whatever else is wrong is refused with a
// sentence of its own, in both languages.
package exercisetest

import (
	"go/format"
	"slices"
	"strings"
	"testing"

	"nekonote/lessons"
	"nekonote/lessons/internal/card"
	"nekonote/lessons/typeset"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// trainings are the exercises each of whose cases is a training of its own, hundreds of steps of formulas that other exercises ask for.
var trainings = []string{"optimize", "model", "nnModel", "twoLayerModel", "deepModel"}

// Run tests the exercises of a week.
func Run(t *testing.T, exercises []lessons.Entry) {
	seen := map[string]bool{}
	for _, e := range exercises {
		info := e.Info()
		if seen[info.ID] {
			t.Errorf("two exercises are called %s", info.ID)
		}
		seen[info.ID] = true
		t.Run(info.ID, func(t *testing.T) { // one after the other: some draw from nn's common stream
			runs := 60 // checks; each has 5 random cases, so that is 300 of them
			switch training := slices.Contains(trainings, info.Func); {
			case training && testing.Short():
				runs = 2
			case training || testing.Short():
				runs = 10
			}
			declaration(t, e)
			reference(t, e, runs)
			known(t, e, runs)
			refused(t, e)
		})
	}
}

// declaration: all words are there in both languages, and both texts can be cut.
func declaration(t *testing.T, e lessons.Entry) {
	info, parts := e.Info(), e.Anatomy()
	texts := append([]words.Text{info.Title, info.Prompt}, parts.Hints...)
	for _, m := range parts.Mistakes {
		texts = append(texts, m.Words)
	}
	for i, text := range texts {
		if text.Empty() {
			t.Errorf("text %d lacks a language: %+v", i, text)
		}
	}
	if len(parts.Hints) < 3 {
		t.Errorf("%d hints; want at least 3: concept, formula, nearly code", len(parts.Hints))
	}
	if len(parts.Mistakes) < 5 {
		t.Errorf("%d known mistakes; want at least 5", len(parts.Mistakes))
	}
	if info.Points <= 0 || info.Formula == "" || parts.Random == nil {
		t.Error("points, formula and random cases must be there")
	}
	for _, lang := range words.Langs {
		skeleton, solution, err := e.Texts(lang)
		if err != nil {
			t.Error(err)
		}
		for _, text := range []string{skeleton, solution} {
			const head = "package p\n\n"
			tidy, err := format.Source([]byte(head + text + "\n"))
			if err != nil || string(tidy) != head+text+"\n" {
				t.Errorf("not as gofmt writes it (%v):\n%s", err, text)
			}
			if strings.Contains(text, "BLANK") || strings.Contains(text, "en: ") || strings.Contains(text, "ja: ") {
				t.Errorf("a mark is left:\n%s", text)
			}
		}
	}
}

// reference: it is correct on new random cases each time.
func reference(t *testing.T, e lessons.Entry, runs int) {
	for seed := range runs {
		if v := lessons.Judge(e, e.Anatomy().Reference, "", uint64(seed)); v.Outcome != verdict.Correct || v.Points != v.Max {
			t.Fatalf("reference, seed %d: %s", seed, card.Text(v, words.English))
		}
	}
}

// known: each mistake is almost right, with its own words in both languages, on every run.
func known(t *testing.T, e lessons.Entry, runs int) {
	for i, m := range e.Anatomy().Mistakes {
		for seed := range runs {
			v := lessons.Judge(e, m.Formula, "", uint64(seed))
			if v.Outcome != verdict.Almost || !slices.Equal(v.Say, []words.Text{m.Words}) || v.Points != 0 {
				t.Errorf("mistake %d (%s), seed %d: %s", i, m.Words.In(words.English), seed, card.Text(v, words.English))
				break
			}
			if seed > 0 {
				continue
			}
			for _, lang := range words.Langs {
				if !strings.Contains(card.Text(v, lang), typeset.Plain(m.Words.In(lang))) {
					t.Errorf("mistake %d: the card in %s lacks its words", i, lang)
				}
			}
		}
	}
}

// refused: what is wrong in a way that any function can be has a reason and a sentence of its own.
func refused(t *testing.T, e lessons.Entry) {
	for _, wrong := range []struct {
		name    string
		f       any
		source  string
		reasons []verdict.Reason
	}{
		{"zeros and nothings", returning(e, zero), "", []verdict.Reason{verdict.ReasonBlank}},
		{"nil", returning(e, zero), "func " + e.Info().Func + "() { _ = 1 }", []verdict.Reason{verdict.ReasonNil, verdict.ReasonValue, verdict.ReasonShape}},
		{"constants", returning(e, constant), "", []verdict.Reason{verdict.ReasonValue, verdict.ReasonShape}},
		{"wrong shapes", spoiling(e, reshape), "", []verdict.Reason{verdict.ReasonShape, verdict.ReasonValue}},
		{"NaN", spoiling(e, notANumber), "", []verdict.Reason{verdict.ReasonNaN, verdict.ReasonValue}},
		{"panic", panicking(e), "", []verdict.Reason{verdict.ReasonPanic}},
		{"changed input", changing(e), "", []verdict.Reason{verdict.ReasonChanged}},
	} {
		if wrong.f == nil {
			continue // the exercise has nothing that could be wrong in this way
		}
		v := lessons.Judge(e, wrong.f, wrong.source, 7)
		if !slices.Contains(wrong.reasons, v.Reason) {
			t.Errorf("%s: reason %q; want one of %q: %s", wrong.name, v.Reason, wrong.reasons, card.Text(v, words.English))
		}
		if v.Points != 0 {
			t.Errorf("%s: %d points; want 0", wrong.name, v.Points)
		}
		for _, said := range append(v.Say, v.Next) {
			if said.Empty() || strings.Contains(said.In(words.English), "%!") || strings.Contains(said.In(words.Japanese), "%!") {
				t.Errorf("%s: a sentence is broken: %s / %s", wrong.name, said.In(words.English), said.In(words.Japanese))
			}
		}
	}
}
