package bank_test

import (
	"strings"
	"testing"

	"nekonote/lessons/internal/bank"
	"nekonote/lessons/weeks"
)

// TestTheBank holds what the judge says of the bank's answers to what it has reached.
func TestTheBank(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles and judges thousands of answers")
	}
	checker, err := bank.NewChecker(weeks.All)
	if err != nil {
		t.Fatal(err)
	}
	var answers []bank.Answer
	for _, e := range weeks.All {
		all, err := checker.All(e)
		if err != nil {
			t.Error(err)
		}
		answers = append(answers, all...)
	}
	enough(t, answers)
	const part = 4 // of the made answers one in so many; go run ./lessons/bank judges all
	findings, err := checker.Run("../../..", bank.Sample(answers, part))
	if err != nil {
		t.Fatal(err)
	}
	var table strings.Builder
	s := bank.Print(&table, findings)
	t.Log("\n" + table.String())
	for _, limit := range []struct {
		what        string
		n, of       int
		least, most float64 // per cent
	}{
		{"refused", s.Refused, s.Wrong, 99.9, 100},
		{"named", s.Named, s.Wrong, 95, 100},
		{"misleading", s.Misleading, s.Wrong, 0, 0},
		{"accepted", s.Accepted, s.Right, 100, 100},
	} {
		if share := 100 * float64(limit.n) / float64(max(1, limit.of)); share < limit.least || share > limit.most {
			t.Errorf("%s: %d of %d, %.2f %%; want %v to %v %%. See: go run ./lessons/bank -show", limit.what, limit.n, limit.of, share, limit.least, limit.most)
		}
	}
	for _, f := range findings {
		if fault := f.Fault(); fault != "" && fault != "NOT NAMED" {
			t.Errorf("%s: %s: %s: %s\n%s", f.Exercise, fault, f.Name, strings.Join(f.Say, "\n"), f.Source)
		}
	}
}

// enough sees to it that every exercise has its share of answers.
func enough(t *testing.T, answers []bank.Answer) {
	t.Helper()
	const wrong, right = 25, 8
	count := map[string][2]int{}
	for _, a := range answers {
		n := count[a.Exercise]
		if a.Right {
			n[1]++
		} else {
			n[0]++
		}
		count[a.Exercise] = n
	}
	for _, e := range weeks.All {
		if n := count[e.Info().ID]; n[0] < wrong || n[1] < right {
			t.Errorf("%s: %d wrong answers and %d right ones; want %d and %d", e.Info().ID, n[0], n[1], wrong, right)
		}
	}
}
