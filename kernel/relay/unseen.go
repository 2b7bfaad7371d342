package relay

import (
	"encoding/json"
	"slices"
	"time"

	"nekonote/kernel/relay/wire"
)

// A page that is closed hears nothing, and Jupyter's server throws away what the kernel said meanwhile. So the kernel keeps what
// each cell has shown until a page says that its notebook is saved; a page that is opened asks for what it has missed.

// unseenLimit is how many bytes of outputs are kept for all cells together; what was shown first goes first.
const unseenLimit = 16 << 20

// unseen is what cells have shown and no page has saved yet.
type unseen struct {
	runs []*run // the last of each cell, oldest first
}

// run is one run of a cell of a notebook, as a page is told of it.
type run struct {
	ID      string   `json:"id"`      // of the request
	Session string   `json:"session"` // of the page that asked for it
	Cell    string   `json:"cell"`    // by its id in the notebook
	Code    string   `json:"code"`
	Count   int      `json:"count"`
	Ended   string   `json:"ended"` // when, in RFC 3339; "" while it runs
	Outputs []output `json:"outputs"`

	shown []shown
	clear bool // whether the next output clears the others
}

// output is an output as it stands in a notebook's file.
type output map[string]any

// shown is an output that may still change.
type shown struct {
	output output
	id     string // of a display
	text   []byte // of a stream
	size   int    // of anything else, in bytes
}

// began is called when a cell begins to run.
func (u *unseen) began(m *wire.Message, code string, count int) {
	var about struct {
		Cell string `json:"cellId"`
	}
	if json.Unmarshal(m.Metadata, &about) != nil || about.Cell == "" {
		return // from a program without a notebook
	}
	u.forget(func(r *run) bool { return r.Cell == about.Cell })
	u.runs = append(u.runs, &run{ID: m.ID, Session: m.Session, Cell: about.Cell, Code: code, Count: count})
}

// ended is called when a cell has ended.
func (u *unseen) ended(m *wire.Message) {
	for _, r := range u.runs {
		if r.ID == m.ID {
			r.Ended = time.Now().UTC().Format(time.RFC3339)
		}
	}
}

// forget drops the runs that a function chooses.
func (u *unseen) forget(which func(*run) bool) { u.runs = slices.DeleteFunc(u.runs, which) }

// saved is called when a page has saved a notebook; seen has the counts that stand in front of its cells.
func (u *unseen) saved(seen map[string]int) {
	u.forget(func(r *run) bool { return r.Ended != "" && seen[r.Cell] == r.Count })
}

// take keeps one message that the kernel publishes, if it belongs to a run.
func (u *unseen) take(m *wire.Message) {
	if len(u.runs) == 0 {
		return
	}
	id, size := m.ParentID(), 0
	for _, r := range u.runs {
		if r.ID == id && r.Ended == "" {
			r.take(m)
		}
		size += r.size()
	}
	for size > unseenLimit {
		size -= u.runs[0].size()
		u.runs = u.runs[1:]
	}
}

// all are the runs as a page is told of them.
func (u *unseen) all() []*run {
	for _, r := range u.runs {
		r.Outputs = []output{}
		for _, s := range r.shown {
			if s.output["output_type"] == "stream" {
				s.output["text"] = string(s.text)
			}
			r.Outputs = append(r.Outputs, s.output)
		}
	}
	return append([]*run{}, u.runs...)
}
