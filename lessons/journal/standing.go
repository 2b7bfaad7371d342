package journal

import (
	"slices"
	"time"

	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// Standing is how far a learner has come with one exercise. Its zero value is one that she has not begun.
type Standing struct {
	ID       string          `json:"id"`
	Attempts int             `json:"attempts"` // checks of an answer that was not blank
	Outcome  verdict.Outcome `json:"outcome"`  // the best so far
	Points   int             `json:"points"`
	Max      int             `json:"max"`
	Hints    int             `json:"hints"`             // steps of the ladder that she has read
	Solution bool            `json:"solution"`          // whether she has read the solution
	Correct  *time.Time      `json:"correct,omitempty"` // when it was correct for the first time
}

// rank orders the outcomes from the farthest to the nearest.
var rank = []verdict.Outcome{verdict.NotAttempted, verdict.Incorrect, verdict.Almost, verdict.Correct}

// Standings folds a journal into where the learner stands, for each exercise that the journal knows.
func Standings(events []Event) map[string]Standing {
	all := map[string]Standing{}
	for _, e := range events {
		s := all[e.ID]
		s.ID = e.ID
		if s.Outcome == "" {
			s.Outcome = verdict.NotAttempted
		}
		switch e.Kind {
		case Checked:
			s.Max = e.Max
			if e.Outcome != verdict.NotAttempted {
				s.Attempts++
			}
			if slices.Index(rank, e.Outcome) > slices.Index(rank, s.Outcome) {
				s.Outcome = e.Outcome
			}
			s.Points = max(s.Points, e.Points)
			if e.Outcome == verdict.Correct && s.Correct == nil {
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

// StandingOf returns where the learner stands with one exercise, which is worth so many points.
func StandingOf(events []Event, id string, points int) Standing {
	s, ok := Standings(events)[id]
	if !ok {
		s = Standing{ID: id, Outcome: verdict.NotAttempted}
	}
	s.Max = points
	return s
}

// Item is an exercise, or a question of a quiz, as a report of progress lists it.
type Item struct {
	ID     string
	Week   string
	Part   words.Text // the week as learners call it
	Title  words.Text
	Points int
}

// Overview is a learner's progress in one week.
type Overview struct {
	Week      string       `json:"week"`
	Title     words.Text   `json:"-"`
	Points    int          `json:"points"`
	Max       int          `json:"max"`
	Exercises []Standing   `json:"exercises"`
	Next      string       `json:"next,omitempty"` // the first exercise that is not correct
	Titles    []words.Text `json:"-"`
}

// Overviews returns the progress of each week, in the order of the given exercises.
func Overviews(exercises []Item, events []Event) []Overview {
	var all []Overview
	for _, info := range exercises {
		if len(all) == 0 || all[len(all)-1].Week != info.Week {
			all = append(all, Overview{Week: info.Week, Title: info.Part})
		}
		o := &all[len(all)-1]
		s := StandingOf(events, info.ID, info.Points)
		o.Exercises = append(o.Exercises, s)
		o.Titles = append(o.Titles, info.Title)
		o.Points += s.Points
		o.Max += s.Max
		if s.Outcome != verdict.Correct && o.Next == "" {
			o.Next = info.ID
		}
	}
	return all
}

// Begun reports whether anything of the week was tried.
func (o Overview) Begun() bool {
	return slices.ContainsFunc(o.Exercises, func(s Standing) bool { return s.Attempts > 0 || s.Hints > 0 })
}

// NextOf is the place of the first week with something left to do after the last one that was begun, and of the first one
// with something left where there is none: there she goes on. It is -1 when everything is done.
func NextOf(all []Overview) int {
	left := func(o Overview) bool { return o.Next != "" }
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Begun() {
			if at := slices.IndexFunc(all[i:], left); at >= 0 {
				return i + at
			}
			break
		}
	}
	return slices.IndexFunc(all, left)
}
