package notebook

import (
	"strings"
	"testing"

	"nekonote/lessons/internal/skeleton"
	"nekonote/nn/words"
)

// TestHelpFadesEachWeek: from filling in a formula to predicting, finding a planted mistake, writing alone, and an experiment of
// the learner's own; and from week 2 on, each notebook begins with a warm-up.
func TestHelpFadesEachWeek(t *testing.T) {
	for _, week := range []string{"week1", "week2", "week3", "week4"} {
		found := map[string]bool{}
		for _, lesson := range All {
			if !strings.HasPrefix(lesson.Name, week) || lesson.Quiz != nil {
				continue
			}
			book, err := lesson.Notebook(words.English, false)
			if err != nil {
				t.Fatal(err)
			}
			for _, cell := range book.Cells {
				for kind, is := range kinds(cell) {
					found[kind] = found[kind] || is
				}
			}
		}
		for _, kind := range []string{"a formula to fill in", "a guess", "a planted mistake", "written alone", "an experiment"} {
			if !found[kind] {
				t.Errorf("%s lacks %s", week, kind)
			}
		}
	}
	before := true
	for _, lesson := range All {
		before = before && !strings.HasPrefix(lesson.Name, "week2")
		if before || lesson.Quiz != nil || strings.HasSuffix(lesson.Name, "-people") { // those are for reading alone
			continue
		}
		book, err := lesson.Notebook(words.English, false)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(book.Cells[1].Source), "lessons.WarmUp(") {
			t.Errorf("%s does not begin with a warm-up", lesson.Name)
		}
	}
}

// kinds says what a cell asks of a learner.
func kinds(cell Cell) map[string]bool {
	text := string(cell.Source)
	_, role := cell.Exercise()
	if role != Answer {
		return map[string]bool{
			"a guess":       strings.Contains(text, "lessons.Guess("),
			"an experiment": cell.Type == "markdown" && strings.Contains(text, "## An experiment of your own"),
		}
	}
	_, body, _ := strings.Cut(text, "{\n")
	pencils := strings.Count(body, skeleton.Pencil.In(words.English))
	return map[string]bool{
		"a planted mistake":    pencils == 0,
		"written alone":        pencils == 1 && strings.Count(body, "//") == 1+strings.Count(body, skeleton.Unused.In(words.English)),
		"a formula to fill in": pencils > 0 && strings.Count(body, "//") > pencils,
	}
}
