package week4

import (
	"embed"

	"nekonote/lessons"
	"nekonote/nn/words"
)

//go:embed steps.md
var stepsText string

//go:embed backward.md
var backwardText string

//go:embed cats.md
var catsText string

//go:embed people.md
var peopleText string

// Lectures holds the lectures of the week; package lectures says how their text is written.
//
//go:embed lectures/*.md
var Lectures embed.FS

// Lessons lists the notebooks in the order in which a learner opens them; package notebook says how their text is written.
var Lessons = []lessons.Lesson{
	{Name: "week4-building-blocks", Title: words.T("Week 4: building blocks", "第 4 週：部品を作る"), Path: "lessons/week4/steps.md", Text: stepsText, Exercises: Forward},
	{Name: "week4-backward", Title: words.T("Week 4: a deep network learns", "第 4 週：深いネットワークが学ぶ"), Path: "lessons/week4/backward.md", Text: backwardText, Exercises: Backward},
	{Name: "week4-deep-cats", Title: words.T("Week 4: deep networks and cats", "第 4 週：深いネットワークと猫"), Path: "lessons/week4/cats.md", Text: catsText, Exercises: Cats},
	Quiz.Lesson("week4-quiz"),
	{Name: "week4-people", Title: words.T("Week 4: who thought of it?", "第 4 週：考えたのは誰か"), Path: "lessons/week4/people.md", Text: peopleText},
}
