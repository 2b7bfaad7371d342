package notebook

import (
	"strings"
	"testing"

	"nekonote/nn/words"
)

// TestEveryRememberedTrainingIsKeptOnTheWay: what is worth remembering can take long, with many pictures of her own at least, so a stop
// must not begin it anew: a cell that remembers what the library's Train has learned calls it in a loop over Steps or Portions.
func TestEveryRememberedTrainingIsKeptOnTheWay(t *testing.T) {
	found := 0
	for _, lesson := range All {
		book, err := lesson.Notebook(words.English, true)
		if err != nil {
			t.Fatal(err)
		}
		for _, cell := range book.Cells {
			code := string(cell.Source)
			remembers := strings.Contains(code, "lessons.Remember(") && strings.Contains(code, ".Train(context")
			if cell.Type != "code" || !remembers {
				continue
			}
			found++
			if !strings.Contains(code, "lessons.Portions(") && !strings.Contains(code, "lessons.Steps(") {
				t.Errorf("%s: a stop begins this training anew:\n%s", lesson.Name, code)
			}
		}
	}
	if found < 3 {
		t.Errorf("only %d cells remember a training", found)
	}
}
