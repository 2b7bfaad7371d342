// Package sources knows the source of the course's own packages that compute something: what is remembered depends on it,
// when a learner's function calls it.
package sources

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strings"
)

var known = map[string]fs.FS{}

// Register says where the Go files of a package are, when the program starts.
func Register(path string, source fs.FS) { known[path] = source }

// Fingerprint returns another text when the package's source is another; "" where it is not known. Tests do not count.
func Fingerprint(path string) string {
	source, ok := known[path]
	if !ok {
		return ""
	}
	hash := sha256.New()
	names, _ := fs.Glob(source, "*.go") // the pattern is right
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, _ := fs.ReadFile(source, name) // what is embedded is there
		_, _ = fmt.Fprintf(hash, "%s %d\n%s", name, len(data), data)
	}
	return hex.EncodeToString(hash.Sum(nil))
}
