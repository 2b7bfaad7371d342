package setup

import (
	"path/filepath"
	"slices"
)

// common are packages of Go's own that cells import themselves, beside those that the library stands on; GoNB adds flag to all.
var common = []string{
	"bufio", "bytes", "cmp", "context", "encoding/csv", "encoding/json", "errors", "flag", "fmt", "image", "image/color", "io", "iter", "log", "maps",
	"math", "math/big", "math/bits", "math/cmplx", "math/rand", "math/rand/v2", "os", "regexp", "runtime", "slices", "sort", "strconv", "strings",
	"sync", "sync/atomic", "text/tabwriter", "time", "unicode", "unicode/utf8",
}

// Archives is the file that says where in the build cache what the packages of the library are compiled to lies, in the form of
// the compiler's and the linker's -importcfg. With it a kernel builds a cell without the go command, which finds it out anew for each.
func (p Place) Archives() string { return filepath.Join(p.Library(), "archives.txt") }

// writeArchives asks the go command in a workspace like that of a notebook.
func (p Place) writeArchives(room string, packages []string) error {
	found, err := output(p, room, "go", slices.Concat([]string{"list", "-export", "-deps",
		"-f", "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}"}, packages, common)...)
	if err != nil {
		return err
	}
	return replace(p.Archives(), []byte(found))
}
