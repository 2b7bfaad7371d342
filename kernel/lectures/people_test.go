package lectures

import (
	"slices"
	"strings"
	"testing"

	"nekonote/lessons"
	"nekonote/lessons/weeks"
	"nekonote/nn/words"
)

// TestEachWeekEndsWithItsPeople: a page a week, in both languages, with sources, code, and no Markdown left in it.
func TestEachWeekEndsWithItsPeople(t *testing.T) {
	all := people()
	if len(all) != 4 {
		t.Fatalf("there are %d pages about people", len(all))
	}
	for i, said := range []string{"Rosenblatt", "Fukushima", "Rumelhart", "Goodfellow"} {
		page, err := peoplePage(all[i], words.English)
		if err != nil {
			t.Fatal(err)
		}
		text, _, _ := strings.Cut(page, "<pre>") // in code, stars and dollars are what they are
		for _, wanted := range []string{said, "doi.org/", "<pre>", `<article lang="ja">`} {
			if !strings.Contains(page, wanted) {
				t.Errorf("%s lacks %q", all[i].Name, wanted)
			}
		}
		for _, left := range []string{"**", "$", "](", "\n# "} {
			if strings.Contains(text, left) {
				t.Errorf("%s has Markdown left: %q", all[i].Name, left)
			}
		}
	}
	if page, err := peoplePage(all[3], words.English); err != nil || !strings.Contains(page, `<a href="week2-people.html">Fukushima`) {
		t.Error("week 4's page does not lead to that of Fukushima", err)
	}
	for _, page := range all {
		if !strings.Contains(before(page.Name).Text, "("+page.Name+".ipynb)") {
			t.Errorf("the last notebook before the quiz does not lead to %s", page.Name)
		}
	}
	var b strings.Builder
	if weekEnds(&b, "week2"); strings.Count(b.String(), "week2-people.html") != 1 {
		t.Errorf("week 2 ends with %s", b.String())
	}
}

// before is the notebook with which the lessons of a week end: the one before the quiz and the page about people.
func before(people string) lessons.Lesson {
	at := slices.IndexFunc(weeks.Lessons, func(l lessons.Lesson) bool { return l.Name == people })
	return weeks.Lessons[at-2]
}
