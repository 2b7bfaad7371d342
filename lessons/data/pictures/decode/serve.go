package decode

import (
	"encoding/json"
	"io"
	"os"
)

// Serve opens each file and writes its answer as a line of JSON, in the order of the files: what the hidden command
// `nekonote picture FILE…` does for a cell. It returns an error only where w cannot be written to.
func Serve(w io.Writer, files []string) error {
	// What a decoder may print (HEIC's is a program of its own) must not get between the answers.
	out := os.Stdout
	os.Stdout = os.Stderr
	defer func() { os.Stdout = out }()

	lines := json.NewEncoder(w)
	for _, file := range files {
		if err := lines.Encode(File(file)); err != nil {
			return err
		}
	}
	return nil
}
