// Package face and its sub-packages are all that a notebook's cells have of the lessons: for each week its exercises' names and
// the types of their functions, and what its notebooks call. `go generate` makes them from the weeks' declarations, so that
// nothing is written twice. No reference is in them but those that a notebook builds on (week4.Blocks), no case, no hint and
// no points.
package face

//go:generate go run ./generate
