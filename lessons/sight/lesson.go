package sight

import (
	_ "embed"

	"nekonote/lessons"
	"nekonote/nn/words"
)

//go:embed lesson.md
var lessonText string

// Lessons lists the notebook; package notebook says how its text is written.
var Lessons = []lessons.Lesson{
	{Name: "own-sight", Title: words.T("A cat on the left", "左にすわった猫"), Path: "lessons/sight/lesson.md", Text: lessonText, Exercises: Exercises},
}
