package decode

import (
	"encoding/json"
	"io"
)

// Serve opens each file and writes its answer as a line of JSON, in the order of the files: what the hidden command
// `nekonote picture FILE…` does for a cell. It returns an error only where w cannot be written to.
func Serve(w io.Writer, files []string) error {
	lines := json.NewEncoder(w)
	for _, file := range files {
		if err := lines.Encode(File(file)); err != nil {
			return err
		}
	}
	return nil
}
