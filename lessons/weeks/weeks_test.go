package weeks

import (
	"strings"
	"testing"

	"nekonote/nn/words"
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
}

// TestWeeksAreCalledByTheirNames: the report of progress shows them.
func TestWeeksAreCalledByTheirNames(t *testing.T) {
	want := map[string][2]string{"week2": {"Week 2", "第 2 週"}, "week3/quiz": {"Week 3: quiz", "第 3 週：クイズ"}, "welcome": {"Welcome", "はじめに"}}
	for _, e := range Course() {
		info := e.Info()
		if said, ok := want[info.Week]; ok && said != [2]string{info.Part.In(words.English), info.Part.In(words.Japanese)} || info.Part.Empty() {
			t.Errorf("%s is called %s", info.Week, info.Part.In(words.Japanese))
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
