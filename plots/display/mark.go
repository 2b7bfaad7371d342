package display

import (
	"fmt"
	"os"
)

// What a program prints and what it displays travel to the notebook's kernel on different ways. So that they are shown in the
// order in which they were made, a mark of the display stands in what is printed, and its name in the display; the kernel,
// which alone asks for that, takes both out.
const (
	MarkVariable = "NEKONOTE_MARKS" // set to anything by a kernel that asks for marks
	MarkBegin    = "\x1b_nekonote " // an application's own command, as terminals have it
	MarkEnd      = "\x1b\\"
	MarkLength   = 40         // of a name, at most
	MarkKey      = "nekonote" // the name's key in a display's metadata
)

// mark writes the mark of the display with the given number to standard output and error, and returns its name, "" for none.
func mark(number int) string {
	if os.Getenv(MarkVariable) == "" {
		return ""
	}
	name := fmt.Sprintf("%d.%d", os.Getpid(), number)
	for _, f := range printed {
		_, _ = f.WriteString(MarkBegin + name + MarkEnd)
	}
	return name
}

// printed is where a program prints, whatever it makes of os.Stdout later.
var printed = [...]*os.File{os.Stdout, os.Stderr}
