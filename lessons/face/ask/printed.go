package ask

import (
	"io"
	"os"
	"strings"
)

// mostPrinted is how much of what a function prints is kept: about a screen.
const mostPrinted = 2000

// printed runs f and returns what it wrote to the standard output meanwhile: what a learner prints to understand her own
// function is shown beside the case that failed, and nowhere else.
//
// os.Stdout is one for the whole program: what its other goroutines print meanwhile is taken too.
func printed(f func()) string {
	r, w, err := os.Pipe()
	if err != nil {
		f()
		return ""
	}
	read := make(chan string)
	go func() {
		said, _ := io.ReadAll(io.LimitReader(r, mostPrinted))
		_, _ = io.Copy(io.Discard, r)
		_ = r.Close()
		read <- string(said)
	}()
	before := os.Stdout
	os.Stdout = w
	f()
	os.Stdout = before
	_ = w.Close()
	said := <-read
	if len(said) == mostPrinted {
		said = strings.ToValidUTF8(said, "") + " …"
	}
	return said
}
