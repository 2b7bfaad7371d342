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
	findings, err := checker.Run("../../..", answers)
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
		{"named", s.Named, s.Wrong, 36, 100},
		{"misleading", s.Misleading, s.Wrong, 0, 4},
		{"accepted", s.Accepted, s.Right, 100, 100},
	} {
		if share := 100 * float64(limit.n) / float64(max(1, limit.of)); share < limit.least || share > limit.most {
			t.Errorf("%s: %d of %d, %.2f %%; want %v to %v %%. See: go run ./lessons/bank -show", limit.what, limit.n, limit.of, share, limit.least, limit.most)
		}
	}
	for _, f := range findings {
		if f.Right && f.Fault() != "" {
			t.Errorf("%s: a right answer (%s) is not accepted: %s\n%s", f.Exercise, f.Name, strings.Join(f.Say, "\n"), f.Source)
		}
	}
}
