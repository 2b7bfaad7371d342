package lessons

import (
	"strings"
	"testing"

	"nekonote/lessons/internal/card"
	"nekonote/lessons/journal"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// doubling is the quiz of the documentation, with a question of each kind.
var doubling = &Quiz{
	ID: "week9/quiz", Title: words.T("Doubling", "2 倍"),
	Questions: []Question{
		{
			Choose("What is the shape of 2A?", "2A の形は？",
				No("6×10", "6×10", "first no", "違う一"),
				Yes("3×5", "3×5", "first yes", "正しい一"),
			),
			Choose("What is the shape of A/2?", "A/2 の形は？",
				Yes("4×4", "4×4", "second yes", "正しい二"),
				No("2×2", "2×2", "second no", "違う二"),
			),
		},
		{
			Work("1.5 doubled?", "1.5 の 2 倍は？", 3, 0, "yes", "正しい", "double it", "2 倍です", Slip(2.25, "squared", "2 乗です")),
			Work("0.125 doubled?", "0.125 の 2 倍は？", 0.25, 0.01, "yes", "正しい", "double it", "2 倍です"),
		},
	},
}

func TestQuizJudges(t *testing.T) {
	for _, c := range []struct {
		n       int
		answer  string
		wrong   int
		outcome verdict.Outcome
		said    string // among what is said
	}{
		{1, "", 0, verdict.NotAttempted, "a or b"},
		{1, "", 1, verdict.NotAttempted, "c or d"},
		{1, "b", 0, verdict.Correct, "first yes"},
		{1, " B) ", 0, verdict.Correct, "first yes"},
		{1, "ｂ", 0, verdict.Correct, "first yes"},
		{1, "a", 0, verdict.Incorrect, "first no"},
		{1, "z", 0, verdict.NotAttempted, "none of the answers"},
		{1, "3×5", 0, verdict.NotAttempted, "none of the answers"},
		{1, "a", 1, verdict.NotAttempted, "not asked now"}, // run again after the wrong answer: no further attempt
		{1, "b", 1, verdict.NotAttempted, "not asked now"}, // the first variant is done with
		{1, "c", 1, verdict.Correct, "second yes"},
		{1, "d", 1, verdict.Incorrect, "second no"},
		{1, "b", 2, verdict.Correct, "first yes"}, // round again
		{1, "b", -1, verdict.Correct, "first yes"},
		{1, "c", -1, verdict.Correct, "second yes"},
		{1, "d", -1, verdict.Incorrect, "second no"},
		{2, "", 0, verdict.NotAttempted, "a number"},
		{2, "3", 0, verdict.Correct, "yes"},
		{2, "6/2", 0, verdict.Correct, "yes"},
		{2, "３", 0, verdict.Correct, "yes"},
		{2, "2.25", 0, verdict.Almost, "squared"},
		{2, "7", 0, verdict.Incorrect, "double it"},
		{2, "three", 0, verdict.NotAttempted, "none of the answers"},
		{2, "3", 1, verdict.NotAttempted, "not asked now"},
		{2, "0.26", 1, verdict.Correct, "yes"},
		{2, "1/4", -1, verdict.Correct, "yes"},
		{2, "1/0", 0, verdict.NotAttempted, "none of the answers"},
	} {
		v := doubling.Judge(c.n, c.answer, c.wrong)
		if v.Outcome != c.outcome || !strings.Contains(card.Text(v, words.English), c.said) {
			t.Errorf("question %d, %q after %d: want %s with %q; got %s", c.n, c.answer, c.wrong, c.outcome, c.said, card.Text(v, words.English))
		}
		if want := 0; c.outcome == verdict.Correct && v.Points != QuestionPoints || c.outcome != verdict.Correct && v.Points != want {
			t.Errorf("question %d, %q: %d points", c.n, c.answer, v.Points)
		}
		if text := card.Text(v, words.Japanese); strings.Contains(text, "%!") || strings.Contains(card.HTML(v, words.Japanese), "%!") {
			t.Errorf("question %d, %q: %s", c.n, c.answer, text)
		}
	}
}

// TestQuizAsksAnotherVariant goes through the journal, as cells do.
func TestQuizAsksAnotherVariant(t *testing.T) {
	t.Setenv("NEKONOTE_DIR", t.TempDir())
	standing := func() journal.Standing {
		events, _, err := journal.Read(journal.Folder())
		if err != nil {
			t.Fatal(err)
		}
		return journal.Standings(events)["week9/quiz/1"]
	}
	ask := func(n int, said string) {
		t.Helper()
		if _, err := journal.Record(doubling.answered(n, said), ""); err != nil {
			t.Fatal(err)
		}
	}
	ask(1, "")
	ask(1, "a") // wrong: c or d is asked now
	ask(1, "a") // Run All
	if s := standing(); s.Attempts != 1 || s.Outcome != verdict.Incorrect || s.Points != 0 {
		t.Errorf("after a wrong answer: %+v", s)
	}
	ask(1, "d")
	ask(1, "b")
	if s := standing(); s.Attempts != 3 || s.Outcome != verdict.Correct || s.Points != QuestionPoints {
		t.Errorf("after the right one: %+v", s)
	}
	ask(1, "b") // still right when everything is run again
	if s := standing(); s.Outcome != verdict.Correct {
		t.Errorf("run again: %+v", s)
	}
	all := journal.Overviews(Items(doubling.Entries()), nil)
	if len(all) != 1 || all[0].Week != "week9/quiz" || all[0].Max != 2*QuestionPoints || all[0].Next != "week9/quiz/1" {
		t.Errorf("overview: %+v", all)
	}
}

func TestTheLastQuestionIsFollowedByNoOther(t *testing.T) {
	question := Question{Choose("1 + 1?", "1 + 1 は？", Yes("2", "2", "Yes.", "はい。"), No("3", "3", "No.", "いいえ。"))}
	q := &Quiz{ID: "week9/quiz", Questions: []Question{question, question}}
	for n, want := range map[int]string{1: "next question", 2: "last question"} {
		if next := q.Judge(n, "a", 0).Next.In(words.English); !strings.Contains(next, want) {
			t.Errorf("after question %d: %q", n, next)
		}
	}
}
