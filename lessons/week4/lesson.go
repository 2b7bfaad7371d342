package week4

import _ "embed"

// StepsLesson is the source of the notebook week4-building-blocks; package notebook says how it is written.
//
//go:embed steps.md
var StepsLesson string

// CatsLesson is the source of the notebook week4-deep-cats.
//
//go:embed cats.md
var CatsLesson string
