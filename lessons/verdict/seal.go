package verdict

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
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

// KeySize is the length of NewKey's keys.
const KeySize = 26

// NewKey returns a fresh key, of messages and digits.
func NewKey() string { return rand.Text() }

// Sealed is value as a line of JSON behind its seal.
func Sealed(key string, value any) ([]byte, error) {
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
