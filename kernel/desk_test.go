package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/kernel/browser"
	"nekonote/kernel/lab"
	"nekonote/kernel/needs"
	"nekonote/nn/words"
)

// front is the notebook in front, as a CSS selector.
const front = ".jp-NotebookPanel:not(.lm-mod-hidden)"

// TestTheDeskInTheBrowser does what a learner does with buttons and panels alone, in one JupyterLab.
func TestTheDeskInTheBrowser(t *testing.T) {
	place := needs.SetUp(t)
	needs.Chromium(t)
	dir := t.TempDir()
	server, err := lab.Start(lab.Options{
		Place: place, Dir: filepath.Join(dir, "notebooks"), Private: filepath.Join(dir, "jupyter"), Lang: words.English,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Stop)
	page := browser.Open(t, server.URL)
	page.Until("the panel", `document.querySelector('.nk-course .nk-exercise')`)
	helpAndVerdicts(t, page)
	quiz(t, page)
	twin(t, page)
}

// press clicks on the button of a label in the notebook in front.
func press(page *browser.Page, label string) {
	page.Click(label, fmt.Sprintf(`[...document.querySelectorAll('%s .nk-button')].find(b => b.checkVisibility() && b.textContent === %q)`, front, label))
}

// outcome is the panel's word for an exercise.
func outcome(id, want string) string {
	return fmt.Sprintf(`document.querySelector('[data-id="%s"]')?.dataset.outcome === %q`, id, want)
}

func helpAndVerdicts(t *testing.T, page *browser.Page) {
	page.Click("the exercise in the panel", `document.querySelector('details[open] [data-id="welcome/double"]')`)
	const answer, check = "func double(", "welcome.Double.Check("
	press(page, "Hint")
	page.UntilOutput(check, "Hint 1 of 3")
	press(page, "Solution")
	page.UntilOutput(check, "First try it yourself")
	page.Screenshot("desk-1-help")

	// One gesture: the answer and its check.
	page.Type(answer, "func double(x float64) (y float64) {\n\treturn x * x\n}")
	page.ShiftEnter(answer)
	page.UntilOutput(check, "of 10 points")
	page.Until("the panel follows", outcome("welcome/double", "almost")+"||"+outcome("welcome/double", "incorrect"))
	if !browser.Eval[bool](page, fmt.Sprintf(`document.querySelector('%s .jp-Cell.jp-mod-active .nk-help') !== null`, front)) {
		t.Error("the cursor is not where the verdict is")
	}
	page.Screenshot("desk-2-wrong")
	press(page, "Solution")
	page.UntilOutput(check, "2 * x")

	press(page, "Start afresh")
	page.Until("the fresh skeleton", fmt.Sprintf(`document.querySelector('%s .nk-said')?.textContent.includes('is kept in')`, front))
	if code := page.Code(answer); !strings.Contains(code, "your code here") {
		t.Errorf("the answer's cell holds\n%s\nwant the skeleton", code)
	}
	page.Screenshot("desk-3-fresh")
	press(page, "Bring my text back")
	page.Until("her text", fmt.Sprintf(`[...document.querySelectorAll('%s .nk-answer')].some(c => c.innerText.includes('return x * x'))`, front))

	page.Type(answer, "func double(x float64) (y float64) {\n\treturn 2 * x\n}")
	page.ShiftEnter(answer)
	page.UntilOutput(check, "10 of 10 points")
	page.Until("the panel follows", outcome("welcome/double", "correct"))
	page.Screenshot("desk-4-right")
}

func quiz(t *testing.T, page *browser.Page) {
	page.Click("the quiz's week", `document.querySelector('.nk-week:has([data-name="week1-quiz"]) summary')`)
	page.Click("the quiz", `document.querySelector('details[open] [data-id="week1/quiz/1"]')`)
	page.Until("options", fmt.Sprintf(`document.querySelector('%s .nk-option')`, front))
	page.Screenshot("desk-5-quiz")
	page.Click("an option", fmt.Sprintf(`document.querySelector('%s .nk-option')`, front))
	page.Until("a verdict", fmt.Sprintf(`document.querySelector('%s [data-exercise="week1/quiz/1"]')`, front))
	page.Screenshot("desk-6-answered")
}

func twin(t *testing.T, page *browser.Page) {
	page.Click("Japanese", `document.querySelector('.nk-course button[lang="ja"]')`)
	page.Until("the twin", `document.querySelector('.nk-course[lang="ja"]')`)
	page.Until("the questions", fmt.Sprintf(`document.querySelector('%s .nk-quiz form[lang="ja"]')`, front))
	page.Screenshot("desk-7-japanese")
}
