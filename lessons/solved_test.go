package lessons_test

import (
	"testing"
	"time"

	"nekonote/lessons"
	"nekonote/lessons/week2"
)

func TestSolvedGoesByTheJournal(t *testing.T) {
	t.Setenv("NEKONOTE_DIR", t.TempDir())
	note := func(outcome lessons.Outcome) {
		t.Helper()
		if err := lessons.Append(lessons.Folder(), lessons.Event{Time: time.Now(), ID: "week2/sigmoid", Kind: lessons.Checked, Outcome: outcome}); err != nil {
			t.Fatal(err)
		}
	}
	if lessons.Solved(week2.Sigmoid) {
		t.Error("solved without a check")
	}
	note(lessons.Almost)
	if lessons.Solved(week2.Sigmoid) {
		t.Error("solved although it was only almost right")
	}
	note(lessons.Correct)
	if !lessons.Solved(week2.Sigmoid) {
		t.Error("not solved although it was correct")
	}
	if lessons.Solved(week2.Sigmoid, week2.Propagate) {
		t.Error("two are solved where one is")
	}
}
