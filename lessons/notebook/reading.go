package notebook

import (
	"regexp"
	"strings"
	"unicode"

	"nekonote/nn/words"
)

// How fast a text is read with understanding: words a minute in a language with spaces, characters a minute in Japanese.
const (
	wordsAMinute      = 180
	charactersAMinute = 500
)

var fenced = regexp.MustCompile("(?s)```.*?```")

// Minutes is how long it takes to read the prose of the lesson's notebook in a language: texts and tasks, not the code, and not
// the time for the exercises.
func (l Lesson) Minutes(lang words.Lang) (float64, error) {
	book, err := l.Notebook(lang, false)
	if err != nil {
		return 0, err
	}
	read, characters := 0, 0
	for _, cell := range book.Cells {
		if cell.Type != "markdown" {
			continue
		}
		prose := fenced.ReplaceAllString(string(cell.Source), " ")
		read += len(strings.Fields(prose))
		for _, r := range prose {
			if !unicode.IsSpace(r) {
				characters++
			}
		}
	}
	if lang == words.Japanese {
		return float64(characters) / charactersAMinute, nil
	}
	return float64(read) / wordsAMinute, nil
}
