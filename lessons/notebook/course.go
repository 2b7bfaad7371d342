package notebook

import (
	"nekonote/lessons"
	"nekonote/lessons/weeks"
)

// Lesson is a lesson of which a notebook is made.
type Lesson struct{ lessons.Lesson }

// All lists the lessons of the course in the order in which a learner opens them. Package weeks has the list.
var All = all()

func all() []Lesson {
	var made []Lesson
	for _, l := range weeks.Lessons {
		made = append(made, Lesson{l})
	}
	return made
}
