package lessons

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
)

// A verdict travels twice: from the child that runs the check to the cell's program, and from there to a program that
// grades. Both times the learner's code runs in the process that speaks, and could write to the same file. So each line is
// sealed with a key that was read, and destroyed where it stood, before any line of the notebook ran.

// VerdictsVariable is the environment variable that a program which grades sets for one check cell: the path of a file that
// holds a key, at least keySize bytes. The cell's program takes the key, empties and removes the file, and appends one
// sealed line for each verdict. The program that grades has opened the file before, and reads on there; see Unseal.
const VerdictsVariable = "NEKONOTE_VERDICTS"

// Graded is what a sealed line of the verdicts' channel says.
type Graded struct {
	ID      string  `json:"id"`
	Outcome Outcome `json:"outcome"`
	Points  int     `json:"points"`
	Max     int     `json:"max"`
	Reason  Reason  `json:"reason,omitempty"`
	Error   string  `json:"error,omitempty"` // what the learner is told first
}

// keySize is the length of NewKey's keys.
const keySize = 26

// NewKey returns a fresh key, of letters and digits.
func NewKey() string { return rand.Text() }

// sealed is value as a line of JSON behind its seal.
func sealed(key string, value any) ([]byte, error) {
	data, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	line := append([]byte(seal(key, data)), ' ')
	return append(append(line, data...), '\n'), nil
}

// Unseal reads a line into value, and reports whether it was sealed with the key. An empty key seals nothing.
func Unseal(key string, line []byte, value any) bool {
	said, data, found := bytes.Cut(bytes.TrimSuffix(line, []byte("\n")), []byte(" "))
	return found && key != "" && hmac.Equal(said, []byte(seal(key, data))) && json.Unmarshal(data, value) == nil
}

func seal(key string, data []byte) string {
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write(data)
	return hex.EncodeToString(mac.Sum(nil))
}

// verdicts is the channel to a program that grades; nil without one.
var verdicts, verdictsKey = openVerdicts()

func openVerdicts() (*os.File, string) {
	path := os.Getenv(VerdictsVariable)
	if path == "" {
		return nil, ""
	}
	_ = os.Unsetenv(VerdictsVariable)
	file, err := os.OpenFile(path, os.O_RDWR|os.O_APPEND, 0)
	if err != nil {
		return nil, "" // it was for another cell
	}
	key, err := io.ReadAll(io.LimitReader(file, 1<<10))
	if err != nil || len(key) < keySize || file.Truncate(0) != nil || os.Remove(path) != nil {
		_ = file.Close()
		return nil, ""
	}
	return file, string(key)
}

// send appends the verdict to the channel of a program that grades, if there is one.
func (v Verdict) send() error {
	if verdicts == nil {
		return nil
	}
	g := Graded{ID: v.ID, Outcome: v.Outcome, Points: v.Points, Max: v.Max, Reason: v.Reason}
	if v.Outcome != Correct && v.Outcome != NotAttempted && len(v.Say) > 0 {
		g.Error = v.Say[0].String()
	}
	line, err := sealed(verdictsKey, g)
	if err != nil {
		return err
	}
	_, err = verdicts.Write(line)
	return err
}
