package journal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/lessons/verdict"
)

// folders are a learner's state and her keys, both new.
func folders(t *testing.T) (folder string) {
	t.Helper()
	t.Setenv(KeyVariable, filepath.Join(t.TempDir(), "keys"))
	return filepath.Join(t.TempDir(), ".nekonote")
}

// byHand adds a line to a journal, as anybody may who can write to the folder.
func byHand(t *testing.T, folder, seals string) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	file, err := os.OpenFile(journalPath(folder), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	l := line{seals: seals, data: []byte(`{"time":"2020-01-01T00:00:00Z","id":"week2/model","kind":"check","outcome":"correct","points":30,"max":30}`)}
	if _, err := file.WriteString(l.with("")); err != nil {
		t.Fatal(err)
	}
}

// counts says which exercises a journal has events of, and how many of its lines do not count.
func counts(t *testing.T, folder string, skipped int, ids ...string) {
	t.Helper()
	events, n, err := Read(folder)
	var got []string
	for _, e := range events {
		got = append(got, e.ID)
	}
	if err != nil || n != skipped || strings.Join(got, " ") != strings.Join(ids, " ") {
		t.Errorf("%q, %d skipped, %v; want %q, %d", got, n, err, ids, skipped)
	}
}

func note(t *testing.T, folder, id string) {
	t.Helper()
	if err := Append(folder, event(id, verdict.Correct, 10)); err != nil {
		t.Fatal(err)
	}
}

func adopt(t *testing.T, folder string) {
	t.Helper()
	if err := Adopt(folder); err != nil {
		t.Fatal(err)
	}
}

func TestWhatIsWrittenByHandDoesNotCount(t *testing.T) {
	folder := folders(t)
	adopt(t, folder)
	byHand(t, folder, "")
	byHand(t, folder, strings.Repeat("0", 32))
	counts(t, folder, 2)
	note(t, folder, "week2/sigmoid")
	counts(t, folder, 2, "week2/sigmoid")
	if err := os.Remove(journalPath(folder)); err != nil { // a whole journal by hand
		t.Fatal(err)
	}
	byHand(t, folder, "")
	adopt(t, folder)
	counts(t, folder, 1)
	note(t, folder, "week2/sigmoid")
	counts(t, folder, 1, "week2/sigmoid")
}

func TestASealIsOfItsLineAlone(t *testing.T) {
	folder := folders(t)
	adopt(t, folder)
	note(t, folder, "week2/sigmoid")
	text, err := os.ReadFile(journalPath(folder))
	if err != nil {
		t.Fatal(err)
	}
	l, ok := parseLine(text)
	if !ok || l.seals == "" {
		t.Fatalf("%s", text)
	}
	byHand(t, folder, l.seals)
	counts(t, folder, 1, "week2/sigmoid")
}

// An old journal is honoured once, damaged lines included, and kept.
func TestAnOldJournalIsSealedOnce(t *testing.T) {
	folder := folders(t)
	note(t, folder, "week2/sigmoid") // no key yet: as an old version wrote it
	note(t, folder, "week2/flatten")
	old, err := os.ReadFile(journalPath(folder))
	if err != nil {
		t.Fatal(err)
	}
	old = append(old, "half a li"...)
	if err := os.WriteFile(journalPath(folder), old, 0o600); err != nil {
		t.Fatal(err)
	}
	counts(t, folder, 1, "week2/sigmoid", "week2/flatten")
	for range 2 {
		adopt(t, folder)
		counts(t, folder, 1, "week2/sigmoid", "week2/flatten")
	}
	note(t, folder, "week2/predict")
	byHand(t, folder, "")
	counts(t, folder, 2, "week2/sigmoid", "week2/flatten", "week2/predict")
	copies, err := filepath.Glob(journalPath(folder) + ".2*")
	if err != nil || len(copies) != 1 {
		t.Fatalf("%q, %v; want one copy of the old journal", copies, err)
	}
	if kept, err := os.ReadFile(copies[0]); err != nil || string(kept) != string(old) {
		t.Errorf("the copy is %q, %v; want %q", kept, err, old)
	}
}

// A folder that has moved, and one that two computers share, keep what counts.
func TestSealsTravelWithTheirFolder(t *testing.T) {
	folder := folders(t)
	adopt(t, folder)
	note(t, folder, "week2/sigmoid")
	byHand(t, folder, "")
	moved := filepath.Join(t.TempDir(), ".nekonote")
	if err := os.Rename(folder, moved); err != nil {
		t.Fatal(err)
	}
	adopt(t, moved)
	counts(t, moved, 1, "week2/sigmoid")
	mine := os.Getenv(KeyVariable)
	t.Setenv(KeyVariable, filepath.Join(t.TempDir(), "keys")) // another computer, which knows nothing of the first one's key
	adopt(t, moved)
	counts(t, moved, 0, "week2/sigmoid", "week2/model")
	t.Setenv(KeyVariable, mine)
	counts(t, moved, 1, "week2/sigmoid")
}

func TestTheKeyIsForItsOwnerAlone(t *testing.T) {
	folder := folders(t)
	adopt(t, folder)
	dir, err := Keys()
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]os.FileMode{dir: 0o700, filepath.Join(dir, keyFile): 0o600, filepath.Join(dir, knownFile): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v; want %v", path, info.Mode(), err, want)
		}
	}
	if _, err := os.Stat(folder); err == nil {
		t.Error("a folder without a journal was made")
	}
}
