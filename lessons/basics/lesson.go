package basics

import _ "embed"

// Lesson is the source of the notebook week2-go-and-matrices; package notebook says how it is written.
//
//go:embed lesson.md
var Lesson string
