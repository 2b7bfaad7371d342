// Package walls runs a program where it sees nothing but what it is shown: an empty root with some folders read-only, one folder
// to write in, which is memory and goes with it, no network, and no process but its own. Nothing is hidden: what was not shown
// is not there.
//
// It needs Linux 5.12 or newer and the right to make user namespaces, which most containers and some systems withhold: Work says
// so, and nothing is walled in by half.
package walls

import (
	"errors"
	"os"

	"nekonote/nn/words"
)

// Room is the one folder that a walled-in program can write in. In it lie Home, Tmp, Work and Run.
const (
	Room = "/room"
	Home = Room + "/home"
	Tmp  = Room + "/tmp"
	Work = Room + "/work"
	Run  = Room + "/run"
)

// Plan says what is run, and what it is shown and permitted.
type Plan struct {
	Args   []string          `json:"args"`   // the program's path inside, and its arguments
	Env    []string          `json:"env"`    // all of its environment
	Shown  map[string]string `json:"shown"`  // folders that can be read: the place inside → the folder
	Grown  []string          `json:"grown"`  // of the places inside, those that can be written to for this run alone
	Files  map[string][]byte `json:"files"`  // what lies in Room at first, by its path inside
	Disk   int64             `json:"disk"`   // bytes that Room may hold
	Memory int64             `json:"memory"` // bytes that one process may allocate
	Total  int64             `json:"total"`  // bytes that all together may use, where there is a control group
	Count  int               `json:"count"`  // processes and threads

	Owner int `json:"owner"` // set by Start: the user that the program runs as, by the number that its walls know
}

// variable, set to anything, makes a program build the walls that the plan on its descriptor 3 describes.
const variable = "NEKONOTE_WALLS"

// planDescriptor is where the builder of walls reads its plan.
const planDescriptor = 3

// Enter must be called first thing in main, and in TestMain, of a program that calls Start: Start runs that program a second time,
// and there Enter builds the walls and never returns. In every other process it returns at once.
func Enter() {
	if os.Getenv(variable) == "" {
		return
	}
	os.Exit(enter(os.NewFile(planDescriptor, "plan")))
}

// ErrNone is why no walls can be built on a system that has none.
var ErrNone = errors.New("walls: not on this system")

// Why says why there are no walls here, for a teacher; it is empty where they work.
func Why() words.Text { return why() }
