package remember

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"nekonote/lessons/data/cats"
	"nekonote/lessons/internal/answer"
	"nekonote/lessons/internal/sources"
	"nekonote/lessons/internal/values"
	"nekonote/nn"
	"nekonote/nn/words"
)

var badArgument = words.T("its argument %d: %v", "%d 番目の引数：%v")

// catsPath is the package whose data set a learner chooses.
const catsPath = "nekonote/lessons/data/cats"

// codeOf is a text that changes with what the course's own packages compute, among those of the given paths.
func codeOf(paths []string) string {
	var b strings.Builder
	for _, path := range paths {
		if said := fingerprint(sources.Of(path)); said != "" {
			fmt.Fprintln(&b, path, said)
		}
	}
	return b.String()
}

// fingerprint is another text when a package's source is another; "" where it is not known. Tests do not count.
func fingerprint(source fs.FS) string {
	if source == nil {
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

// keyLength is how many hexadecimal digits a key has.
const keyLength = 32

// keyOf returns what a value depends on, as a hash: the source of f and what it reaches, the
// code of the course that this calls, args, the data set, the type. unkept is a variable that a loop in it does not keep.
func keyOf(f reflect.Value, args []any, t reflect.Type) (key, unkept string, err error) {
	hash := sha256.New()
	part := func(said string) { _, _ = fmt.Fprintf(hash, "%d\n%s\n", len(said), said) }
	part(fmt.Sprintf("nn %d", nn.Version))
	part(t.String())
	source, err := answer.DependsOn(f)
	if err != nil {
		return "", "", err
	}
	part(source.Text)
	part(codeOf(source.Imports))
	if slices.Contains(source.Imports, catsPath) {
		part(cats.Fingerprint())
	}
	for i, arg := range args {
		v := reflect.ValueOf(arg)
		if !v.IsValid() {
			part("nil")
			continue
		}
		if err := storable(v.Type(), typeName(v.Type())); err != nil {
			return "", "", errors.New(badArgument.Fill(i+1, err).String())
		}
		part(v.Type().String())
		data, err := values.Encode(v)
		if err != nil {
			return "", "", errors.New(badArgument.Fill(i+1, err).String())
		}
		part(string(data))
	}
	return hex.EncodeToString(hash.Sum(nil))[:keyLength], source.Unkept, nil
}
