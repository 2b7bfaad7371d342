package setup

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"

	"nekonote/nn/words"
)

// tell says what is done and for how long it has been: in a terminal the seconds count on, elsewhere two lines say it. The
// function that it returns ends it.
func tell(w io.Writer, what string) (done func()) {
	began := time.Now()
	seconds := func() words.Text {
		return words.T("%s … %.0f s", "%s … %.0f 秒").Fill(what, time.Since(began).Seconds())
	}
	if !terminal(w) {
		_, _ = fmt.Fprintf(w, "%s …\n", what)
		return func() { _, _ = fmt.Fprintln(w, seconds()) }
	}
	stop := make(chan struct{})
	var told sync.WaitGroup
	told.Go(func() {
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for {
			_, _ = fmt.Fprintf(w, "\r%s", seconds())
			select {
			case <-tick.C:
			case <-stop:
				return
			}
		}
	})
	return func() {
		close(stop)
		told.Wait()
		_, _ = fmt.Fprintf(w, "\r%s\n", seconds())
	}
}

// terminal reports whether w is one.
func terminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
