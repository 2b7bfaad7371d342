package lessons

import (
	"iter"
	"reflect"
	"strings"

	"nekonote/lessons/internal/remember"
	"nekonote/nn/words"
	"nekonote/plots/display"
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

// Steps counts 0, 1, 2 … below n, as range n does, for a loop that is worth keeping: within what Remember computes, what the
// pointers in kept lead to is put away every two seconds of work. After a Stop, a dead kernel or a restart, the same call goes on
// from there, says so, and gives bit for bit what it would have given without them. Elsewhere it only counts.
//
//	for i := range lessons.Steps(iterations, &params, &costs, live) {
//		…
//	}
//
// kept must name all that the loop changes and that was declared before it: variables as Remember can store them, a *plots.Live,
// a *nn.Stream. The common stream of random numbers is kept always. A loop that changes a variable which it does not keep begins
// anew after a stop, and Remember says which one it is.
func Steps(n int, kept ...any) iter.Seq[int] { return remember.Steps(n, 1, kept) }

// Portions counts 0, size, 2·size … below n, and keeps what Steps keeps: for a function that takes so many steps at a call.
func Portions(n, size int, kept ...any) iter.Seq[int] { return remember.Steps(n, max(size, 1), kept) }

var (
	sayForgotten = words.T("Forgotten: %s. It is computed anew when it is needed.", "忘れました：%s。次に必要になったときに、計算し直します。")
	sayAll       = words.T("all that was remembered", "保存した結果のすべて")
	sayKept      = words.T("Not all could be forgotten: %v", "忘れられないものがありました：%v")
)

// Forget removes what is remembered under these names, finished or not; without names it removes everything.
func Forget(names ...string) {
	said := sayAll
	if len(names) > 0 {
		joined := strings.Join(names, ", ")
		said = words.T(joined, joined)
	}
	if err := remember.Forget(names...); err != nil {
		display.Text(sayKept.Fill(err).String())
		return
	}
	display.Text(sayForgotten.Fill(said).String())
}
