// Package welcome holds the first notebook: what a notebook is, and one small exercise to try the check on.
package welcome

import (
	"embed"

	"nekonote/lessons"
	"nekonote/nn/words"
)

//go:embed *.go
var source embed.FS

var week = lessons.NewWeek("welcome", words.T("Welcome", "はじめに"), source)

// Exercises lists the notebook's only exercise.
var Exercises = []lessons.Entry{Double}
