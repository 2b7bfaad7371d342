package lessons

import (
	"testing"
	"time"

	"nekonote/lessons/journal"
	"nekonote/lessons/verdict"
)

func TestSolvedGoesByTheJournal(t *testing.T) {
	t.Setenv("NEKONOTE_DIR", t.TempDir())
	sigmoid, propagate := &Exercise[func()]{ID: "week2/sigmoid"}, &Exercise[func()]{ID: "week2/propagate"}
	solved := func(exercises ...Entry) bool { return unsolved(exercises, nil) == "" }
	note := func(outcome verdict.Outcome) {
		t.Helper()
		if err := journal.Append(journal.Folder(), journal.Event{Time: time.Now(), ID: "week2/sigmoid", Kind: journal.Checked, Outcome: outcome}); err != nil {
			t.Fatal(err)
		}
	}
	if solved(sigmoid) {
		t.Error("solved without a check")
	}
	note(verdict.Almost)
	if solved(sigmoid) {
		t.Error("solved although it was only almost right")
	}
	note(verdict.Correct)
	if !solved(sigmoid) {
		t.Error("not solved although it was correct")
	}
	if unsolved([]Entry{sigmoid}, map[string]Stale{"sigmoid": {Cell: 3}}) == "" {
		t.Error("solved although its cell has an error now")
	}
	if solved(sigmoid, propagate) {
		t.Error("two are solved where one is")
	}
}
