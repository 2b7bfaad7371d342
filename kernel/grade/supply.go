package grade

import (
	"os"
	"path/filepath"

	"nekonote/kernel/process"
	"nekonote/kernel/scratch"
)

// supply is what the kernels of many runs are started from, so that no run can change it for the next.
type supply struct {
	source string // a copy that every user can read, where root shows it to strangers behind walls
	packed *packed
}

// Stocked is the grader with what kernels are run from made ready once, for several notebooks. The function removes that.
func (g Grader) Stocked() (stocked Grader, done func(), err error) {
	if g.supply != nil {
		return g, func() {}, nil
	}
	if g.supply, err = g.stock(); err != nil {
		return g, func() {}, err
	}
	return g, g.supply.clear, nil
}

// stock makes the supply. Behind walls a run sees what the set-up has made, read-only. Without, it gets all of that anew each time.
func (g Grader) stock() (*supply, error) {
	if g.Open {
		if err := process.Undumpable(); err != nil { // the supply is in our hands
			return nil, err
		}
		p, err := pack(g.Place)
		return &supply{packed: p}, err
	}
	s := &supply{}
	if os.Geteuid() != 0 || g.Place.Shared() {
		return s, nil
	}
	var err error
	if s.source, err = scratch.Make("nk-"); err != nil {
		return nil, err
	}
	return s, g.Place.CopyTo(s.source)
}

// hand fills in where the kernel of one run is started from.
func (s *supply) hand(o *order) error {
	o.Source = s.source
	if s.packed == nil {
		return nil
	}
	o.Folder = filepath.Join(o.Room, "place")
	return s.packed.unpack(o.Folder)
}

// clear removes the supply.
func (s *supply) clear() {
	if s.source != "" {
		clear(s.source)
	}
	if s.packed != nil {
		_ = s.packed.file.Close()
	}
}
