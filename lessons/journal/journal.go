// Package journal keeps what is known of a learner's progress.
//
// The journal is one line for each thing that happened, only ever appended to. Each line carries a checksum, so that a
// line which a full disk or a kill has cut short is known for what it is, and costs nothing but itself. It also carries the
// judge's seal (see seal.go): no other line counts. Where a learner stands is folded from those that do.
//
// It is no internal package, because programs of kernel/ read journals. A cell has nothing to do with it.
package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"nekonote/lessons/verdict"
	"nekonote/nn/files/lock"
)

// Event is one line of the journal.
type Event struct {
	Time    time.Time       `json:"time"`
	ID      string          `json:"id"`
	Kind    EventKind       `json:"kind"`
	Outcome verdict.Outcome `json:"outcome,omitempty"` // of a check
	Reason  verdict.Reason  `json:"reason,omitempty"`
	Points  int             `json:"points,omitempty"`
	Max     int             `json:"max,omitempty"`
	Step    int             `json:"step,omitempty"` // of the ladder of hints, from 1
	Guess   float64         `json:"guess,omitempty"`
	Found   float64         `json:"found,omitempty"`  // what came out where the guess was made
	Source  string          `json:"source,omitempty"` // what was found correct, where it is another than the last
}

// EventKind says what happened.
type EventKind string

// The kinds of events.
const (
	Checked  EventKind = "check"
	Hinted   EventKind = "hint"
	Revealed EventKind = "solution"
	Fresh    EventKind = "reset"
	Guessed  EventKind = "guess"
	Warmed   EventKind = "warm-up" // a question was asked again, for no points
)

// Folder is where a learner's state lies: .nekonote in her folder, which NEKONOTE_DIR names, and which else is the one
// where her notebook's kernel runs.
func Folder() string {
	return filepath.Join(os.Getenv("NEKONOTE_DIR"), ".nekonote")
}

// FileName is the journal's file in a learner's state.
const FileName = "progress.journal"

// Append notes an event in the journal of a folder. It is safe for several programs at once. On an error the journal is
// as it was before.
func Append(folder string, e Event) error {
	data, err := json.Marshal(e)
	if err != nil {
		return err
	}
	path := filepath.Join(folder, FileName)
	unlock, err := lock.Take(path + ".lock")
	if err != nil {
		return err
	}
	defer unlock()
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o644)
	if err != nil {
		return err
	}
	defer file.Close()
	size, err := file.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	l := line{data: data}
	text := l.with("")
	if key := sealKey(folder); key != nil {
		text = l.with(sealOf(key, data))
	}
	last := make([]byte, 1)
	if size > 0 {
		if _, err := file.ReadAt(last, size-1); err != nil {
			return err
		}
		if last[0] != '\n' {
			text = "\n" + text // leave a damaged tail alone on its line
		}
	}
	if _, err := file.WriteString(text); err != nil {
		return errors.Join(err, file.Truncate(size))
	}
	return nil
}

// Read returns the events of a folder's journal in the order in which they were noted, and how many lines do not count: they
// could not be read, or are not the judge's. A folder without a journal has no events.
func Read(folder string) (events []Event, skipped int, err error) {
	data, err := os.ReadFile(filepath.Join(folder, FileName))
	if errors.Is(err, os.ErrNotExist) {
		return nil, 0, nil
	}
	if err != nil {
		return nil, 0, err
	}
	key := sealKey(folder)
	for text := range bytes.Lines(data) {
		if len(bytes.TrimSuffix(text, []byte("\n"))) == 0 {
			continue
		}
		l, ok := parseLine(text)
		var e Event
		if !ok || key != nil && !sealed(key, l.seals, l.data) || json.Unmarshal(l.data, &e) != nil {
			skipped++
			continue
		}
		events = append(events, e)
	}
	return events, skipped, nil
}

// line is one line of a journal: an event as JSON, behind its seals, behind the checksum of both.
type line struct {
	seals string
	data  []byte
}

// with is the line's text with one more seal; "" adds none.
func (l line) with(seal string) string {
	seals := strings.Trim(l.seals+","+seal, ",")
	text := string(l.data)
	if seals != "" {
		text = sealMark + seals + " " + text
	}
	return fmt.Sprintf("%08x %s\n", crc32.ChecksumIEEE([]byte(text)), text)
}

// parseLine takes a line apart, if it is whole.
func parseLine(text []byte) (l line, ok bool) {
	text, whole := bytes.CutSuffix(text, []byte("\n"))
	sum, data, ok := bytes.Cut(text, []byte(" "))
	if !ok || !whole || fmt.Sprintf("%08x", crc32.ChecksumIEEE(data)) != string(sum) {
		return line{}, false
	}
	if rest, found := bytes.CutPrefix(data, []byte(sealMark)); found {
		seals, event, _ := bytes.Cut(rest, []byte(" "))
		return line{string(seals), event}, true
	}
	return line{"", data}, true
}
