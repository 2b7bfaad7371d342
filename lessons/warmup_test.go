package lessons

import (
	"strings"
	"testing"

	"nekonote/lessons/journal"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// five is a quiz of five questions, each with two variants.
func five() *Quiz {
	q := &Quiz{ID: "week9/quiz", Week: &Week{Name: "week9"}}
	for _, name := range []string{"one", "two", "three", "four", "five"} {
		q.Questions = append(q.Questions, Question{
			Choose(name+" first", name+"、一", No("no", "いいえ", "not so", "違います"), Yes("yes", "はい", "because of "+name, "理由は"+name)),
			Work(name+" second", name+"、二", 42, 0, "it is 42", "42 です", "count", "数えて"),
		})
	}
	return q
}

func TestAWarmUpAsksWhatWentWrong(t *testing.T) {
	t.Setenv("NEKONOTE_DIR", t.TempDir())
	t.Setenv(words.Variable, string(words.English))
	q := five()
	for _, e := range []struct {
		n       int
		outcome verdict.Outcome
	}{
		{1, verdict.Correct}, {2, verdict.Correct}, {3, verdict.Incorrect}, {3, verdict.Correct}, {4, verdict.Incorrect}, {5, verdict.Correct},
	} {
		if err := journal.Append(journal.Folder(), journal.Event{ID: q.id(e.n), Kind: journal.Checked, Outcome: e.outcome}); err != nil {
			t.Fatal(err)
		}
	}
	_, text := warmUp(q.Entries())
	if !inOrder(text, "1. four second", "2. three first", "3. one second", "Answer 1: 42: it is 42", "Answer 2: b) yes: because of three") {
		t.Error(text)
	}
	if _, text = warmUp(q.Entries()); !inOrder(text, "1. four first", "2. three second", "3. two second") { // those that were asked least
		t.Error(text)
	}
	page, _ := warmUp(q.Entries())
	if strings.Count(page, "<details") != 3 || strings.Count(page, "<div") != strings.Count(page, "</div>") {
		t.Error(page)
	}
	if s := journal.Standings(must(journal.Read(journal.Folder())))[q.id(4)]; s.Attempts != 1 || s.Points != 0 {
		t.Errorf("a warm-up counts: %+v", s)
	}
}

func must(events []journal.Event, _ int, err error) []journal.Event {
	if err != nil {
		panic(err)
	}
	return events
}

// inOrder reports whether the pieces stand in the text one after the other.
func inOrder(text string, pieces ...string) bool {
	for _, p := range pieces {
		_, after, found := strings.Cut(text, p)
		if !found {
			return false
		}
		text = after
	}
	return true
}

func TestGuessesAreKeptAndCompared(t *testing.T) {
	t.Setenv("NEKONOTE_DIR", t.TempDir())
	t.Setenv(words.Variable, string(words.English))
	for _, c := range []struct{ typed, want string }{
		{"", "It is 66. You have not typed a guess"},
		{"many", "“many” is not a number"},
		{"NaN", "“NaN” is not a number"},
		{" 50 % ", "You guessed 50; it is 66."},
		{"65", "Very close!"},
		{"65", "Your first guess was 50."},
		{"５０", "Not far off."},
	} {
		if got := guessed("week9/share", c.typed, 66); !strings.Contains(got.Text, c.want) {
			t.Errorf("a guess of %q: %s; want %q", c.typed, got.Text, c.want)
		}
	}
	kept := 0
	for _, e := range must(journal.Read(journal.Folder())) {
		if e.Kind == journal.Guessed {
			kept++
			if e.Guess != 50 || e.Found != 66 {
				t.Errorf("kept %+v", e)
			}
		}
	}
	if kept != 1 {
		t.Errorf("%d guesses are kept; want the first", kept)
	}
}
