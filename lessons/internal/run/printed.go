package run

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
// It does so in a child alone: os.Stdout is one for the whole program.
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
