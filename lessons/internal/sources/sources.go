// Package sources knows the source of the course's own packages that compute something: what is remembered depends on it,
// when a learner's function calls it.
package sources

import "io/fs"

var known = map[string]fs.FS{}

// Register says where the Go files of a package are, when the program starts.
func Register(path string, source fs.FS) { known[path] = source }

// Of is where the Go files of a package are; nil where that is not known.
func Of(path string) fs.FS { return known[path] }
