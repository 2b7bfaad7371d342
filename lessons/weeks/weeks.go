// Package weeks is the course: which weeks it has, in which order. Everything that goes through the whole course reads
// this list: the notebooks, the report of progress, whoever grades. A cell imports the one week that it is about.
package weeks

import (
	"slices"

	"nekonote/lessons"
	"nekonote/lessons/basics"
	"nekonote/lessons/kinds"
	"nekonote/lessons/own"
	"nekonote/lessons/primer"
	"nekonote/lessons/sight"
	"nekonote/lessons/week1"
	"nekonote/lessons/week2"
	"nekonote/lessons/week3"
	"nekonote/lessons/week4"
	"nekonote/lessons/welcome"
	"nekonote/nn/words"
)

// Lessons lists the notebooks of the course in the order in which a learner opens them, with their exercises and quizzes.
var Lessons = slices.Concat(
	welcome.Lessons,
	primer.Lessons,
	week1.Lessons,
	basics.Lessons,
	week2.Lessons,
	week3.Lessons,
	week4.Lessons,
	kinds.Lessons,
	[]lessons.Lesson{
		{Name: "own-pictures", Title: words.T("Your own pictures", "自分の写真"), Path: "lessons/own/lesson.md", Text: own.LessonText},
		{Name: "own-more-pictures", Title: words.T("More pictures, real and made", "写真を増やす"), Path: "lessons/own/more.md", Text: own.MoreText},
	},
	sight.Lessons,
)

// All lists the exercises of all weeks.
var All = lessons.Together(entries(func(l lessons.Lesson) bool { return l.Quiz == nil }))

// Quizzes lists the quizzes, which have points of their own.
var Quizzes = quizzes()

// Course lists exercises and quizzes as a report of progress shows them: each quiz behind the exercises of its week.
func Course() []lessons.Entry {
	return entries(func(lessons.Lesson) bool { return true })
}

func entries(of func(lessons.Lesson) bool) []lessons.Entry {
	var all []lessons.Entry
	for _, l := range Lessons {
		if of(l) {
			all = append(all, l.Exercises...)
		}
	}
	return all
}

func quizzes() []*lessons.Quiz {
	var all []*lessons.Quiz
	for _, l := range Lessons {
		if l.Quiz != nil {
			all = append(all, l.Quiz)
		}
	}
	return all
}
