package lessons_test

import (
	"testing"
	"time"

	"nekonote/lessons"
	"nekonote/lessons/journal"
	"nekonote/lessons/verdict"
	"nekonote/lessons/week2"
)

func TestSolvedGoesByTheJournal(t *testing.T) {
	t.Setenv("NEKONOTE_DIR", t.TempDir())
	note := func(outcome verdict.Outcome) {
		t.Helper()
		if err := journal.Append(journal.Folder(), journal.Event{Time: time.Now(), ID: "week2/sigmoid", Kind: journal.Checked, Outcome: outcome}); err != nil {
			t.Fatal(err)
		}
	}
	if lessons.Solved(week2.Sigmoid) {
		t.Error("solved without a check")
	}
	note(verdict.Almost)
	if lessons.Solved(week2.Sigmoid) {
		t.Error("solved although it was only almost right")
	}
	note(verdict.Correct)
	if !lessons.Solved(week2.Sigmoid) {
		t.Error("not solved although it was correct")
	}
	if lessons.Solved(week2.Sigmoid, week2.Propagate) {
		t.Error("two are solved where one is")
	}
}
