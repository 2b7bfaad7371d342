// Package lessons is what a notebook's cells have of the course: the verbs of a learner.
//
//	week2.Sigmoid.Check(sigmoid) // is it right? If not: what is wrong?
//	week2.Sigmoid.Hint()         // the next step of the ladder
//	week2.Sigmoid.Solution()     // after an attempt
//	week2.Sigmoid.Reset()        // a fresh skeleton to copy; what was written is kept
//	week2.Quiz.Check(3, answer3) // a question of the week's quiz
//	lessons.Progress(weeks.Course()...)
//	lessons.Lecture("week1/slope") // a lecture, to be played as often as she likes
//	lessons.Remember("my network", train) // what is dear to compute, only once
//
// It is a face, and judges nothing. What is right, what a mistake looks like and how many points there are is known to the
// judge, which runs outside of the cell's program and which this package asks through a socket. The faces of the weeks beside it
// are made from their declarations; package nekonote/lessons says how these are written.
package lessons

import "nekonote/lessons/face/ask"

// Entry is an exercise or a question of a quiz, as a list of them holds it.
type Entry = ask.Entry

// Quiz is a week's questions about what is behind its formulas.
type Quiz = ask.Quiz
