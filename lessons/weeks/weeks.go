// Package weeks is the whole course: its exercises in the order in which they are met. It is for programs about all
// weeks, such as the report of progress; a cell imports the one week that it is about.
package weeks

import (
	"path"
	"slices"

	"nekonote/lessons"
	"nekonote/lessons/basics"
	"nekonote/lessons/week2"
	"nekonote/lessons/week3"
	"nekonote/lessons/week4"
	"nekonote/lessons/welcome"
)

// All lists the exercises of all weeks.
var All = slices.Concat[[]lessons.Entry](
	welcome.Exercises,
	basics.Exercises,
	week2.Exercises,
	week3.Exercises,
	week4.Exercises,
)

// Quizzes lists the quizzes, which have points of their own.
var Quizzes = []*lessons.Quiz{
	week2.Quiz,
}

// Course lists exercises and quizzes, each week's quiz behind its exercises, as a report of progress shows them.
func Course() []lessons.Entry {
	var all []lessons.Entry
	for i, e := range All {
		all = append(all, e)
		week := e.Info().Week
		if i+1 < len(All) && All[i+1].Info().Week == week {
			continue
		}
		for _, q := range Quizzes {
			if path.Dir(q.ID) == week {
				all = append(all, q.Entries()...)
			}
		}
	}
	return all
}
