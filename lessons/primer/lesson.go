package primer

import (
	_ "embed"

	"nekonote/lessons"
	"nekonote/nn/words"
)

//go:embed lesson.md
var lessonText string

// Lessons lists the notebook in the order in which a learner opens them; package notebook says how their text is written.
var Lessons = []lessons.Lesson{
	{Name: "week1-just-enough-go", Title: words.T("Week 1: just enough Go", "第 1 週：必要な分だけの Go"), Path: "lessons/primer/lesson.md", Text: lessonText, Exercises: Exercises},
}
