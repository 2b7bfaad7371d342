package exercisetest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nekonote/lessons"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// Quiz tests the quiz of a week: ten questions, each in several variants; one right answer each, reached by its letter or
// number; a reason for every option in both languages, with the same code; and no way to guess from where the right option
// stands or how long it is.
func Quiz(t *testing.T, q *lessons.Quiz) {
	if len(q.Questions) != 10 {
		t.Errorf("%d questions; want 10", len(q.Questions))
	}
	c := choices{t: t, places: map[int]int{}}
	asks := map[string]bool{}
	for i, question := range q.Questions {
		if len(question) < 2 {
			t.Errorf("question %d has %d variants; want at least 2", i+1, len(question))
		}
		letters := 0
		for k, a := range question {
			name := fmt.Sprintf("question %d, variant %d", i+1, k+1)
			if asks[a.Ask.In(words.English)] {
				t.Errorf("%s is asked twice", name)
			}
			asks[a.Ask.In(words.English)] = true
			both(t, name, a.Ask)
			answers := c.answers(name, a, letters)
			for answer, want := range answers {
				for _, wrong := range []int{k, k + len(question)} { // so many wrong answers ask this variant
					if v := q.Judge(i+1, answer, wrong); v.Outcome != want {
						t.Errorf("%s, answer %s after %d wrong ones: %s; want %s", name, answer, wrong, v.Outcome, want)
					}
				}
			}
			letters += len(a.Options)
		}
		if letters > 26 {
			t.Errorf("question %d has more options than there are letters", i+1)
		}
	}
	c.balanced()
	solved(t, q)
}

// choices counts where the right options stand.
type choices struct {
	t       *testing.T
	places  map[int]int // how often the right option is the first one, the second one …
	all     int
	longest int // how often it is the longest one
}

// answers lists what may be answered to a variant whose letters begin at first, each with its outcome.
func (c *choices) answers(name string, a lessons.Variant, first int) map[string]verdict.Outcome {
	answers := map[string]verdict.Outcome{}
	if n := a.Number; n != nil {
		both(c.t, name, n.Why, n.Else)
		answers[fmt.Sprint(n.Want)] = verdict.Correct
		for _, s := range n.Slips {
			both(c.t, name, s.Why)
			answers[fmt.Sprint(s.Number)] = verdict.Almost
		}
		answers[fmt.Sprint(n.Want+1000)] = verdict.Incorrect
		return answers
	}
	rights, right, size := 0, 0, 0
	length := func(o lessons.Option) int { return len([]rune(o.Text.In(words.English))) }
	for j, o := range a.Options {
		both(c.t, name, o.Text, o.Why)
		outcome := verdict.Incorrect
		if o.Right {
			outcome, right = verdict.Correct, j
			rights++
		}
		answers[string(rune('a'+first+j))] = outcome
		size = max(size, length(o))
	}
	if rights != 1 {
		c.t.Errorf("%s has %d right answers; want 1", name, rights)
	}
	c.places[right]++
	c.all++
	if length(a.Options[right]) == size {
		c.longest++
	}
	return answers
}

// balanced: neither place nor length gives the right option away.
func (c *choices) balanced() {
	for place, n := range c.places {
		if 2*n > c.all {
			c.t.Errorf("the right option is number %d in %d of %d variants: too easily guessed", place+1, n, c.all)
		}
	}
	if 10*c.longest > 7*c.all {
		c.t.Errorf("the right option is the longest in %d of %d variants: too easily guessed", c.longest, c.all)
	}
}

// solved: the solutions that a solved notebook shows are right.
func solved(t *testing.T, q *lessons.Quiz) {
	for i, e := range q.Entries() {
		for _, lang := range words.Langs {
			_, solution, err := e.Texts(lang)
			_, said, _ := strings.Cut(solution, `"`)
			said, _, _ = strings.Cut(said, `"`)
			if v := q.Judge(i+1, said, 0); err != nil || v.Outcome != verdict.Correct {
				t.Errorf("question %d: the solution %q is %s, %v", i+1, solution, v.Outcome, err)
			}
		}
	}
}

var code = regexp.MustCompile("`[^`]*`")

// both: texts are there in both languages, with the same code and no broken verbs.
func both(t *testing.T, name string, texts ...words.Text) {
	t.Helper()
	for _, text := range texts {
		en, ja := text.In(words.English), text.In(words.Japanese)
		if text.Empty() || strings.Contains(en+ja, "%!") {
			t.Errorf("%s: a text lacks a language or is broken: %q, %q", name, en, ja)
		}
		a, b := code.FindAllString(en, -1), code.FindAllString(ja, -1)
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(slices.Compact(a), slices.Compact(b)) || strings.Count(en, "`")%2 != 0 || strings.Count(ja, "`")%2 != 0 {
			t.Errorf("%s: the code differs: %q in English, %q in Japanese", name, en, ja)
		}
	}
}
