package basics

import (
	_ "embed"

	"nekonote/lessons"
	"nekonote/nn/words"
)

//go:embed lesson.md
var lessonText string

// Lessons lists the notebook in the order in which a learner opens them; package notebook says how their text is written.
var Lessons = []lessons.Lesson{
	{Name: "week2-go-and-matrices", Title: words.T("Week 2: matrices in Go", "第 2 週：Go の行列"), Path: "lessons/basics/lesson.md", Text: lessonText, Exercises: Exercises},
}
