package week3

import _ "embed"

// Lesson is the source of the week's notebook; package notebook says how it is written.
//
//go:embed lesson.md
var Lesson string
