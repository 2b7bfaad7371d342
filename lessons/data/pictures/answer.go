package pictures

import "nekonote/nn/words"

// Answer is what Nekonote's program says of one picture file, as a line of JSON: either a problem, or the picture twice.
// The decoders live in that program (package decode), not in the cells: they are heavy to link, and whatever a broken
// file does to them, a cell survives it.
type Answer struct {
	File    string      `json:"file"`
	Problem *words.Text `json:"problem,omitempty"` // what is wrong with the file, and what to do
	Rows    int         `json:"rows,omitempty"`    // the photograph's size, upright
	Columns int         `json:"columns,omitempty"`
	Kind    string      `json:"kind,omitempty"`  // "JPEG"
	Shown   []byte      `json:"shown,omitempty"` // the photograph, reduced to be shown, as a JPEG
	Seen    []byte      `json:"seen,omitempty"`  // the 64×64 pixels of its middle: row after row, pixel after pixel, channel after channel
}
