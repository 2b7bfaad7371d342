package certificate

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"nekonote/kernel/certificate/badge"
	"nekonote/kernel/grade"
	"nekonote/kernel/grade/walls"
	"nekonote/kernel/needs"
	"nekonote/lessons/notebook"
	"nekonote/lessons/own/sheet"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// asSolved judges as if an answer were right where it is the solution's text: for tests of everything around the judge.
func asSolved(t testing.TB) func(string) grade.Result {
	return func(path string) grade.Result {
		given, _, err := grade.Read(path)
		if err != nil {
			t.Fatal(err)
		}
		lesson, _ := grade.Lesson(given.Name)
		solved, err := lesson.Notebook(given.Lang, true)
		if err != nil {
			t.Fatal(err)
		}
		right := map[string]string{}
		for _, c := range solved.Cells {
			if id, role := c.Exercise(); role == notebook.Answer {
				right[id] = string(c.Source)
			}
		}
		var r grade.Result
		for _, info := range grade.Checked(lesson) {
			e := grade.Exercise{ID: info.ID, Outcome: verdict.Incorrect, Max: info.Points}
			if slices.ContainsFunc(given.Cells, func(c grade.Code) bool { return c.Answer == info.ID && c.Source == right[info.ID] }) {
				e.Outcome, e.Points = verdict.Correct, info.Points
			}
			r.Exercises = append(r.Exercises, e)
		}
		return r
	}
}

// verified is what verify finds in a page, and says.
func verified(t testing.TB, page string, judge func(string) grade.Result) (finding, string) {
	t.Helper()
	told, why := parse([]byte(page))
	if !why.Empty() {
		t.Fatal(why)
	}
	results, err := told.grade(judge)
	if err != nil {
		t.Fatal(err)
	}
	f := told.compare(results)
	f.altered = !told.shows([]byte(page))
	var said strings.Builder
	f.write(grade.Plain(&said), told)
	return f, said.String()
}

// forged is the page of something else.
func forged(t testing.TB, told Told, change func(*Told)) string {
	t.Helper()
	data, err := json.Marshal(told)
	if err == nil {
		told = Told{}
		err = json.Unmarshal(data, &told)
	}
	if err != nil {
		t.Fatal(err)
	}
	change(&told)
	page, err := told.Page()
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// answer puts another answer to an exercise into a page.
func answer(t *Told, id, source string) {
	for _, g := range t.Given {
		for i, c := range g.Cells {
			if c.Answer == id {
				g.Cells[i].Source = source
			}
		}
	}
}

func TestWhatIsNotSoIsFound(t *testing.T) {
	t.Setenv(words.Variable, "en")
	told, _ := certify(t, done(t, words.English, "week2/sigmoid"), "A Learner")
	page := forged(t, told, func(t *Told) { // three notebooks do
		t.Given = slices.DeleteFunc(t.Given, func(g grade.Given) bool {
			return g.Name != "00-welcome" && g.Name != "week2-logistic-regression-cats" && g.Name != "week2-quiz"
		})
		t.Claims = slices.DeleteFunc(t.Claims, func(c Claim) bool {
			return !strings.HasPrefix(c.ID, "welcome/") && !strings.HasPrefix(c.ID, "week2/")
		})
	})
	told, _ = parse([]byte(page))
	if f, said := verified(t, page, asSolved(t)); !f.holds() || f.status() != nil || strings.Contains(said, "✗") || !strings.Contains(said, "claims a part") {
		t.Errorf("an honest page:\n%s", said)
	}
	for name, c := range map[string]struct{ page, want string }{
		"points of her own":        {forged(t, told, func(t *Told) { t.Claims[0].Points += 5 }), "✗ "},
		"an answer that is wrong":  {forged(t, told, func(t *Told) { answer(t, told.Claims[1].ID, "// nothing") }), "incorrect"},
		"a claim without answer":   {forged(t, told, func(t *Told) { t.Claims = append(t.Claims, Claim{"week2/sigmoid", 10}); answer(t, "week2/sigmoid", "") }), "incorrect"},
		"no answers":               {forged(t, told, func(t *Told) { t.Given = nil }), "no notebook in the page"},
		"an exercise of nobody's":  {forged(t, told, func(t *Told) { t.Claims = append(t.Claims, Claim{"week9/\x1b[31mcalm", 10}) }), "✗ not of this course: week9/calm"},
		"a notebook of nobody's":   {forged(t, told, func(t *Told) { t.Given = append(t.Given, grade.Given{Name: "../../evil", Lang: "en"}) }), "✗ not of this course: ../../evil"},
		"another notebook's name":  {forged(t, told, func(t *Told) { t.Given[0].Name = "week4-people" }), "no notebook in the page"},
		"another's claims":         {forged(t, told, func(t *Told) { t.Claims = t.Claims[:0] }), "claims nothing"},
		"what the eye sees":        {strings.Replace(page, "has solved", "has solved and invented", 1), "somebody has changed it"},
		"another version":          {forged(t, told, func(t *Told) { t.Version = "0.0.1" }), "All that the page claims"},
		"the data, seen by no one": {strings.Replace(page, `"version":"`, `"version":"9`, 1), "written it and this is"},
	} {
		f, said := verified(t, c.page, asSolved(t))
		if f.holds() != (name == "another version") || !strings.Contains(said, c.want) || strings.Contains(said, "\x1b") {
			t.Errorf("%s: holds %v, want %q in\n%s", name, f.holds(), c.want, said)
		}
	}
}

// The trials of a judge depend on all that was run before: so a first cell that nobody could know makes them fresh.
func TestTrialsAreFresh(t *testing.T) {
	given := grade.Given{Name: "00-welcome", Lang: words.English, Cells: []grade.Code{{Answer: "welcome/double", Source: "func double() {}"}}}
	told := Told{Claims: []Claim{{"welcome/double", 10}}, Given: []grade.Given{given}}
	seen := map[string]bool{}
	for range 3 {
		if _, err := told.grade(func(path string) grade.Result {
			run, _, err := grade.Read(path)
			if err != nil || len(run.Cells) != 2 || run.Cells[1] != given.Cells[0] || len(run.Cells[0].Source) < 20 || seen[run.Cells[0].Source] {
				t.Errorf("%v; what is run is %q", err, run.Cells)
			}
			seen[run.Cells[0].Source] = true
			return grade.Result{}
		}); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhatIsNoCertificateIsRefused(t *testing.T) {
	t.Setenv(words.Variable, "en")
	told, page := certify(t, done(t, words.English), "A Learner")
	dir := t.TempDir()
	at := strings.Index(page, sheet.Before) + len(sheet.Before)
	for name, text := range map[string]string{
		"nothing":         "",
		"another page":    "<!DOCTYPE html><title>mine</title>",
		"cut short":       page[:at+1000],
		"broken JSON":     page[:at] + "{" + page[at:],
		"two of them":     strings.Replace(page, "</body>", sheet.Before+"{}"+sheet.After+"</body>", 1),
		"more keys":       strings.Replace(page, `{"version"`, `{"more":1,"version"`, 1),
		"more behind":     page[:at] + `{"lang":"en"}{}` + sheet.After,
		"depth":           page[:at] + strings.Repeat("[", 1<<20) + sheet.After,
		"no language":     forged(t, told, func(t *Told) { t.Lang = `"><script>` }),
		"a notebook's":    forged(t, told, func(t *Told) { t.Given[0].Lang = "xx" }),
		"a notebook more": forged(t, told, func(t *Told) { t.Given = append(t.Given, t.Given[0]) }),
		"a claim more":    forged(t, told, func(t *Told) { t.Claims = append(t.Claims, t.Claims[0]) }),
		"less than none":  forged(t, told, func(t *Told) { t.Claims[0].Points = -1 }),
		"a day":           forged(t, told, func(t *Told) { t.Last = "2026-02-31" }),
		"a long name":     forged(t, told, func(t *Told) { t.Name = strings.Repeat("a", longestName+1) }),
		"no plain name":   forged(t, told, func(t *Told) { t.Name = "a\x1b[31m" }),
	} {
		path := filepath.Join(dir, "page.html")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		refused(t, name, path)
	}
	huge := filepath.Join(dir, "huge.html")
	if err := os.WriteFile(huge, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(huge, 1<<40); err != nil {
		t.Fatal(err)
	}
	refused(t, "a huge file", huge)
	refused(t, "a folder", dir)
	refused(t, "no file", filepath.Join(dir, "none"))
}

// refused wants verify to end with status 2 before it sets anything up.
func refused(t *testing.T, name, path string) {
	t.Helper()
	err := (&Verify{File: path}).Run()
	if status, ok := err.(grade.Status); !ok || status.Code != 2 || !strings.Contains(err.Error(), filepath.Base(path)) {
		t.Errorf("%s: %v; want status 2 and the file's name", name, err)
	}
}

// TestTheRealKernelVerifies has a page with one notebook graded as verify does it, right and wrong.
func TestTheRealKernelVerifies(t *testing.T) {
	t.Setenv(words.Variable, "en")
	g := grade.Grader{Place: needs.SetUp(t), Timeout: 10 * time.Minute, Memory: "2GB", Open: !walls.Why().Empty()}
	g, end, err := g.Stocked()
	if err != nil {
		t.Fatal(err)
	}
	defer end()
	told, _ := certify(t, done(t, words.English), "A Learner")
	welcome := func(t *Told) {
		t.Claims, t.Given = t.Claims[:len(grade.Checked(notebook.All[0]))], t.Given[:1]
	}
	wrong := func(t *Told) {
		welcome(t)
		for i, c := range t.Given[0].Cells {
			if c.Answer != "" {
				t.Given[0].Cells[i].Source = strings.ReplaceAll(c.Source, "return ", "return -")
			}
		}
	}
	for name, change := range map[string]func(*Told){"right": welcome, "wrong": wrong} {
		var notes []string
		f, said := verified(t, forged(t, told, change), func(path string) grade.Result {
			r := g.Grade(context.Background(), path)
			notes = append(notes, r.Notes...)
			return r
		})
		if f.holds() != (name == "right") || len(f.parts) != 1 || f.fault || len(f.notes)+len(notes) > 0 {
			t.Errorf("%s: %q\n%s", name, notes, said)
		}
	}
}

// FuzzParse reads pages that may be anything: none breaks the reader, and what it takes is shown and read as the same again.
func FuzzParse(f *testing.F) {
	page, err := Told{Version: "1", Lang: words.English, Name: "A Learner", First: "2026-01-01", Last: "2026-01-02", Claims: []Claim{{"week2/sigmoid", 10}},
		Network: &Network{Kinds: []words.Text{words.T("cat", "猫"), words.T("dog", "犬")}, Learned: 1, Tested: 1},
		Given:   []grade.Given{{Name: "week2-quiz", Lang: words.Japanese, Cells: []grade.Code{{Answer: "week2/quiz/1", Source: "var answer1 = \"a\"\n"}}}}}.Page()
	if err != nil {
		f.Fatal(err)
	}
	at := strings.Index(page, sheet.Before)
	f.Add([]byte(page[at:]))
	f.Add([]byte(sheet.Before + `{"lang":"ja"}` + sheet.After))
	f.Add([]byte(sheet.Before + `{"lang":"en","network":{"kinds":[null,{}],"tested":-1},"given":[{"cells":null}]}` + sheet.After))
	f.Add([]byte(sheet.Before + sheet.Before + sheet.After))
	k, err := badge.New("A Teacher")
	if err != nil {
		f.Fatal(err)
	}
	seal, err := k.Sign(Told{Lang: words.English}.award(true), said([]byte(page)))
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(beforeSeal + seal + sheet.After + page[at:]))
	f.Fuzz(func(t *testing.T, data []byte) {
		told, why := parse(data)
		if !why.Empty() {
			return
		}
		page, err := told.Page()
		if err != nil {
			t.Fatal(err)
		}
		again, why := parse([]byte(page))
		if !why.Empty() {
			t.Fatal(why)
		}
		if !again.shows([]byte(page)) {
			t.Fatal("it shows something else than it says")
		}
	})
}
