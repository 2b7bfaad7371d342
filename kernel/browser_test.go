package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nekonote/kernel/browser"
	"nekonote/kernel/lab"
	"nekonote/kernel/needs"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

const week2 = "week2-logistic-regression-cats"

// TestWeek2InTheBrowser does what a learner does first, in the real JupyterLab: she opens week 2 from the file browser,
// gets the sigmoid wrong, then right, solves the rest, trains, and has her network judge a picture. The rest is done in English:
// what the solved notebook says in each language is seen where it is executed.
func TestWeek2InTheBrowser(t *testing.T) {
	t.Parallel()
	place := needs.SetUp(t)
	needs.Chromium(t)
	menus := map[words.Lang][]string{
		words.English:  {"File", "Edit", "View", "Run", "Kernel"},
		words.Japanese: {"ファイル", "編集", "表示", "実行", "カーネル"},
	}
	wrong := words.T("the base of the power", "底が 2")
	right := words.T("✓ Correct", "✓ 正解")
	for _, lang := range words.Langs {
		t.Run(string(lang), func(t *testing.T) {
			dir := t.TempDir()
			server, err := lab.Start(lab.Options{
				Place: place, Dir: filepath.Join(dir, "notebooks"), Private: filepath.Join(dir, "jupyter"), Lang: lang,
			})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(server.Stop)
			page := browser.Open(t, server.URL)
			for _, menu := range menus[lang] {
				if !slices.ContainsFunc(page.Menus(), func(title string) bool { return strings.Contains(title, menu) }) {
					t.Errorf("the menus are %q; want %q among them", page.Menus(), menu)
				}
			}
			page.OpenNotebook(week2 + ".ipynb")
			page.Screenshot(string(lang) + "-1-opened")
			if questions := page.Questions(); len(questions) > 0 {
				t.Errorf("JupyterLab asks or tells before she has begun: %q", questions)
			}

			const answer, check = "func sigmoid(", "week2.Sigmoid.Check("
			page.Type(answer, sigmoidWith("math.Exp2"))
			page.Run(answer)
			if said := page.Run(check); !strings.Contains(strings.ToLower(said), wrong.In(lang)) || strings.Contains(said, right.In(lang)) {
				t.Errorf("the check of a wrong sigmoid says\n%s\nwant %q in it", said, wrong.In(lang))
			}
			page.Screenshot(string(lang) + "-2-wrong")
			page.Type(answer, sigmoidWith("math.Exp"))
			page.Run(answer)
			if said := page.Run(check); !strings.Contains(said, right.In(lang)) {
				t.Errorf("the check of a right sigmoid says\n%s\nwant %q in it", said, right.In(lang))
			}
			page.Screenshot(string(lang) + "-3-right")

			if lang == words.English {
				solveAndTrain(t, page, lang, right.In(lang))
			}
			if questions := page.Questions(); len(questions) > 0 {
				t.Errorf("JupyterLab asks or tells meanwhile: %q", questions)
			}
		})
	}
}

// solveAndTrain solves all exercises, and looks at what the training and the network of her own show.
func solveAndTrain(t *testing.T, page *browser.Page, lang words.Lang, right string) {
	t.Helper()
	solve(t, page, lang, right)
	const training, judging = "func classifier()", `judge("cat.png")`
	if said := page.Descriptions(training); !strings.Contains(strings.Join(said, "\n"), "0.693") {
		t.Errorf("the figures of the training say %q; want the cost curve, from 0.693 on", said)
	}
	for i, shown := range []string{training, judging} {
		page.Show(shown)
		page.Screenshot(fmt.Sprintf("%s-%d", lang, 4+i))
	}
}

// solve types the solution into every answer cell, in order, and runs every cell; each check must say right.
func solve(t *testing.T, page *browser.Page, lang words.Lang, right string) {
	t.Helper()
	book, err := notebook.All[slices.IndexFunc(notebook.All, func(l notebook.Lesson) bool { return l.Name == week2 })].Notebook(lang, true)
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, cell := range book.Cells {
		all.WriteString(string(cell.Source) + "\n")
	}
	for _, cell := range book.Cells {
		if cell.Type != "code" {
			continue
		}
		id, role := cell.Exercise()
		name := lineOf(string(cell.Source), all.String())
		if role == notebook.Answer {
			page.Type(name, string(cell.Source))
		}
		if said := page.Run(name); role == notebook.Check && !strings.Contains(said, right) {
			t.Errorf("the check of %s, solved, says\n%s\nwant %q in it", id, said, right)
		}
	}
}

// lineOf is a line of a cell that no other has, by which it is found: that of a function, which stays whatever is typed.
func lineOf(cell, all string) string {
	found := ""
	for line := range strings.SplitSeq(cell, "\n") {
		line = strings.TrimSpace(line)
		if strings.Count(all, line) != 1 {
			continue
		}
		if strings.HasPrefix(line, "func ") {
			return line
		}
		if found == "" {
			found = line
		}
	}
	return found
}

// sigmoidWith is an answer to the exercise, with the power as given.
func sigmoidWith(power string) string {
	return "func sigmoid(z nn.Matrix) (s nn.Matrix) {\n" +
		"\treturn z.Apply(func(x float64) float64 { return 1 / (1 + " + power + "(-x)) })\n}"
}
