package bank

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"nekonote/lessons/verdict"
)

// Score counts findings.
type Score struct {
	Wrong, Refused, Named, Misleading int // wrong answers, and what became of them
	Right, Accepted                   int
	Harmless                          int // changed references that are right after all
}

// Add counts one.
func (s *Score) Add(f Finding) {
	switch {
	case f.Right:
		s.Right++
		if f.Outcome == verdict.Correct {
			s.Accepted++
		}
		return
	case f.Never:
		s.Harmless++
		return
	}
	s.Wrong++
	if f.Outcome == verdict.Correct {
		return
	}
	s.Refused++
	switch named, misleading := f.Words(); {
	case misleading:
		s.Misleading++
	case named:
		s.Named++
	}
}

// Plus adds two scores up.
func (s Score) Plus(o Score) Score {
	return Score{s.Wrong + o.Wrong, s.Refused + o.Refused, s.Named + o.Named, s.Misleading + o.Misleading, s.Right + o.Right, s.Accepted + o.Accepted, s.Harmless + o.Harmless}
}

// Words reports whether what was said names what was done, and whether it names something that was not.
//
// A sentence names what was done if it is one of the exercise's for a mistake that gives what the answer gives for arguments
// never seen before; if it quotes the very line that was changed; or if it says the words that belong to what was done. A
// sentence that only tells what came out names nothing. Any other names something that was not done.
func (f Finding) Words() (named, misleading bool) {
	about := regexp.MustCompile(f.Names)
	for _, said := range f.Say {
		switch {
		case slices.Contains(f.True, said):
			named = true
		case facts.MatchString(said):
		case f.unused(said), f.Line != "" && strings.Contains(said, "`"+f.Line+"`"), about.MatchString(said):
			named = true
		default:
			misleading = true
		}
	}
	return named, misleading
}

// unused reports whether what is said is that an argument is not used, or a result not set, and it is so.
func (f Finding) unused(said string) bool {
	if strings.HasPrefix(said, "No line of your function puts a value into ") { // read in the source, where it is so
		return true
	}
	_, after, found := strings.Cut(said, "Your function never uses its argument `")
	name, _, _ := strings.Cut(after, "`")
	return found && len(regexp.MustCompile(`\b`+regexp.QuoteMeta(name)+`\b`).FindAllString(tight(f.Source), -1)) == 1
}

// facts are sentences that say what came out, and not why.
var facts = regexp.MustCompile(`differs? in (every entry|\d+ of its)|has the wrong shape: it is|^\S+ is .*; it should be|^Slope test|^[^\x60]+ is (empty|infinite|NaN)[,.:]|stopped with a panic|is one result too many|^[A-Z]\w+: \(|Go says|is \S+ times what it should be, in every entry`)

// Print writes a table: a line for each exercise, and one for all.
func Print(w io.Writer, findings []Finding) Score {
	var total Score
	byExercise := map[string]Score{}
	var order []string
	for _, f := range findings {
		if _, known := byExercise[f.Exercise]; !known {
			order = append(order, f.Exercise)
		}
		s := byExercise[f.Exercise]
		s.Add(f)
		byExercise[f.Exercise] = s
	}
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "exercise\twrong\trefused\tnamed\tmisleading\tright\taccepted\tharmless\t")
	for _, id := range order {
		s := byExercise[id]
		total = total.Plus(s)
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t\n", id, s.Wrong, s.Refused, s.Named, s.Misleading, s.Right, s.Accepted, s.Harmless)
	}
	fmt.Fprintf(t, "all\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t\n", total.Wrong, total.Refused, total.Named, total.Misleading, total.Right, total.Accepted, total.Harmless)
	share := func(n, of int) string { return fmt.Sprintf("%.2f %%", 100*float64(n)/float64(max(1, of))) }
	fmt.Fprintf(t, "\t\t%s\t%s\t%s\t\t%s\t\t\n", share(total.Refused, total.Wrong), share(total.Named, total.Wrong), share(total.Misleading, total.Wrong), share(total.Accepted, total.Right))
	_ = t.Flush()
	thoughts(w, findings)
	return total
}

// thoughts says how often a repair was looked for, how often it was found, and how long that took.
func thoughts(w io.Writer, findings []Finding) {
	var all []time.Duration
	found := 0
	for _, f := range findings {
		if f.Thought > 0 {
			all = append(all, f.Thought)
		}
		if f.Mended {
			found++
		}
	}
	if len(all) == 0 {
		return
	}
	slices.Sort(all)
	at := func(share float64) time.Duration {
		return all[int(share*float64(len(all)-1))].Round(time.Millisecond)
	}
	fmt.Fprintf(w, "A repair was looked for in %d answers, and found in %d: half of the searches within %v, nine of ten within %v, the longest %v.\n", len(all), found, at(0.5), at(0.9), at(1))
}

// Fault says what is to be mended; nothing where all is well.
func (f Finding) Fault() string {
	named, misleading := f.Words()
	switch {
	case f.Right && f.Outcome != verdict.Correct:
		return "NOT ACCEPTED"
	case f.Right || f.Never:
		return ""
	case f.Outcome == verdict.Correct:
		return "NOT REFUSED"
	case f.Late:
		return "LATE"
	case misleading:
		return "MISLEADING"
	case !named:
		return "NOT NAMED"
	}
	return ""
}
