package certificate

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"nekonote/kernel/grade"
	"nekonote/kernel/grade/walls"
	"nekonote/kernel/learner"
	"nekonote/kernel/process"
	"nekonote/lessons/journal"
	"nekonote/lessons/notebook"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// The tests start this program again as a guard, and as what grades one notebook. Their journals are sealed with a key of their own.
func TestMain(m *testing.M) {
	walls.Enter()
	process.Guard()
	if len(os.Args) == 2 && os.Args[1] == grade.Name {
		if err := (grade.One{}).Run(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	keys, err := os.MkdirTemp("", "keys-")
	if err == nil {
		err = os.Setenv(journal.KeyVariable, keys)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	status := m.Run()
	_ = os.RemoveAll(keys)
	os.Exit(status)
}

// done is a learner's folder in which everything is solved, but for the exercises that are left out.
func done(t testing.TB, lang words.Lang, without ...string) string {
	t.Helper()
	folder := t.TempDir()
	if err := notebook.Write(folder, lang, true); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(folder, ".nekonote"), 0o755); err != nil {
		t.Fatal(err)
	}
	left := map[string]bool{}
	for _, id := range without {
		left[id] = true
	}
	day := time.Date(2026, 4, 1, 12, 0, 0, 0, time.Local)
	for _, lesson := range notebook.All {
		for _, info := range grade.Checked(lesson) {
			e := journal.Event{Time: day, ID: info.ID, Kind: journal.Checked, Outcome: verdict.Correct, Points: info.Points, Max: info.Points}
			if left[info.ID] {
				e.Outcome, e.Points = verdict.Almost, 0
			}
			if err := journal.Append(filepath.Join(folder, ".nekonote"), e); err != nil {
				t.Fatal(err)
			}
			day = day.Add(8 * time.Hour)
		}
	}
	return folder
}

// certify is what there is to say of a folder, under a name, and the page that says it.
func certify(t testing.TB, folder, name string) (Told, string) {
	t.Helper()
	told, _, err := gather(folder)
	if err != nil {
		t.Fatal(err)
	}
	told.Name = clean(name)
	page, err := told.Page()
	if err != nil {
		t.Fatal(err)
	}
	return told, page
}

func TestWhatACertificateSaysIsReadAgain(t *testing.T) {
	for _, lang := range words.Langs {
		t.Setenv(words.Variable, string(lang))
		told, page := certify(t, done(t, lang), "  A\tLearner ")
		again, why := parse([]byte(page))
		if !why.Empty() || !reflect.DeepEqual(told, again) || !again.shows([]byte(page)) {
			t.Errorf("%s: %v; the page is read as something else than it was written from", lang, why)
		}
		if solved, of := again.counts(); solved != of || again.Name != "A Learner" || again.First != "2026-04-01" || again.Last <= again.First {
			t.Errorf("%s: %d of %d, %q, from %s to %s", lang, solved, of, again.Name, again.First, again.Last)
		}
		for _, said := range []string{"Certificate", "修了証", "go run ./kernel verify", "2026-04-01"} {
			if !strings.Contains(page, said) {
				t.Errorf("%s: the page does not say %q", lang, said)
			}
		}
		if strings.Contains(page, "Not complete") {
			t.Errorf("%s: a whole course is said to be not complete", lang)
		}
	}
}

// run runs the command in a folder and returns the page that it has written, "" for none.
func run(t *testing.T, folder string, c Command) (string, error) {
	t.Helper()
	t.Setenv(learner.Variable, "")
	c.Dir, c.File = folder, filepath.Join(t.TempDir(), "certificate.html")
	err := c.Run()
	page, _ := os.ReadFile(c.File)
	return string(page), err
}

func TestNotCompleteIsSaid(t *testing.T) {
	t.Setenv(words.Variable, "en")
	folder := done(t, words.English, "week2/sigmoid")
	if err := os.Remove(filepath.Join(folder, "week3-one-hidden-layer.ipynb")); err != nil {
		t.Fatal(err)
	}
	_, missing, err := gather(folder)
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	tell(&said, missing)
	for _, want := range []string{"week2-logistic-regression-cats.ipynb", "not solved yet: ", "week3-one-hidden-layer.ipynb", "no answer stands in the notebook now: "} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("it says\n%s\nbut not %q", said.String(), want)
		}
	}
	page, err := run(t, folder, Command{Name: "A Learner"})
	var status grade.Status
	if !errors.As(err, &status) || status.Code != 1 || !strings.Contains(err.Error(), "--so-far") || page != "" {
		t.Errorf("%v, and a page of %d bytes; want exit status 1 and none", err, len(page))
	}
	if page, err := run(t, t.TempDir(), Command{Name: "A Learner", SoFar: true}); !errors.As(err, &status) || status.Code != 1 || page != "" {
		t.Errorf("of nothing: %v, and a page of %d bytes", err, len(page))
	}
	page, err = run(t, folder, Command{Name: "A Learner", SoFar: true})
	if err != nil || !strings.Contains(page, "Not complete") || !strings.Contains(page, "未修了") || strings.Contains(page, ">Certificate<") {
		t.Errorf("%v; with --so-far the page is\n%.2000s", err, page)
	}
}

// A name is text, and stays where it stands.
func TestNamesAreText(t *testing.T) {
	t.Setenv(words.Variable, "en")
	folder := done(t, words.English)
	for _, name := range []string{`</script><script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, "A\u202egnp.exe\x1b[31m\x00", `<script type="application/json" id="told">{}</script>`} {
		told, page := certify(t, folder, name)
		if strings.Count(page, "<script") != 2 || strings.Contains(page, "<img") || strings.ContainsAny(page, "\u202e\x1b\x00") {
			t.Errorf("%q gets out of where it stands", name)
		}
		if again, why := parse([]byte(page)); !why.Empty() || again.Name != told.Name {
			t.Errorf("%q is read as %q, %v", name, again.Name, why)
		}
	}
	if _, err := run(t, folder, Command{Name: strings.Repeat("a", longestName+1)}); err == nil {
		t.Error("a name without end is taken")
	}
}
