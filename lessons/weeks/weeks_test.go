package weeks

import (
	"strings"
	"testing"

	"nekonote/lessons"
)

func TestIDsAreUniqueAndComplete(t *testing.T) {
	known := map[string]bool{}
	for _, e := range All {
		info := e.Info()
		if known[info.ID] {
			t.Errorf("two exercises are called %s", info.ID)
		}
		known[info.ID] = true
		if week, name, ok := strings.Cut(info.ID, "/"); !ok || week != info.Week || name != info.Func || strings.Contains(name, "/") {
			t.Errorf("%q is not week/function", info.ID)
		}
	}
	for id := range lessons.Figures {
		if !known[id] {
			t.Errorf("the table of figures has %s, which is no exercise", id)
		}
	}
}

func TestCourseHasEachQuizOnce(t *testing.T) {
	count := map[string]int{}
	for _, e := range Course() {
		count[e.Info().ID]++
	}
	want := len(All)
	for _, q := range Quizzes {
		want += len(q.Questions)
	}
	if len(count) != want {
		t.Errorf("%d different ids; want %d", len(count), want)
	}
	for id, n := range count {
		if n != 1 {
			t.Errorf("%s stands there %d times", id, n)
		}
	}
}
