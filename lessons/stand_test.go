package lessons

import (
	"testing"

	"nekonote/nn/words"
)

func TestWhereALearnerGoesOn(t *testing.T) {
	week := func(attempts int, left string) Overview {
		return Overview{Next: left, Exercises: []Standing{{Attempts: attempts}}}
	}
	for name, c := range map[string]struct {
		all  []Overview
		want int
	}{
		"nothing begun":                 {[]Overview{week(0, "a"), week(0, "b")}, 0},
		"in the middle of the second":   {[]Overview{week(1, "a"), week(1, "b"), week(0, "c")}, 1},
		"the second is done":            {[]Overview{week(1, "a"), week(1, ""), week(0, "c")}, 2},
		"all after the gap is done":     {[]Overview{week(0, "a"), week(1, "")}, 0},
		"everything is done":            {[]Overview{week(1, ""), week(1, "")}, -1},
		"there are no weeks":            {nil, -1},
		"she has skipped the first two": {[]Overview{week(0, "a"), week(0, "b"), week(3, "c")}, 2},
	} {
		if got := next(c.all); got != c.want {
			t.Errorf("%s: %d; want %d", name, got, c.want)
		}
	}
}

func TestPartsOfTheCourseHaveNames(t *testing.T) {
	for week, want := range map[string][2]string{
		"week2": {"Week 2", "第 2 週"}, "week3/quiz": {"Week 3: quiz", "第 3 週：クイズ"}, "welcome": {"Welcome", "はじめに"}, "other": {"other", "other"},
	} {
		said := Overview{Week: week}.title()
		if got := [2]string{said.In(words.English), said.In(words.Japanese)}; got != want {
			t.Errorf("%s is called %q; want %q", week, got, want)
		}
	}
}
