package week3

import (
	"embed"

	"nekonote/lessons"
	"nekonote/nn/words"
)

//go:embed lesson.md
var lessonText string

//go:embed experiments.md
var experimentsText string

//go:embed people.md
var peopleText string

// Lectures holds the lectures of the week; package lectures says how their text is written.
//
//go:embed lectures/*.md
var Lectures embed.FS

// Lessons lists the notebooks in the order in which a learner opens them; package notebook says how their text is written.
var Lessons = []lessons.Lesson{
	{Name: "week3-one-hidden-layer", Title: words.T("Week 3: one hidden layer", "第 3 週：隠れ層が 1 つのネットワーク"), Path: "lessons/week3/lesson.md", Text: lessonText, Exercises: Exercises},
	{Name: "week3-experiments", Title: words.T("Week 3: experiments", "第 3 週：実験"), Path: "lessons/week3/experiments.md", Text: experimentsText},
	Quiz.Lesson("week3-quiz"),
	{Name: "week3-people", Title: words.T("Week 3: who thought of it?", "第 3 週：考えたのは誰か"), Path: "lessons/week3/people.md", Text: peopleText},
}
