package remember

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode"

	"nekonote/lessons/internal/values"
	"nekonote/lessons/journal"
	"nekonote/nn/files"
	"nekonote/nn/files/lock"
)

// A remembered value is one file, .nekonote/remembered/<name>-<key>: a line that says what it is, the SHA-256 of what
// follows, when it was computed and how long that took (8 bytes each, nanoseconds), and the value as package values writes
// it. A file is there wholly or not at all, and whatever is wrong with it, the value is computed again.
const storeBegin = "nekonote remembered 2\n"

// keep is how many values are kept of one name, such as of one for each learning rate.
const keep = 64

// store is where one value is remembered.
type store struct {
	name string
	path string
	at   time.Time     // when it was computed
	took time.Duration // how long that took
}

func open(name, key string) *store {
	return &store{name: name, path: filepath.Join(journal.Folder(), "remembered", fileName(name)+"-"+key)}
}

// fileName is a name that any file system takes, for people to read; the key tells names apart.
func fileName(name string) string {
	cut := func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '_'
	}
	runes := []rune(strings.Map(cut, name))
	return string(runes[:min(len(runes), 30)])
}

// read fills in the value, or returns an error where there is none to read.
func (s *store) read(value reflect.Value) error {
	data, err := os.ReadFile(s.path)
	if err != nil {
		return err
	}
	data, ok := bytes.CutPrefix(data, []byte(storeBegin))
	if !ok || len(data) < sha256.Size+16 {
		return errors.New("no remembered value")
	}
	if sum := sha256.Sum256(data[sha256.Size:]); !bytes.Equal(sum[:], data[:sha256.Size]) {
		return errors.New("a damaged value")
	}
	data = data[sha256.Size:]
	s.at = time.Unix(0, int64(binary.LittleEndian.Uint64(data)))
	s.took = time.Duration(binary.LittleEndian.Uint64(data[8:]))
	fresh := reflect.New(value.Type()) // a failure in the middle must leave nothing in the learner's value
	if err := values.Decode(data[16:], fresh.Elem()); err != nil {
		return err
	}
	value.Set(fresh.Elem())
	return nil
}

// last returns how long the newest value of the same name took, whatever it depended on, and 0 where there is none.
func (s *store) last() time.Duration {
	same, _ := filepath.Glob(filepath.Join(filepath.Dir(s.path), fileName(s.name)+"-*"))
	var took time.Duration
	newest := int64(0)
	for _, path := range same {
		file, err := os.Open(path)
		if err != nil {
			continue
		}
		head := make([]byte, len(storeBegin)+sha256.Size+16)
		_, err = io.ReadFull(file, head)
		_ = file.Close()
		times, ok := bytes.CutPrefix(head, []byte(storeBegin))
		if err != nil || !ok {
			continue
		}
		times = times[sha256.Size:]
		if at := int64(binary.LittleEndian.Uint64(times)); at > newest {
			newest, took = at, time.Duration(binary.LittleEndian.Uint64(times[8:]))
		}
	}
	return took
}

// write stores the value, and clears away the oldest ones of that name.
func (s *store) write(value reflect.Value, took time.Duration) error {
	var body bytes.Buffer
	var head [16]byte
	binary.LittleEndian.PutUint64(head[:], uint64(time.Now().UnixNano()))
	binary.LittleEndian.PutUint64(head[8:], uint64(took))
	body.Write(head[:])
	data, err := values.Encode(value)
	if err != nil {
		return err
	}
	body.Write(data)
	sum := sha256.Sum256(body.Bytes())
	if err := files.Replace(s.path, func(w io.Writer) error {
		_, err := w.Write(slices.Concat([]byte(storeBegin), sum[:], body.Bytes()))
		return err
	}); err != nil {
		return err
	}
	s.tidy()
	s.finished()
	return nil
}

// tidy removes the oldest values of the same name, and the locks that killed programs left.
func (s *store) tidy() {
	folder := filepath.Dir(s.path)
	same, _ := filepath.Glob(filepath.Join(folder, fileName(s.name)+"-*"))
	slices.SortFunc(same, func(a, b string) int { return cmp.Compare(age(a), age(b)) })
	for _, old := range same[min(keep, len(same)):] {
		_ = os.Remove(old)
	}
	locks, _ := filepath.Glob(filepath.Join(folder, locksName, "*"))
	for _, path := range locks {
		if unlock := lock.Try(path); unlock != nil {
			unlock()
		}
	}
}

// age is how long ago a file was written; 0 where it is gone.
func age(path string) time.Duration {
	if info, err := os.Stat(path); err == nil {
		return time.Since(info.ModTime())
	}
	return 0
}

// locksName is the folder of the locks, beside the values.
const locksName = "locks"

// lock waits until no other program computes the same value. The lock ends with the program that holds it.
func (s *store) lock() (unlock func(), err error) {
	return lock.Take(filepath.Join(filepath.Dir(s.path), locksName, filepath.Base(s.path)))
}
