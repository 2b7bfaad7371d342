package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nekonote/kernel/browser"
	"nekonote/kernel/lab"
	"nekonote/kernel/needs"
	"nekonote/nn/words"
)

// TestWeek2InTheBrowser does what a learner does first, in the real JupyterLab: she opens week 2 from the file browser,
// gets the sigmoid wrong, then right.
func TestWeek2InTheBrowser(t *testing.T) {
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
			page.OpenNotebook("week2-logistic-regression-cats.ipynb")
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
			if questions := page.Questions(); len(questions) > 0 {
				t.Errorf("JupyterLab asks or tells meanwhile: %q", questions)
			}
		})
	}
}

// sigmoidWith is an answer to the exercise, with the power as given.
func sigmoidWith(power string) string {
	return "func sigmoid(z nn.Matrix) nn.Matrix {\n" +
		"\treturn z.Apply(func(x float64) float64 { return 1 / (1 + " + power + "(-x)) })\n}"
}
