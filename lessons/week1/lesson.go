package week1

import (
	"embed"

	"nekonote/lessons"
	"nekonote/nn/words"
)

//go:embed lesson.md
var lessonText string

//go:embed people.md
var peopleText string

// Lectures holds the lectures of the week; package lectures says how their text is written.
//
//go:embed lectures/*.md
var Lectures embed.FS

// Lessons lists the notebooks in the order in which a learner opens them; package notebook says how their text is written.
var Lessons = []lessons.Lesson{
	{Name: "week1-derivatives-and-logistic-regression", Title: words.T("Week 1: derivatives and logistic regression", "第 1 週：微分とロジスティック回帰"), Path: "lessons/week1/lesson.md", Text: lessonText, Exercises: Exercises},
	Quiz.Lesson("week1-quiz"),
	{Name: "week1-people", Title: words.T("Week 1: who thought of it?", "第 1 週：考えたのは誰か"), Path: "lessons/week1/people.md", Text: peopleText},
}
