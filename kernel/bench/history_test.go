package bench

import (
	"strings"
	"testing"
)

// TestALossIsSeen: a cost that rises and a ratio that falls by more than noise are marked, against the best that there was on the
// same machine.
func TestALossIsSeen(t *testing.T) {
	t.Setenv("NEKONOTE_LANG", "en")
	line := func(machine, date string, cell, ratio string) string {
		return `{"bench":"cells","date":"` + date + `","commit":"abc","machine":"` + machine +
			`","figures":[{"name":"cell","unit":"s","value":` + cell + `},{"name":"faster","unit":"×","value":` + ratio + `}]}` + "\n"
	}
	records, err := readHistory([]byte(line("A", "day 1", "0.50", "2.0") + line("B", "day 2", "9.00", "0.1") +
		line("A", "day 3", "0.30", "2.1") + line("A", "day 4", "0.40", "1.5")))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := printHistory(&out, records); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"day 4  abc  0.4 s  worse than 0.3", "day 4  abc  1.5 ×  worse than 2.1"} {
		if !strings.Contains(strings.Join(strings.Fields(out.String()), " "), strings.Join(strings.Fields(want), " ")) {
			t.Errorf("it does not say %q:\n%s", want, out.String())
		}
	}
	if n := strings.Count(out.String(), "worse"); n != 2 {
		t.Errorf("%d losses are marked, want 2:\n%s", n, out.String())
	}
}

// TestTheHistoryIsRead: what is in the repository are records, with a date, a machine and figures.
func TestTheHistoryIsRead(t *testing.T) {
	records, err := readHistory(history)
	if err != nil || len(records) == 0 {
		t.Fatalf("%d records: %v", len(records), err)
	}
	for i, r := range records {
		if r.Bench == "" || r.Date == "" || r.Machine == "" || len(r.Figures) == 0 {
			t.Errorf("line %d lacks something: %+v", i+1, r)
		}
	}
	if _, err := readHistory([]byte("{}\nno record\n")); err == nil || !strings.Contains(err.Error(), "history.jsonl:2") {
		t.Errorf("a damaged line: %v", err)
	}
}
