package welcome

import (
	_ "embed"

	"nekonote/lessons"
	"nekonote/nn/words"
)

//go:embed lesson.md
var lessonText string

// Lessons lists the notebook in the order in which a learner opens them; package notebook says how their text is written.
var Lessons = []lessons.Lesson{
	{Name: "00-welcome", Title: words.T("Welcome", "はじめに"), Path: "lessons/welcome/lesson.md", Text: lessonText, Exercises: Exercises},
}
