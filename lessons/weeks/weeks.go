// Package weeks is the whole course: its exercises in the order in which they are met. It is for programs about all
// weeks, such as the report of progress; a cell imports the one week that it is about.
package weeks

import (
	"path"
	"slices"

	"nekonote/lessons"
	"nekonote/lessons/basics"
	"nekonote/lessons/week1"
	"nekonote/lessons/week2"
	"nekonote/lessons/week3"
	"nekonote/lessons/week4"
	"nekonote/lessons/welcome"
)

// All lists the exercises of all weeks.
var All = slices.Concat[[]lessons.Entry](
	welcome.Exercises,
	week1.Exercises,
	basics.Exercises,
	week2.Exercises,
	week3.Exercises,
	week4.Exercises,
)

// Quizzes lists the quizzes, which have points of their own.
var Quizzes = []*lessons.Quiz{
	week1.Quiz,
	week2.Quiz,
	week3.Quiz,
	week4.Quiz,
}

// Course lists exercises and quizzes as a report of progress shows them: each quiz behind the exercises of its week.
func Course() []lessons.Entry {
	var all []lessons.Entry
	left := slices.Clone(Quizzes)
	for i, e := range All {
		all = append(all, e)
		if week := e.Info().Week; i+1 == len(All) || All[i+1].Info().Week != week {
			left = slices.DeleteFunc(left, func(q *lessons.Quiz) bool {
				ends := path.Dir(q.ID) == week
				if ends {
					all = append(all, q.Entries()...)
				}
				return ends
			})
		}
	}
	for _, q := range left {
		all = append(all, q.Entries()...)
	}
	return all
}
