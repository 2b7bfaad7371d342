package grade

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"nekonote/kernel/grade/walls"
	"nekonote/kernel/needs"
	"nekonote/lessons/notebook"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

const week2 = "week2-logistic-regression-cats"

// grader is one on the set-up of this machine.
func grader(t testing.TB) Grader {
	t.Helper()
	return Grader{Place: needs.SetUp(t), Timeout: 20 * time.Minute, Memory: "2GB", Open: !walls.Why().Empty()}
}

// write writes week 2's notebook into dir, changed by edit, and returns its path.
func write(t testing.TB, dir string, lang words.Lang, solved bool, edit func(*notebook.Notebook)) string {
	t.Helper()
	lesson, ok := lessonNamed(week2)
	if !ok {
		t.Fatal("there is no", week2)
	}
	book, err := lesson.Notebook(lang, solved)
	if err != nil {
		t.Fatal(err)
	}
	if edit != nil {
		edit(book)
	}
	data, err := book.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, week2+".ipynb")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestSolvedAndUnfilled(t *testing.T) {
	g := grader(t)
	for _, c := range []struct {
		lang    words.Lang
		solved  bool
		points  int
		outcome verdict.Outcome
	}{
		{words.Japanese, true, 100, verdict.Correct},
		{words.English, false, 0, verdict.NotAttempted},
	} {
		t.Run(string(c.lang), func(t *testing.T) {
			t.Parallel()
			r := g.Grade(context.Background(), write(t, t.TempDir(), c.lang, c.solved, nil))
			if r.Points != c.points || r.Max != 100 || len(r.Exercises) != 8 || r.Error != "" || len(r.Notes) > 0 || r.Correct() != c.solved {
				t.Errorf("%+v", r)
			}
			for _, e := range r.Exercises {
				if e.Outcome != c.outcome {
					t.Errorf("%s is %s; want %s", e.ID, e.Outcome, c.outcome)
				}
			}
		})
	}
}

func TestResultAsJSON(t *testing.T) {
	r := []Result{{Notebook: "a.ipynb", Points: 0, Max: 5, Exercises: []Exercise{{ID: "week2/flatten", Outcome: verdict.NotAttempted, Max: 5, Error: "x"}}, Error: "y"}}
	got, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"notebook":"a.ipynb","points":0,"max":5,"exercises":[{"id":"week2/flatten","outcome":"not attempted","points":0,"max":5}]}]`
	if !bytes.Equal(got, []byte(want)) {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// TEACHING.md says so to teachers.
func TestNotebooksWithExercisesAreWorth100Points(t *testing.T) {
	for _, lesson := range notebook.All {
		s := submission{lesson: lesson, lang: words.English}
		points, exercises := 0, s.exercises()
		for _, info := range exercises {
			points += info.Points
		}
		want := 100
		if lesson.Name == "00-welcome" {
			want = 10
		}
		if len(exercises) > 0 && points != want {
			t.Errorf("%s is worth %d points; want %d", lesson.Name, points, want)
		}
	}
}
