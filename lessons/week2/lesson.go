package week2

import (
	"embed"

	"nekonote/lessons"
	"nekonote/nn/words"
)

//go:embed lesson.md
var lessonText string

//go:embed closer.md
var closerText string

//go:embed people.md
var peopleText string

// Lectures holds the lectures of the week; package lectures says how their text is written.
//
//go:embed lectures/*.md
var Lectures embed.FS

// Lessons lists the notebooks in the order in which a learner opens them; package notebook says how their text is written.
var Lessons = []lessons.Lesson{
	{Name: "week2-logistic-regression-cats", Title: words.T("Week 2: logistic regression with cats", "第 2 週：ロジスティック回帰と猫"), Path: "lessons/week2/lesson.md", Text: lessonText, Exercises: Exercises},
	{Name: "week2-closer-look", Title: words.T("Week 2: a closer look at the neuron", "第 2 週：ニューロンをもっと詳しく"), Path: "lessons/week2/closer.md", Text: closerText},
	Quiz.Lesson("week2-quiz"),
	{Name: "week2-people", Title: words.T("Week 2: who thought of it?", "第 2 週：考えたのは誰か"), Path: "lessons/week2/people.md", Text: peopleText},
}
