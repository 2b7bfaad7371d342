package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"nekonote/lessons/notebook"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

const mistaken = "the sum is not divided by m"

// sample is the table of a class of forty: learner i has done the first i % 9 exercises of week 2, and stands at the next with a
// known mistake.
func sample(t *testing.T, dir string) []string {
	t.Helper()
	var lesson notebook.Lesson
	for _, l := range notebook.All {
		if l.Name == "week2-logistic-regression-cats" {
			lesson = l
		}
	}
	var parts []string
	for part := range 4 {
		var out bytes.Buffer
		w := csv.NewWriter(&out)
		_ = w.Write(strings.Split(columns, ","))
		for i := part * 10; i < part*10+10; i++ {
			for j, info := range infos(lesson) {
				r := row{outcome: verdict.NotAttempted}
				switch {
				case j < i%9:
					r = row{outcome: verdict.Correct, points: info.Points}
				case j == i%9:
					r = row{outcome: verdict.Almost, says: mistaken}
				}
				_ = w.Write([]string{fmt.Sprintf("Learner %02d", i), lesson.Name, info.ID, string(r.outcome), strconv.Itoa(r.points), strconv.Itoa(info.Points), r.says})
			}
		}
		if part == 3 {
			_ = w.Write([]string{"<script>", "essay", "", "not run", "0", "0", "Learner 07, essay.ipynb is not a notebook of this course"})
		}
		w.Flush()
		path := filepath.Join(dir, fmt.Sprintf("part-%d.csv", part+1))
		if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		parts = append(parts, out.String())
	}
	return parts
}

func TestCount(t *testing.T) {
	dir := t.TempDir()
	parts := sample(t, dir)
	rows, err := read(dir, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	c := count(rows)
	if c.Students != 41 || len(c.Books) != 1 || len(c.Unread) != 1 {
		t.Fatalf("%d learners, %d notebooks, %d unread", c.Students, len(c.Books), len(c.Unread))
	}
	b := c.Books[0]
	if len(b.Students) != 40 || b.Max != 100 || len(b.Exercises) != 8 || b.Exercises[0].Here != 5 || !b.Exercises[0].Holds || b.Exercises[1].Counts[verdict.Correct] != 30 {
		t.Errorf("%+v", b)
	}
	if len(b.Mistakes) != 8 || b.Mistakes[0].Count != 5 || b.Mistakes[0].Says != mistaken {
		t.Errorf("%+v", b.Mistakes)
	}
	// The parts joined by hand are the same.
	joined := filepath.Join(t.TempDir(), "all.csv")
	if err := os.WriteFile(joined, []byte(strings.Join(parts, "")), 0o600); err != nil {
		t.Fatal(err)
	}
	again, err := read(joined, io.Discard)
	if err != nil || len(again) != len(rows) {
		t.Errorf("%d rows of %d: %v", len(again), len(rows), err)
	}
}

// The page names nobody unless it is asked to, and what learners wrote is text in it.
func TestPage(t *testing.T) {
	dir := t.TempDir()
	sample(t, dir)
	for _, lang := range words.Langs {
		t.Setenv(words.Variable, string(lang))
		for _, names := range []bool{false, true} {
			if err := (&Command{Dir: dir, Names: names}).Run(); err != nil {
				t.Fatal(err)
			}
			text, err := os.ReadFile(filepath.Join(dir, "report.html"))
			if err != nil {
				t.Fatal(err)
			}
			page := string(text)
			if strings.Contains(page, "Learner 07") != names {
				t.Errorf("names asked for: %v; a name stands there: %v", names, !names)
			}
			for _, want := range []string{sayTitle.In(lang), mistaken, sayHold.Fill(5).In(lang)} {
				if !strings.Contains(page, want) {
					t.Errorf("%s: no %q", lang, want)
				}
			}
			if strings.Contains(page, "<script") {
				t.Error("a learner's name is part of the page")
			}
			if keep := os.Getenv("NEKONOTE_KEEP_REPORT"); keep != "" {
				_ = os.WriteFile(filepath.Join(keep, fmt.Sprintf("report-%s-%v.html", lang, names)), text, 0o600)
			}
		}
	}
}

func TestForeignFilesAreNamed(t *testing.T) {
	dir := t.TempDir()
	if _, err := read(dir, io.Discard); err == nil || !strings.Contains(err.Error(), "grade --csv") {
		t.Errorf("an empty folder: %v", err)
	}
	path := filepath.Join(dir, "x.csv")
	if err := os.WriteFile(path, []byte("a,b\n1,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := read(path, io.Discard); err == nil || !strings.Contains(err.Error(), "x.csv") {
		t.Errorf("another table: %v", err)
	}
}

// What lies beside the tables is left out, and said: a part that is damaged is not missed in silence.
func TestADamagedPartIsNamed(t *testing.T) {
	dir := t.TempDir()
	parts := sample(t, dir)
	if err := os.WriteFile(filepath.Join(dir, "part-2.csv"), []byte(parts[1]+"Learner 19,\"cut"), 0o600); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	rows, err := read(dir, &said)
	if err != nil || count(rows).Students != 31 || !strings.Contains(said.String(), "part-2.csv") {
		t.Errorf("%d learners, %v, said %q", count(rows).Students, err, said.String())
	}
}

// A table that a spreadsheet has saved is the same table, whatever it has made of letters and columns.
func TestTablesOfASpreadsheet(t *testing.T) {
	const lines = columns + "\n花子,week2,week2/sigmoid,almost,0,10,符号が逆です\n"
	sjis, err := japanese.ShiftJIS.NewEncoder().String(lines)
	if err != nil {
		t.Fatal(err)
	}
	tabs, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.ReplaceAll(lines, ",", "\t"))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"as written": lines, "mark": "\ufeff" + lines, "semicolons": strings.ReplaceAll(lines, ",", ";"), "Windows lines": strings.ReplaceAll(lines, "\n", "\r\n"),
		"Shift JIS": sjis, "UTF-16 and tabs": tabs,
	} {
		path := filepath.Join(t.TempDir(), "grades.csv")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		rows, err := read(path, io.Discard)
		if err != nil || len(rows) != 1 || rows[0].student != "花子" || rows[0].says != "符号が逆です" {
			t.Errorf("%s: %+v, %v", name, rows, err)
		}
	}
}
