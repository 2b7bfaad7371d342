package bench

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"text/tabwriter"

	"nekonote/nn/words"
)

// history are the records that were kept, one a line, oldest first.
//
//	go run ./kernel bench cells --json >>kernel/bench/history.jsonl
//
//go:embed history.jsonl
var history []byte

// noise is how much two measurements of the same thing differ on machines that others use, too. What got worse by more is marked.
const noise = 1.15

// History is `bench history`: what was measured on each machine over time, so that a loss is seen.
type History struct{}

// Run prints a table.
func (History) Run() error {
	records, err := readHistory(history)
	if err != nil {
		return err
	}
	return printHistory(os.Stdout, records)
}

func readHistory(lines []byte) ([]Record, error) {
	var all []Record
	for i, line := range bytes.Split(bytes.TrimSpace(lines), []byte("\n")) {
		if len(line) == 0 {
			continue
		}
		var r Record
		if err := json.Unmarshal(line, &r); err != nil {
			return nil, fmt.Errorf("kernel/bench/history.jsonl:%d: %w", i+1, err)
		}
		all = append(all, r)
	}
	return all, nil
}

// series is what is compared: the same figure on the same machine.
type series struct{ machine, bench, name, unit string }

var (
	sayWorse = words.T("worse than %.3g", "%.3g より悪化")
	sayNone  = words.T("nothing is kept yet", "記録はまだありません")
)

// printHistory prints machine by machine, in each figure by figure, oldest first.
func printHistory(w io.Writer, records []Record) error {
	if len(records) == 0 {
		_, err := fmt.Fprintln(w, sayNone)
		return err
	}
	type point struct {
		date, commit string
		value        float64
	}
	var order []series
	points := map[series][]point{}
	for _, r := range records {
		for _, f := range r.Figures {
			s := series{r.Machine, r.Bench, f.Name, f.Unit}
			if points[s] == nil {
				order = append(order, s)
			}
			points[s] = append(points[s], point{r.Date, r.Commit, f.Value})
		}
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	last := ""
	for _, s := range order {
		if s.machine != last {
			fmt.Fprintf(table, "%s\n", s.machine)
			last = s.machine
		}
		best := points[s][0].value
		for i, p := range points[s] {
			worse := ""
			if less := (Figure{Unit: s.unit}).less(); i > 0 && (less && p.value > best*noise || !less && p.value*noise < best) {
				worse = sayWorse.Fill(best).String()
			} else if less == (p.value < best) {
				best = p.value
			}
			fmt.Fprintf(table, "  %s\t%s\t%s\t%s\t%.3g %s\t%s\n", s.bench, s.name, p.date, p.commit, p.value, s.unit, worse)
		}
	}
	return table.Flush()
}
