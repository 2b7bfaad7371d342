// Package wire is what a cell's program and the judge say to each other, through a socket in a private folder.
//
// The program asks (Ask). Where a function is to be judged, the judge sends the arguments of all trials in one message
// (Order), the program calls the function and sends all results in one (Back). At the end the judge says so (Order with Done).
// What is to be shown is shown by the kernel; where the program has come to in its output, it says by printing a mark, and it
// goes on when the judge says that the card is there. A message is its length, 4 bytes, and the value as package values writes it: bounded, and of the
// types below whatever its bytes are.
package wire

import (
	"encoding/binary"
	"errors"
	"io"
	"reflect"

	"nekonote/lessons/internal/call"
	"nekonote/lessons/internal/values"
)

// Most is the size of the largest message, in bytes.
const Most = 64 << 20

// SocketVariable is the environment variable that tells a cell's program where the judge listens.
const SocketVariable = "NEKONOTE_JUDGE"

// Kind says what a program asks for.
type Kind string

// What can be asked for.
const (
	Check    Kind = "check"
	Answer   Kind = "answer" // to a question of a quiz
	Hint     Kind = "hint"
	Solution Kind = "solution"
	Reset    Kind = "reset"
	Solved   Kind = "solved"
	Mine     Kind = "mine"
	Progress Kind = "progress"
	Lecture  Kind = "lecture"
	WarmUp   Kind = "warm-up"
	Guess    Kind = "guess"
)

// Ask is the first message, from the program.
type Ask struct {
	Kind Kind
	ID   string   // of the exercise, of the lecture, or of a guess
	IDs  []string // of several
	Text string   // the answer to a question, or the guess as it was typed
	Came float64  // what came out where a guess was made
	Func string   // the function's name, as the runtime knows it
	Nil  bool     // there is no function
}

// Order is a message from the judge: trials to be run, or that all is said.
type Order struct {
	Names  call.Names
	Trials []Trial
	Limit  int64 // how long all trials may take, in nanoseconds

	Done   bool   // nothing more is to come
	Mark   string // to be printed where a card belongs; another Order comes when it is shown
	Yes    bool   // to Solved
	Failed string // what a program that grades is told: then the program ends as one that failed
}

// Trial is the arguments of one call, each as package values encodes it.
type Trial struct{ Args []string }

// Back is the program's answer to trials: all that came of them, or that it is still at them.
type Back struct {
	Results []Result
	Stuck   []string // reports of the runtime on all goroutines, when the time is up or too much memory taken
	Memory  bool     // it is the memory
	Huge    bool     // the results are larger than a message may be
}

// Result is what came of one trial. Values are empty where the function did not return.
type Result struct {
	Outcome call.Outcome
	Values  []string
}

// Send writes a message.
func Send(w io.Writer, message any) error {
	data, err := values.Encode(reflect.ValueOf(message))
	if err != nil {
		return err
	}
	if len(data) > Most {
		return ErrHuge
	}
	_, err = w.Write(append(binary.BigEndian.AppendUint32(nil, uint32(len(data))), data...))
	return err
}

// ErrHuge is the error for a message that is larger than Most.
var ErrHuge = errors.New("the message is larger than 64 MB")

// A Crash is the error where the program's last words stand instead of a message: the runtime writes them to the same socket.
type Crash struct{ Words string }

func (c *Crash) Error() string { return "the program crashed: " + c.Words }

// Receive reads a message into what to points to. Whatever comes, it takes no more memory than a few times Most.
func Receive(r io.Reader, to any) error {
	head := make([]byte, 4)
	if _, err := io.ReadFull(r, head); err != nil {
		return err
	}
	size := binary.BigEndian.Uint32(head)
	if size > Most { // no message begins like this, and all words of the runtime's do
		const enough = 64 << 10
		rest, _ := io.ReadAll(io.LimitReader(r, enough))
		return &Crash{string(head) + string(rest)}
	}
	data, err := io.ReadAll(io.LimitReader(r, int64(size)))
	if err != nil {
		return err
	}
	if len(data) < int(size) {
		return io.ErrUnexpectedEOF
	}
	return values.Decode(data, reflect.ValueOf(to).Elem())
}
