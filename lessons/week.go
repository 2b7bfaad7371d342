package lessons

import (
	"io/fs"

	"nekonote/lessons/internal/sources"
	"nekonote/nn/words"
)

// Week is a part of the course with a package of its own, such as week2 or basics.
type Week struct {
	Name   string     // of its package, and the first half of its exercises' ids
	Title  words.Text // as learners call it: "Week 2"
	Source fs.FS      // its Go files, where the references are written
	Types  []any      // a value of each type of its own that its functions hand to one another
}

// NewWeek returns a week. Its source is //go:embed *.go; what is remembered depends on it, where it is used. Types are a value
// of each type of its own that its functions hand to one another.
func NewWeek(name string, title words.Text, source fs.FS, types ...any) *Week {
	sources.Register("nekonote/lessons/"+name, source)
	return &Week{Name: name, Title: title, Source: source, Types: types}
}

// Lesson is the source of one notebook. A week lists its own; package weeks joins them to the course.
type Lesson struct {
	Name      string     // of the notebook's file, without .ipynb
	Title     words.Text // as a table of contents has it
	Path      string     // of the text, for errors
	Text      string     // what package notebook makes the notebook of
	Exercises []Entry    // those that it may place
	Quiz      *Quiz      // that it asks; nil in other notebooks
}
