// Package welcome holds the first notebook: what a notebook is, and one small exercise to try the check on.
package welcome

import (
	"embed"

	"nekonote/lessons"
)

//go:embed *.go
var source embed.FS

// Lesson is the source of the notebook; package notebook says how it is written.
//
//go:embed lesson.md
var Lesson string

// Exercises lists the notebook's only exercise.
var Exercises = []lessons.Entry{Double}
