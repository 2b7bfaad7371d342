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

// TestTheDeskInTheBrowser is an hour of a learner with buttons, panels and keys alone, in one browser: first in JupyterLab, in both
// languages and both themes, then in Notebook 7.
func TestTheDeskInTheBrowser(t *testing.T) {
	t.Parallel()
	place := needs.SetUp(t)
	needs.Chromium(t)
	beside := browser.Beside(t, place)
	dir := t.TempDir()
	options := lab.Options{
		Place: place, Dir: filepath.Join(dir, "notebooks"), Private: filepath.Join(dir, "jupyter"), Lang: words.English,
	}
	networkKept(t, options.Dir)
	server, err := lab.Start(options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Stop)
	page := browser.Open(t, server.URL)
	page.Until("the panel", `document.querySelector('.nk-course .nk-exercise')`)
	pageToShow(t, page)
	helpAndVerdicts(t, page)
	noBarriers(t, page, beside, "English, light")
	launcher(t, page)
	oneRun(t, page, options.Private)
	missed(t, page, server.URL)
	bothRuns(t, page)
	quiz(t, page)
	number(page)
	noBarriers(t, page, beside, "a quiz")
	links(page)
	export(t, page, server.URL)
	page.Go(server.URL)
	page.UntilLab()
	page.Until("the panel", `document.querySelector('.nk-course .nk-exercise')`)
	twin(t, page)
	noBarriers(t, page, beside, "Japanese, light")
	page.Click("English", `document.querySelector('.nk-course button[lang="en"]')`)
	page.Until("the English course", `document.querySelector('.nk-course[lang="en"]')`)
	dark(t, options.Private)
	page.Go(server.URL)
	page.UntilLab()
	page.Until("the dark theme", `document.body.dataset.jpThemeLight === 'false'`)
	page.Until("the panel", `document.querySelector('.nk-course .nk-exercise')`)
	welcomeInFront(page)
	noBarriers(t, page, beside, "English, dark")
	twin(t, page)
	byKeyboard(t, page)
	noBarriers(t, page, beside, "Japanese, dark")
	server.Stop()
	options.Notebook7 = beside
	notebook7(t, page, options)
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
	page.Until("the exercise in front", fmt.Sprintf(`document.querySelector('%s .jp-Cell.jp-mod-active')?.innerText.includes(%q)`, front, answer)) // it scrolls there
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

// welcomeInFront waits until the panel of a page that was opened anew knows what is in front, which may be another notebook at
// first, and moves no more.
func welcomeInFront(page *browser.Page) {
	page.Until("the English welcome", fmt.Sprintf(`document.querySelector('%s.nk-notebook .jp-Notebook[lang="en"]') && document.querySelector('.nk-course[lang="en"]')`, front))
	page.Until("the welcome in front", `document.querySelector('.nk-week:has([data-name="00-welcome"][aria-current]) details[open]')`)
	page.Until("its buttons", fmt.Sprintf(`[...document.querySelectorAll('%s .nk-help')].some(e => !e.hidden)`, front))
}

func quiz(t *testing.T, page *browser.Page) {
	welcomeInFront(page)
	page.Click("the quiz's week", `document.querySelector('.nk-week:has([data-name="week1-quiz"]) summary')`)
	page.Click("a question", `document.querySelector('details[open] [data-id="week1/quiz/5"]')`)
	page.Until("options", fmt.Sprintf(`document.querySelector('%s .nk-option')`, front))
	page.Screenshot("desk-5-quiz")
	page.Click("an option", fmt.Sprintf(`document.querySelector('%s .nk-option')`, front))
	page.Until("the question asked anew", fmt.Sprintf(`document.querySelector('%s .nk-quiz legend:not(.nk-unseen)')`, front))
	page.Until("the panel follows", outcome("week1/quiz/5", "incorrect"))
	page.Click("the right one", fmt.Sprintf(`[...document.querySelectorAll('%s .nk-option')].find(e => e.innerText.includes('12289'))`, front))
	page.Until("the panel follows", outcome("week1/quiz/5", "correct"))
	if !browser.Eval[bool](page, fmt.Sprintf(`[...document.querySelectorAll('%s .nk-quiz legend')].some(e => e.checkVisibility() && e.innerText.includes('12288'))`, front)) {
		t.Error("the question that was asked anew is gone when it is answered right")
	}
	page.Screenshot("desk-6-answered")
}

// twin has the welcome opened in Japanese, at the exercise that is in front.
func twin(t *testing.T, page *browser.Page) {
	welcomeInFront(page)
	page.Click("the exercise in the panel", `document.querySelector('details[open] [data-id="welcome/double"]')`)
	page.Until("the welcome", fmt.Sprintf(`document.querySelector('%s .jp-mod-active.nk-answer')`, front))
	page.Click("Japanese", `document.querySelector('.nk-course button[lang="ja"]')`)
	page.Until("the twin", `document.querySelector('.nk-course[lang="ja"]')`)
	page.Until("its exercise", fmt.Sprintf(`document.querySelector('%s .nk-notebook [lang="ja"] .jp-mod-active.nk-answer, %[1]s.nk-notebook [lang="ja"] .jp-mod-active.nk-answer')`, front))
	page.Screenshot("desk-7-japanese")
}
