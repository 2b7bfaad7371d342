package journal

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"nekonote/nn/files"
	"nekonote/nn/files/lock"
)

// A line that the judge writes is sealed: it carries an HMAC by a key that no cell is given. A line that anybody else writes has
// none, and does not count. One key seals all journals of a user; it lies in her configuration folder, where only she may read
// it. (She can, and so can a program of hers that looks for it: the seal keeps honest people honest.)
//
// Journals that are older than the seal are honoured once: when a kernel meets a folder for the first time, all that stands in
// its journal is sealed, a copy of the old one is kept, and the folder is noted beside the key. From then on only what is sealed
// counts there. So a journal that is written by hand afterwards does not: its folder is known.

// KeyVariable is the environment variable that names the folder of the key, where it is not the user's configuration folder: two
// computers that share a learner's notebooks may share that, too.
const KeyVariable = "NEKONOTE_KEYS"

const (
	keyFile   = "journal.key" // the key, in hexadecimal digits
	knownFile = "journals"    // the folders that are known, one a line
)

// Keys is the folder of the key.
func Keys() (string, error) {
	if dir := os.Getenv(KeyVariable); dir != "" {
		return dir, nil
	}
	dir, err := os.UserConfigDir()
	return filepath.Join(dir, "nekonote"), err
}

// sealKey is the key for a folder's journal; nil where there is none, or where the folder is not known yet: then every line counts.
func sealKey(folder string) []byte {
	dir, err := Keys()
	if err != nil || !slices.Contains(known(dir), settled(folder)) {
		return nil
	}
	return readKey(dir)
}

func readKey(dir string) []byte {
	text, err := os.ReadFile(filepath.Join(dir, keyFile))
	key, failed := hex.DecodeString(strings.TrimSpace(string(text)))
	if err != nil || failed != nil || len(key) < sha256.Size {
		return nil
	}
	return key
}

// known are the folders whose journals are sealed.
func known(dir string) []string {
	text, _ := os.ReadFile(filepath.Join(dir, knownFile)) // before the first there is none
	return strings.Split(string(text), "\n")
}

// settled is the one name of a folder, which may not be there yet.
func settled(folder string) string {
	path, err := filepath.Abs(folder)
	if err != nil {
		return folder
	}
	if parent, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		path = filepath.Join(parent, filepath.Base(path))
	}
	return path
}

// sealMark begins the seals of a line; several are separated by commas.
const sealMark = "s1:"

func sealOf(key, data []byte) string {
	mac := hmac.New(sha256.New, key)
	mac.Write(data)
	return hex.EncodeToString(mac.Sum(nil)[:16])
}

// sealed reports whether one of the seals of a line is by this key.
func sealed(key []byte, seals string, data []byte) bool {
	want := sealOf(key, data)
	return slices.ContainsFunc(strings.Split(seals, ","), func(seal string) bool { return hmac.Equal([]byte(seal), []byte(want)) })
}

// Adopt makes a folder known, before any cell runs in it. What its journal holds is sealed, unless it is sealed already; the old
// journal is kept beside it.
func Adopt(folder string) error {
	dir, err := Keys()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	unlock, err := lock.Take(filepath.Join(dir, "lock"))
	if err != nil {
		return err
	}
	defer unlock()
	name := settled(folder)
	if slices.Contains(known(dir), name) {
		return nil
	}
	key, err := makeKey(dir)
	if err != nil {
		return err
	}
	if err := sealAll(folder, key); err != nil {
		return err
	}
	list, err := os.OpenFile(filepath.Join(dir, knownFile), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(list, name)
	return errors.Join(err, list.Close())
}

// makeKey is the key, a new one where there is none.
func makeKey(dir string) ([]byte, error) {
	if key := readKey(dir); key != nil {
		return key, nil
	}
	key := make([]byte, sha256.Size)
	_, _ = rand.Read(key) // it never fails
	path := filepath.Join(dir, keyFile)
	if err := os.WriteFile(path, []byte(hex.EncodeToString(key)+"\n"), 0o600); err != nil {
		return nil, err
	}
	return key, os.Chmod(path, 0o600)
}

// sealAll seals every whole line of a journal, unless one of them is sealed by this key: then the others are by somebody else.
func sealAll(folder string, key []byte) error {
	path := filepath.Join(folder, FileName)
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	unlock, err := lock.Take(path + ".lock")
	if err != nil {
		return err
	}
	defer unlock()
	old, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var fresh bytes.Buffer
	for text := range bytes.Lines(old) {
		l, ok := parseLine(text)
		switch {
		case !ok:
			fresh.Write(text)
		case sealed(key, l.seals, l.data):
			return nil
		default:
			fresh.WriteString(l.with(sealOf(key, l.data)))
		}
	}
	if fresh.Len() == 0 {
		return nil
	}
	copied := fmt.Sprintf("%s.%s", path, time.Now().Format("20060102-150405"))
	if err := os.WriteFile(copied, old, 0o644); err != nil {
		return err
	}
	return files.Replace(path, func(w io.Writer) error {
		_, err := w.Write(fresh.Bytes())
		return err
	})
}
