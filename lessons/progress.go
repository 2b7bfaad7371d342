package lessons

import (
	"slices"
	"time"

	"nekonote/nn/words"
)

// Standing is how far a learner has come with one exercise. Its zero value is one that she has not begun.
type Standing struct {
	ID       string     `json:"id"`
	Attempts int        `json:"attempts"` // checks of an answer that was not blank
	Outcome  Outcome    `json:"outcome"`  // the best so far
	Points   int        `json:"points"`
	Max      int        `json:"max"`
	Hints    int        `json:"hints"`             // steps of the ladder that she has read
	Solution bool       `json:"solution"`          // whether she has read the solution
	Correct  *time.Time `json:"correct,omitempty"` // when it was correct for the first time
}

// rank orders the outcomes from the farthest to the nearest.
var rank = []Outcome{NotAttempted, Incorrect, Almost, Correct}

// Standings folds a journal into where the learner stands, for each exercise that the journal knows.
func Standings(events []Event) map[string]Standing {
	all := map[string]Standing{}
	for _, e := range events {
		s := all[e.ID]
		s.ID = e.ID
		if s.Outcome == "" {
			s.Outcome = NotAttempted
		}
		switch e.Kind {
		case Checked:
			s.Max = e.Max
			if e.Outcome != NotAttempted {
				s.Attempts++
			}
			if slices.Index(rank, e.Outcome) > slices.Index(rank, s.Outcome) {
				s.Outcome = e.Outcome
			}
			s.Points = max(s.Points, e.Points)
			if e.Outcome == Correct && s.Correct == nil {
				at := e.Time
				s.Correct = &at
			}
		case Hinted:
			s.Hints = max(s.Hints, e.Step)
		case Revealed:
			s.Solution = true
		}
		all[e.ID] = s
	}
	return all
}

// StandingOf returns where the learner stands with one exercise.
func StandingOf(events []Event, info Info) Standing {
	s, ok := Standings(events)[info.ID]
	if !ok {
		s = Standing{ID: info.ID, Outcome: NotAttempted}
	}
	s.Max = info.Points
	return s
}

// Overview is a learner's progress in one week.
type Overview struct {
	Week      string       `json:"week"`
	Points    int          `json:"points"`
	Max       int          `json:"max"`
	Exercises []Standing   `json:"exercises"`
	Next      string       `json:"next,omitempty"` // the first exercise that is not correct
	Titles    []words.Text `json:"-"`
}

// Overviews returns the progress of each week, in the order of the given exercises.
func Overviews(exercises []Entry, events []Event) []Overview {
	var all []Overview
	for _, entry := range exercises {
		info := entry.Info()
		if len(all) == 0 || all[len(all)-1].Week != info.Week {
			all = append(all, Overview{Week: info.Week})
		}
		o := &all[len(all)-1]
		s := StandingOf(events, info)
		o.Exercises = append(o.Exercises, s)
		o.Titles = append(o.Titles, info.Title)
		o.Points += s.Points
		o.Max += s.Max
		if s.Outcome != Correct && o.Next == "" {
			o.Next = info.ID
		}
	}
	return all
}
