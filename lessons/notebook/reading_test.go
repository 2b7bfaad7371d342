package notebook

import (
	"testing"

	"nekonote/lessons"
	"nekonote/nn/words"
)

// TestNotebooksAreShort: the prose of a notebook is read in a quarter of an hour.
func TestNotebooksAreShort(t *testing.T) {
	for _, lesson := range All {
		for _, lang := range words.Langs {
			minutes, err := lesson.Minutes(lang)
			if err != nil {
				t.Fatal(err)
			}
			if minutes > 15 {
				t.Errorf("%s in %s takes %.1f minutes to read: make two of it", lesson.Name, lang, minutes)
			}
		}
	}
}

func TestMinutes(t *testing.T) {
	lesson := Lesson{lessons.Lesson{Path: "x.md", Text: "<!-- en -->\nOne two three.\n\n```text\nnot read\n```\n<!-- ja -->\n一二三。\n\n```go\nf()\n```\n"}}
	for lang, want := range map[words.Lang]float64{words.English: 3.0 / 180, words.Japanese: 4.0 / 500} {
		if got, err := lesson.Minutes(lang); err != nil || got != want {
			t.Errorf("in %s: %v, %v; want %v", lang, got, err, want)
		}
	}
}
