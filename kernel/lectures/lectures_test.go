package lectures

import (
	"strings"
	"testing"

	"nekonote/lessons/lectures"
	"nekonote/lessons/weeks"
	"nekonote/nn/words"
)

// TestEveryLectureStandsInANotebook: where its idea comes up there is a cell, and every cell names a lecture.
func TestEveryLectureStandsInANotebook(t *testing.T) {
	placed := map[string]bool{}
	for _, lesson := range weeks.Lessons {
		for i, piece := range strings.Split(lesson.Text, `lessons.Lecture("`) {
			if i == 0 {
				continue
			}
			id, _, _ := strings.Cut(piece, `"`)
			placed[id] = true
			if _, err := lectures.Find(id); err != nil {
				t.Errorf("%s: %v", lesson.Path, err)
			}
		}
	}
	for _, s := range course(t) {
		if !placed[s.ID] {
			t.Errorf("no notebook has a cell for the lecture %s", s.ID)
		}
	}
}

// TestLecturesLeadToExercisesAndBack: each ends with a link to an exercise; what it explains is an exercise of the course; and each
// exercise with a formula has a piece of a lecture that explains it, of about forty seconds.
func TestLecturesLeadToExercisesAndBack(t *testing.T) {
	known := map[string]bool{}
	for _, e := range weeks.Course() {
		known[e.Info().ID] = true
	}
	explained := 0
	for _, s := range course(t) {
		if title, _ := s.prepares(); title.Empty() {
			t.Errorf("%s: the exercise %q that it prepares is in no notebook", s.ID, s.Exercise)
		}
		for _, sentence := range s.Sentences {
			for _, exercise := range sentence.Explains {
				if !known[exercise] {
					t.Errorf("%s:%d: there is no exercise %q", s.Path, sentence.Line, exercise)
					continue
				}
				explained++
				page, text := Why(exercise)
				if !strings.Contains(page, "<details") || !strings.Contains(page, "srcdoc=") || text == "" {
					t.Errorf("%s: nothing explains %s", s.ID, exercise)
				}
				if len(page) > 200<<10 {
					t.Errorf("%s: the explanation of %s has %d KB, too many for a card", s.ID, exercise, len(page)>>10)
				}
			}
		}
	}
	for _, e := range weeks.All {
		if page, _ := Why(e.Info().ID); page == "" && strings.HasPrefix(e.Info().ID, "week") {
			t.Errorf("no lecture explains %s: its card has no “Not sure why?”", e.Info().ID)
		}
	}
	if explained < 30 {
		t.Errorf("only %d formulas are explained", explained)
	}
	if page, text := Why("week9/none"); page != "" || text != "" {
		t.Error("an exercise that there is not is explained")
	}
}

// TestPagesStayWithinTheirLimits: what stands in a page, how large it is, how long a lecture takes and how long its text is.
func TestPagesStayWithinTheirLimits(t *testing.T) {
	if n := strings.Count(script, "\n"); n > 400 {
		t.Errorf("the player has %d lines of script, more than 400", n)
	}
	all := course(t)
	total := 0.0
	for _, s := range all {
		page, err := Page(s.ID, words.English, -1, "")
		if err != nil {
			t.Fatal(err)
		}
		if len(page) > 1<<20 {
			t.Errorf("%s has %d KB, more than a megabyte", s.ID, len(page)>>10)
		}
		if strings.Contains(page, `src="http`) || strings.Contains(page, `href="http`) || strings.Contains(page, "@import") {
			t.Errorf("%s needs the network", s.ID)
		}
		if last := s.Sentences[len(s.Sentences)-1]; last.Line > 200 {
			t.Errorf("%s: the text is longer than 200 lines", s.Path)
		}
		minutes := s.Time(words.English).Minutes()
		if total += minutes; minutes < 2.9 || minutes > 7 {
			t.Errorf("%s takes %.1f minutes, not 3 to 7", s.ID, minutes)
		}
	}
	if len(all) < 20 || total < 75 {
		t.Errorf("there are %d lectures of %.0f minutes", len(all), total)
	}
}
