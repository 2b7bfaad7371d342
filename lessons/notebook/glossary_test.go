package notebook

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nekonote/lessons/lectures"
	"nekonote/nn/words"
)

//go:embed glossary.md
var glossary string

var shown = regexp.MustCompile("(?s)```.*?```|`[^`]*`|\\$\\$.*?\\$\\$|\\$[^$]*\\$")

var code = regexp.MustCompile("(?s)```.*?```|`[^`]*`|\\$\\$.*?\\$\\$|\\$[^$]*\\$|\\]\\([^)]*\\)")

// avoided returns the words that must not stand in a text, each with the one to write instead.
func avoided(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	for line := range strings.Lines(glossary) {
		cells := strings.Split(line, "|")
		if len(cells) != 5 || strings.HasPrefix(cells[1], "-") || strings.Contains(cells[3], "instead of") {
			continue
		}
		for word := range strings.SplitSeq(cells[3], ",") {
			word = strings.TrimSpace(word)
			instead := strings.TrimSpace(cells[2])
			if word[0] < 0x80 {
				instead = strings.TrimSpace(cells[1])
			}
			all[word] = instead
		}
	}
	if len(all) < 30 {
		t.Fatalf("only %d words were read from the glossary", len(all))
	}
	return all
}

// stands reports whether a word stands in a text. An English one stands alone; a Japanese one that lacks its last long
// sound must not be the beginning of the one that has it.
func stands(text, word string) bool {
	if word[0] < 0x80 {
		return regexp.MustCompile(`(?i)\b` + regexp.QuoteMeta(word) + `\b`).MatchString(text)
	}
	for {
		_, after, found := strings.Cut(text, word)
		if !found {
			return false
		}
		if !strings.HasPrefix(after, "ー") {
			return true
		}
		text = after
	}
}

func TestStands(t *testing.T) {
	for _, c := range []struct {
		text, word string
		want       bool
	}{
		{"フォルダーに", "フォルダ", false}, {"フォルダに", "フォルダ", true}, {"フォルダーとフォルダ", "フォルダ", true},
		{"The color is", "color", true}, {"The colour is", "color", false}, {"Colors", "color", false},
	} {
		if got := stands(c.text, c.word); got != c.want {
			t.Errorf("stands(%q, %q) = %t", c.text, c.word, got)
		}
	}
}

// TestWordsOfTheCourse reads all prose and all lectures in both languages.
func TestWordsOfTheCourse(t *testing.T) {
	avoid := avoided(t)
	each(t, func(lesson Lesson, _ words.Lang, cell Cell) {
		if cell.Type != "markdown" {
			return
		}
		text := code.ReplaceAllString(string(cell.Source), " ")
		for word, instead := range avoid {
			if stands(text, word) {
				t.Errorf("%s: %q should be %q in: %s", lesson.Path, word, instead, beginning(text))
			}
		}
	})
	spoken, err := lectures.Course()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range spoken {
		for _, sentence := range l.Sentences {
			for word, instead := range avoid {
				for _, lang := range words.Langs {
					if stands(sentence.Shown.In(lang), word) {
						t.Errorf("%s:%d: %q should be %q", l.Path, sentence.Line, word, instead)
					}
				}
			}
		}
	}
}

// TestLinksLeadSomewhere: links between notebooks, and to nothing that is not there.
func TestLinksLeadSomewhere(t *testing.T) {
	names := map[string]bool{}
	for _, lesson := range All {
		names[lesson.Name+".ipynb"] = true
	}
	each(t, func(lesson Lesson, lang words.Lang, cell Cell) {
		if cell.Type != "markdown" {
			return
		}
		for _, link := range targets.FindAllStringSubmatch(shown.ReplaceAllString(string(cell.Source), " "), -1) {
			if !strings.HasPrefix(link[1], "https://") && !names[link[1]] {
				t.Errorf("%s in %s: the link %s leads nowhere", lesson.Path, lang, link[1])
			}
		}
	})
}

// TestAllLanguagesAreTheSameNotebook: the same cells in the same order, with the same exercises, formulas and links.
func TestAllLanguagesAreTheSameNotebook(t *testing.T) {
	for _, lesson := range All {
		shapes := make([][]string, len(words.Langs))
		sources := make([][]Cell, len(words.Langs))
		for i, lang := range words.Langs {
			book, err := lesson.Notebook(lang, false)
			if err != nil {
				t.Fatal(err)
			}
			for _, cell := range book.Cells {
				shapes[i] = append(shapes[i], cell.Type+" "+cell.ID)
			}
			sources[i] = book.Cells
		}
		for i, lang := range words.Langs {
			if !slices.Equal(shapes[0], shapes[i]) {
				t.Errorf("%s: the cells differ in %s:\n%v\n%v", lesson.Path, lang, shapes[0], shapes[i])
				continue
			}
			for j, cell := range sources[0] {
				if err := same(string(cell.Source), string(sources[i][j].Source)); cell.Type == "markdown" && err != nil {
					t.Errorf("%s, cell %d in %s: %v", lesson.Path, j+1, lang, err)
				}
			}
		}
	}
}

// each calls f with every cell of every notebook, in both languages, as learners get it.
func each(t *testing.T, f func(lesson Lesson, lang words.Lang, cell Cell)) {
	t.Helper()
	for _, lesson := range All {
		for _, lang := range words.Langs {
			book, err := lesson.Notebook(lang, false)
			if err != nil {
				t.Fatal(err)
			}
			for _, cell := range book.Cells {
				f(lesson, lang, cell)
			}
		}
	}
}

func beginning(text string) string {
	runes := []rune(strings.TrimSpace(text))
	return string(runes[:min(len(runes), 60)])
}
