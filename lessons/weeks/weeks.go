// Package weeks is the whole course: its exercises in the order in which they are met. It is for programs about all
// weeks, such as the report of progress; a cell imports the one week that it is about.
package weeks

import (
	"slices"

	"nekonote/lessons"
	"nekonote/lessons/basics"
	"nekonote/lessons/week2"
	"nekonote/lessons/week4"
)

// All lists the exercises of all weeks.
var All = slices.Concat[[]lessons.Entry](
	basics.Exercises,
	week2.Exercises,
	week4.Exercises,
)
