package kinds

import (
	_ "embed"

	"nekonote/lessons"
	"nekonote/nn/words"
)

//go:embed lesson.md
var lessonText string

// Lessons lists the notebook; package notebook says how its text is written.
var Lessons = []lessons.Lesson{
	{Name: "own-classes", Title: words.T("Any number of classes", "クラスがいくつでも"), Path: "lessons/kinds/lesson.md", Text: lessonText, Exercises: Exercises},
}
