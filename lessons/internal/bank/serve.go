package bank

import (
	"encoding/json"
	"fmt"
	"os"
	"time"

	"nekonote/lessons"
	"nekonote/lessons/typeset"
	"nekonote/lessons/verdict"
	"nekonote/lessons/weeks"
	"nekonote/nn/words"
)

// begin stands in front of what Serve says.
const begin = "\x00bank\n"

// Judged is what the judge says of an answer, and what is known of it in other ways.
type Judged struct {
	Outcome verdict.Outcome
	Reason  verdict.Reason
	Say     []string      // in English
	Thought time.Duration // how long a repair was looked for; zero where there was no need
	Mended  bool          // and whether one was found
	Never   bool          // it gives what the reference gives, whatever it is asked: it is not wrong
	Asked   int           // and so often it was asked, beyond what the verdict saw
	True    []string      // the words of those declared mistakes that do hold: where they differ from the reference, the answer is as they are
	Late    bool          // it did not come to an end
}

// Serve is the bank's program: it judges the functions, which belong to the answers that come in.
func Serve(functions []any) {
	var answers []Answer
	if err := json.NewDecoder(os.Stdin).Decode(&answers); err != nil || len(answers) != len(functions) {
		fmt.Fprintln(os.Stderr, "bank:", len(answers), "answers,", len(functions), "functions:", err)
		os.Exit(1)
	}
	entries := map[string]lessons.Entry{}
	for _, e := range weeks.All {
		entries[e.Info().ID] = e
	}
	out := os.Stdout
	if null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0); err == nil {
		os.Stdout = null // what answers print
	}
	var all []Judged
	for i, a := range answers {
		all = append(all, patiently(entries[a.Exercise], functions[i], a))
	}
	fmt.Fprint(out, begin)
	if err := json.NewEncoder(out).Encode(all); err != nil {
		fmt.Fprintln(os.Stderr, "bank:", err)
		os.Exit(1)
	}
}

// patiently judges an answer, unless it takes for ever.
func patiently(e lessons.Entry, f any, a Answer) Judged {
	done := make(chan Judged, 1)
	go func() { done <- judged(e, f, a) }()
	select {
	case j := <-done:
		return j
	case <-time.After(2 * time.Minute):
		return Judged{Late: true}
	}
}

func judged(e lessons.Entry, f any, a Answer) Judged {
	var j Judged
	v, later := lessons.JudgeAtOnce(e, f, a.Source, 11)
	if later != nil {
		begun := time.Now()
		v, j.Mended = later()
		j.Thought = time.Since(begun)
	}
	j.Outcome, j.Reason = v.Outcome, v.Reason
	for _, said := range v.Say {
		j.Say = append(j.Say, typeset.Plain(said.In(words.English)))
	}
	const fresh = 101 // arguments that the verdict did not see
	if v.Outcome == verdict.Correct && !a.Right {
		j.Never = a.Made
		for seed := uint64(fresh); seed < fresh+8 && j.Never; seed++ {
			j.Never = len(lessons.Differences(e, f, e.Anatomy().Reference, seed)) == 0
			j.Asked++
		}
	}
	if v.Outcome == verdict.Almost {
		j.True = trueOf(e, f, j.Say, fresh)
	}
	return j
}

// trueOf are the words among those said that belong to a declared mistake which holds.
func trueOf(e lessons.Entry, f any, said []string, seed uint64) []string {
	var all []string
	for _, m := range e.Anatomy().Mistakes {
		text := typeset.Plain(m.Words.In(words.English))
		for _, s := range said {
			if s != text {
				continue
			}
			differs := map[string]bool{}
			for _, name := range lessons.Differences(e, m.Formula, f, seed) {
				differs[name] = true
			}
			holds := true
			for _, name := range lessons.Differences(e, m.Formula, e.Anatomy().Reference, seed) {
				holds = holds && !differs[name]
			}
			if holds {
				all = append(all, text)
			}
		}
	}
	return all
}
