package remember

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"nekonote/lessons/internal/values"
	"nekonote/nn/files"
)

// What a loop keeps is one file, .nekonote/remembered/unfinished/<name>-<key>.<loop>: a line that says what it is, the SHA-256 of
// what follows, and the stage. When the value is there, its loops' files go.
const stageBegin = "nekonote unfinished 1\n"

// unfinished is the folder of such files, beside the values.
const unfinished = "unfinished"

// keepStages is how many such files are kept of what was never finished.
const keepStages = 32

// checkpoint is the file of one loop.
type checkpoint struct {
	path string
}

func (s *store) stages() string {
	return filepath.Join(filepath.Dir(s.path), unfinished, filepath.Base(s.path))
}

// checkpoint is the file of the loop with that name.
func (s *store) checkpoint(loop string) checkpoint {
	sum := sha256.Sum256([]byte(loop))
	return checkpoint{s.stages() + "." + hex.EncodeToString(sum[:6])}
}

// write stores where a loop stands: wholly, or the older stage remains.
func (c checkpoint) write(s stage, kept []any) error {
	if err := s.take(kept); err != nil {
		return err
	}
	body, err := values.Encode(reflect.ValueOf(s))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(c.path), 0o700); err != nil {
		return err
	}
	sum := sha256.Sum256(body)
	return files.Replace(c.path, func(w io.Writer) error {
		_, err := w.Write(slices.Concat([]byte(stageBegin), sum[:], body))
		return err
	})
}

// read fills in where a loop stood, or returns an error where that is not known.
func (c checkpoint) read(kept []any) (s stage, err error) {
	data, err := os.ReadFile(c.path)
	if err != nil {
		return s, err
	}
	text, ok := strings.CutPrefix(string(data), stageBegin)
	if !ok || len(text) < sha256.Size {
		return s, errors.New("no stage of a loop")
	}
	body := []byte(text[sha256.Size:])
	if sum := sha256.Sum256(body); string(sum[:]) != text[:sha256.Size] {
		return s, errors.New("a damaged stage")
	}
	if err := values.Decode(body, reflect.ValueOf(&s).Elem()); err != nil {
		return s, err
	}
	return s, s.give(kept)
}

// finished removes what the value's loops have kept, and the oldest of what nobody came back for.
func (s *store) finished() {
	mine, _ := filepath.Glob(s.stages() + ".*")
	for _, path := range mine {
		_ = os.Remove(path)
	}
	all, _ := filepath.Glob(filepath.Join(filepath.Dir(s.stages()), "*-*"))
	slices.SortFunc(all, func(a, b string) int { return cmp.Compare(age(a), age(b)) })
	for _, old := range all[min(keepStages, len(all)):] {
		_ = os.Remove(old)
	}
}

// Forget removes what is remembered under these names, finished or not; without names, everything. What computes it now goes on,
// and is remembered when it is done.
func Forget(names ...string) error {
	folder := filepath.Dir(open("", "").path)
	patterns := []string{"*-*"}
	if len(names) > 0 {
		patterns = nil
		for _, name := range names {
			patterns = append(patterns, fileName(name)+"-"+strings.Repeat("[0-9a-f]", keyLength)+"*")
		}
	}
	var failed error
	for _, pattern := range patterns {
		values, _ := filepath.Glob(filepath.Join(folder, pattern))
		stages, _ := filepath.Glob(filepath.Join(folder, unfinished, pattern))
		for _, path := range slices.Concat(values, stages) {
			failed = errors.Join(failed, os.Remove(path))
		}
	}
	return failed
}
