package journal

import "testing"

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
		if got := NextOf(c.all); got != c.want {
			t.Errorf("%s: %d; want %d", name, got, c.want)
		}
	}
}
