// Package bank holds answers as learners write them, wrong ones and unusual right ones, and measures what the judge says of
// them: how many of the wrong ones are refused, how many are named for what they are, how many verdicts name something that
// was not done, how many of the right ones are accepted.
//
// The answers are of three makes: written by hand (answers/…, hand.go), made of the references by changes as learners make
// them (mutate.go), and made of the references by changes that leave them right (right.go). All are compiled into one
// program (program.go), which has each judged as a cell's answer is, with its source; score.go counts.
package bank

import (
	"errors"
	"fmt"
	"strings"

	"nekonote/lessons"
	"nekonote/lessons/internal/skeleton"
	"nekonote/nn/words"
)

// Answer is one answer to an exercise.
type Answer struct {
	Exercise string // "week2/propagate"
	Name     string // what was done, in a few words
	Right    bool
	Made     bool   // by a change of the reference, and not written by hand
	Source   string // declarations of Go
	Names    string // a regular expression: what a sentence says that names what was done
	Line     string // the line that was changed, as it stands in Source; empty where it is no single one
}

// All returns the answers to an exercise that compile. It is an error where one written by hand does not.
func (c *Checker) All(e lessons.Entry) ([]Answer, error) {
	id := e.Info().ID
	fresh, solution, err := e.Texts(words.English)
	if err != nil {
		return nil, err
	}
	all, err := hand(id, solution)
	if err != nil {
		return nil, err
	}
	var faults []error
	for _, a := range all {
		if err := c.compiles(a); err != nil {
			faults = append(faults, fmt.Errorf("%s, %q: %w\n%s", id, a.Name, err, a.Source))
		}
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	seen := map[string]bool{tight(solution): true}
	blank := func(a Answer) bool { return skeleton.Same(fresh, strings.TrimSpace(a.Source)) }
	made, err := c.made(id, solution)
	if err != nil {
		return nil, err
	}
	for _, a := range made {
		if key := tight(a.Source); !seen[key] && !blank(a) && c.compiles(a) == nil {
			seen[key] = true
			all = append(all, a)
		}
	}
	return all, nil
}

// tight is a source without what does not matter.
func tight(source string) string {
	var b strings.Builder
	for line := range strings.Lines(source) {
		line, _, _ = strings.Cut(line, "//")
		b.WriteString(strings.Join(strings.Fields(line), " "))
	}
	return b.String()
}

// Sample is a part of the answers: those written by hand, and of the made ones every n-th, the same at each run.
func Sample(all []Answer, n int) (some []Answer) {
	made := 0
	for _, a := range all {
		if a.Made {
			if made++; made%n != 0 {
				continue
			}
		}
		some = append(some, a)
	}
	return some
}
