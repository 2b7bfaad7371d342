package notebook

import (
	"strings"
	"testing"

	"nekonote/lessons/internal/skeleton"
	"nekonote/nn/words"
)

// TestNoAnswerIsWide reads every answer's cell, empty and solved: in a window of 1280 pixels no line of it may be cut.
func TestNoAnswerIsWide(t *testing.T) {
	for _, lesson := range All {
		for _, lang := range words.Langs {
			for _, solved := range []bool{false, true} {
				book, err := lesson.Notebook(lang, solved)
				if err != nil {
					t.Fatal(err)
				}
				for _, cell := range book.Cells {
					if _, role := cell.Exercise(); role == Answer {
						narrow(t, lesson.Name, string(cell.Source))
					}
				}
			}
		}
	}
}

func narrow(t *testing.T, name, code string) {
	t.Helper()
	for line := range strings.SplitSeq(code, "\n") {
		if width := skeleton.Width(line); width > skeleton.Columns {
			t.Errorf("%s: %d columns, more than %d:\n%s", name, width, skeleton.Columns, line)
		}
	}
}
