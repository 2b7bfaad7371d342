package lessons

import (
	"reflect"

	"nekonote/lessons/internal/remember"
)

// Remember returns what f returns, and computes it only once: values do not live on from cell to cell, but what is
// remembered lies in .nekonote/remembered of the learner's folder, for every cell and every notebook.
//
//	func classifier() week2.Trained { return lessons.Remember("cat classifier", train) }
//
// It is computed again when anything that it depends on is another: the source of f and of everything that f reaches in
// the notebook (functions, types, variables, constants; comments and layout do not count), args, the code of the
// course's weeks where f uses it, the data set in use where f loads it, and nn's version. f may be a function literal; the variables around it that it uses must be among
// args, since their values are not in its source:
//
//	lessons.Remember("costs", func() []float64 { return costsAt(alpha) }, alpha)
//
// T and args may hold numbers, strings, nn.Matrix, and slices, maps and structs of such, with exported fields. What
// cannot be stored is named; then, as when the disk is full, the value is returned all the same and computed again next
// time. A store that is damaged is computed anew. Two notebooks that want the same value at once compute it once.
func Remember[T any](name string, f func() T, args ...any) T {
	var value T
	remember.Recall(name, reflect.ValueOf(f), args, reflect.ValueOf(&value).Elem(), func() { value = f() })
	return value
}
