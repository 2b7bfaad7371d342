package ask

import (
	"reflect"

	"nekonote/lessons/internal/wire"
)

// Entry is an exercise or a question of a quiz, as a list of them holds it.
type Entry interface{ id() string }

// IDs are the names of entries, in their order.
func IDs(entries []Entry) []string {
	var all []string
	for _, e := range entries {
		all = append(all, e.id())
	}
	return all
}

// Exercise is one thing to write: a function of type F.
type Exercise[F any] struct{ name string }

// New is the exercise of that id, as "week2/sigmoid". Generated code calls it.
func New[F any](id string) *Exercise[F] { return &Exercise[F]{id} }

func (e *Exercise[F]) id() string { return e.name }

// Check has the learner's function f judged on the published case, on fixed ones and on new random ones, and shows what was
// found as a card. It is noted in her journal. A function that does not end is ended, and the cell with it.
func (e *Exercise[F]) Check(f F) { check(e.name, reflect.ValueOf(f)) }

// Hint shows the next step of the ladder of hints: the concept, then the formula, then nearly the code. After the last
// one it shows all of them again.
func (e *Exercise[F]) Hint() { Ask(wire.Ask{Kind: wire.Hint, ID: e.name}) }

// Solution shows the reference, after at least one attempt, and notes in the journal that it was seen.
func (e *Exercise[F]) Solution() { Ask(wire.Ask{Kind: wire.Solution, ID: e.name}) }

// Reset shows the fresh skeleton to copy, and keeps in .nekonote/kept what stands in the notebook now.
func (e *Exercise[F]) Reset() { Ask(wire.Ask{Kind: wire.Reset, ID: e.name}) }
