package lessons

import (
	"reflect"

	"nekonote/lessons/internal/run"
)

// Check runs the learner's function f on the published case, on fixed ones and on new random ones, shows what it found
// as a card, and notes it in her journal. Nothing that f does can harm the notebook: it runs in a process of its own,
// with limits on time and memory.
func (e *Exercise[F]) Check(f F) {
	run.Check(e.declared(), reflect.ValueOf(f))
}
