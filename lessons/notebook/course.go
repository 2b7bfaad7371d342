package notebook

import (
	"nekonote/lessons"
	"nekonote/lessons/basics"
	"nekonote/lessons/own"
	"nekonote/lessons/week1"
	"nekonote/lessons/week2"
	"nekonote/lessons/week3"
	"nekonote/lessons/week4"
	"nekonote/lessons/welcome"
)

// Lesson is the source of one notebook.
type Lesson struct {
	Name      string          // of the notebook's file, without .ipynb
	Path      string          // of the source, for errors
	Source    string          // its text
	Exercises []lessons.Entry // those that it may place
}

// All lists the notebooks of the course in the order in which a learner opens them.
var All = []Lesson{
	{"00-welcome", "lessons/welcome/lesson.md", welcome.Lesson, welcome.Exercises},
	{"week1-derivatives-and-logistic-regression", "lessons/week1/lesson.md", week1.Lesson, week1.Exercises},
	{"week1-quiz", "lessons/week1/quiz.go", week1.Quiz.Lesson(), week1.Quiz.Entries()},
	{"week2-go-and-matrices", "lessons/basics/lesson.md", basics.Lesson, basics.Exercises},
	{"week2-logistic-regression-cats", "lessons/week2/lesson.md", week2.Lesson, week2.Exercises},
	{"week2-quiz", "lessons/week2/quiz.go", week2.Quiz.Lesson(), week2.Quiz.Entries()},
	{"week3-one-hidden-layer", "lessons/week3/lesson.md", week3.Lesson, week3.Exercises},
	{"week3-quiz", "lessons/week3/quiz.go", week3.Quiz.Lesson(), week3.Quiz.Entries()},
	{"week4-building-blocks", "lessons/week4/steps.md", week4.StepsLesson, week4.Steps},
	{"week4-deep-cats", "lessons/week4/cats.md", week4.CatsLesson, week4.Cats},
	{"week4-quiz", "lessons/week4/quiz.go", week4.Quiz.Lesson(), week4.Quiz.Entries()},
	{"own-pictures", "lessons/own/lesson.md", own.Lesson, nil},
}
