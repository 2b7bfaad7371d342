package walls

import (
	"os"

	"nekonote/nn/words"
)

// Walled is a program behind walls.
type Walled struct{ PID int }

// Start fails: there are no walls on macOS.
func Start(Plan) (*Walled, error) { return nil, ErrNone }

// Ended is never closed.
func (w *Walled) Ended() <-chan struct{} { return nil }

// End does nothing.
func (w *Walled) End() {}

// Seen is the path itself.
func (w *Walled) Seen(path string) string { return path }

func enter(*os.File) int { return 1 }

func why() words.Text {
	return words.T("they exist on Linux only", "Linux にしかないため")
}
