// Package lessons is what is taught: exercises that say what exactly is wrong, hints, solutions, progress.
//
// A week's package, such as week2, declares its exercises and is never linked into a cell. What cells have under the same name
// is a face: names and types, made by `go generate` (see lessons/face). The face asks a Court, which judges outside of the
// cell's program.
//
// # Declaring an exercise
//
// One file an exercise, in the week's package, named like the function. It holds everything: words, formula, the
// reference, cases, known mistakes, hints. A small one:
//
//	package week9
//
//	type doubling = func(A nn.Matrix, p Params) (nn.Matrix, float64) // an alias (=), so that her function is of this type
//
//	var Double = &lessons.Exercise[doubling]{
//		ID:     "week9/double",                                        // week, "/", function: its variable is Double
//		Title:  words.T("Twice", "2 倍"),
//		Prompt: words.T("Double every entry of A.", "A のすべての成分を 2 倍にしてください。"),
//		Points: 10,
//
//		Formula:   "Z = 2A",
//		Reference: double,                                             // compiled code, below
//		Week:      week,                                               // lessons.NewWeek(…), once in the week
//		Published: lessons.Figure{Key: "week9/double", …},             // where the course's figures of the first case stand
//
//		Cases: []lessons.Case{                                         // the course's published case with its results, then ours
//			{Args: []any{nn.Row(1, 2), Params{}}, Want: []any{nn.Row(2, 4), 6.0}},
//		},
//		Random: func(d *lessons.Draw) []any {                          // sizes that no constant survives
//			return []any{d.Matrix(d.Size(2, 5), d.Size(2, 5)), Params{W1: d.Matrix(2, 2)}}
//		},
//		Mistakes: []lessons.Mistake[doubling]{                         // each recognised by what it computes
//			lessons.Wrong(func(A nn.Matrix, p Params) (nn.Matrix, float64) { return A, A.Sum() },
//				"A is not doubled.", "A が 2 倍になっていません。"),
//		},
//		Hints: []words.Text{concept, formula, nearlyCode},             // at least three
//	}
//
//	// double returns Z = 2A and the sum of Z.
//	// ja: double は Z = 2A と、Z の和を返します。
//	func double(A nn.Matrix, p Params) (Z nn.Matrix, sum float64) {
//		// BLANK
//		// Z = 2A
//		Z = A.Scale(2)
//		sum = Z.Sum()
//		// END
//		return Z, sum
//	}
//
// Package lessons/internal/skeleton says how the blanks are marked. The week lists its exercises in order, in one slice of
// lessons.Entry, its notebooks in Lessons, and its test calls exercisetest.Run: that proves the reference, every mistake and every refusal.
//
// Arguments and results may be numbers, strings, nn.Matrix, slices, maps and structs of such (types of a week's own are
// exported by its package: type Params struct{ W1, B1 nn.Matrix }, Cache, …). Results are compared piece by piece under
// the names that the reference's source gives them: "dw", "params.W1", "grads[0].DW", `grads["dW1"]`. Each piece that is
// wrong may be explained by another mistake. The words of a mistake that panics (a missing transpose) are found too, if
// the panic is the same as hers.
//
// A function that returns gradients names its cost and its slopes, and the check compares with finite differences:
//
//	Cost:   func(a []any) float64 { … }               // the cost as a function of all arguments
//	Slopes: map[string]string{"dw": "w", "db": "b"},  // result: argument
//
// Avoid lists names of nn that would give the answer away. Mistakes that differ from the reference in one place are
// shortest as the reference with its result spoiled; see week2/propagate.go.
//
// # The rooms
//
// This package is what a week declares, and the Court. Behind it, each in a room of its own under internal/: what reads her Go
// (answer), takes values apart (values), calls a function (call), speaks between the cell and the court (wire), judges (judge),
// explains programs that do not come to an end (broken), draws (card), remembers (remember). Cells have face/. Programs of
// kernel/ read verdicts (verdict), journals (journal), the list of the course (weeks) and notebooks (notebook).
package lessons
