package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"

	"nekonote/kernel/browser"
)

// number answers the first question, which wants a number: wrong by the Enter key, and right by the button.
func number(page *browser.Page) {
	const field = `[...document.querySelectorAll('` + front + ` .nk-quiz')].map(q => q.closest('.jp-Cell')).find(c => c.querySelector('.cm-content')?.innerText.includes('answer1 ='))?.querySelector('.nk-quiz input[type=text]')`
	page.Click("a question for a number", `document.querySelector('details[open] [data-id="week1/quiz/1"]')`)
	page.Click("the field", field)
	page.Insert("9")
	page.Key(kb.Enter)
	page.Until("the panel follows", outcome("week1/quiz/1", "almost")+"||"+outcome("week1/quiz/1", "incorrect"))
	page.Until("the question asked anew", field+`?.closest('form').textContent.includes('x=−2')`)
	page.Click("the field", field)
	page.Key("a", kb.ModifierCtrl)
	page.Insert("-4")
	page.Click("the button", field+`?.closest('form').querySelector('button[type=submit]')`)
	page.Until("the panel follows", outcome("week1/quiz/1", "correct"))
	page.Screenshot("desk-12-number")
}

const setting = `document.querySelector('.nk-course .nk-setting input')`

// oneRun has Shift+Enter run an answer alone from now on, and waits until that is kept.
func oneRun(t *testing.T, page *browser.Page, private string) {
	page.Click("the setting", setting)
	page.Until("the setting is off", `!`+setting+`.checked`)
	file := filepath.Join(private, "settings", "nekonote-desk", "plugin.jupyterlab-settings")
	for late := time.Now().Add(browser.Patience); ; time.Sleep(100 * time.Millisecond) {
		if kept, err := os.ReadFile(file); err == nil && strings.Contains(string(kept), `"check": false`) {
			return
		}
		if time.Now().After(late) {
			t.Fatal("the setting is not kept in ", file)
		}
	}
}

// bothRuns finds, on a page that was opened anew, that Shift+Enter still runs an answer alone; then has it run the check again.
func bothRuns(t *testing.T, page *browser.Page) {
	welcomeInFront(page)
	page.Until("the setting is still off", setting+`?.checked === false`)
	const answer, check, next = "func double(", "welcome.Double.Check(", "lessons.Progress("
	page.Run(answer)
	page.Run(next)
	var first, second int
	_, _ = fmt.Sscanf(page.Prompt(answer), "[%d]", &first)
	_, _ = fmt.Sscanf(page.Prompt(next), "[%d]", &second)
	if first == 0 || second != first+1 {
		t.Errorf("the answer ran as %d and the next cell as %d: something ran in between", first, second)
	}
	page.Click("the setting", setting)
	page.Until("the setting is on", setting+`.checked`)
	page.ShiftEnter(answer)
	page.Until("its check, too", fmt.Sprintf(`+/[0-9]+/.exec([...document.querySelectorAll('%s .jp-CodeCell')].find(c => c.querySelector('.cm-content')?.innerText.includes(%q))?.querySelector('.jp-InputPrompt')?.innerText) === %d`, front, check, second+2))
}

// links goes from the table of where she stands to an exercise that it names, in its notebook.
func links(page *browser.Page) {
	page.Click("the welcome in the panel", `document.querySelector('.nk-course [data-name="00-welcome"]')`)
	welcomeInFront(page)
	page.Run("lessons.Progress(")
	const link = `[...document.querySelectorAll('` + front + ` .jp-OutputArea details[open] td a')].at(-1)`
	page.Until("the table of where she stands", link)
	page.Click("the last exercise of the week that comes next", link)
	page.Until("its notebook in front", `(document.querySelector('.nk-course [data-name][aria-current]')?.dataset.name ?? '00-welcome') !== '00-welcome'`)
	const seen = `(r => r && r.top > 0 && r.bottom < innerHeight)([...document.querySelectorAll('` + front + ` .nk-answer')].at(-1)?.getBoundingClientRect())`
	page.Until("its answer", seen)
	page.Screenshot("desk-13-link")
}

// launcher opens the launcher: every kernel's name is whole on its card.
func launcher(t *testing.T, page *browser.Page) {
	page.Click("a new tab", `document.querySelector('#jp-main-dock-panel .lm-TabBar-addButton')`)
	const cards = `[...document.querySelectorAll('.jp-Launcher:not(.lm-mod-hidden) .jp-LauncherCard')].filter(c => c.innerText.includes('Go ('))`
	page.Until("the kernels' cards", cards+`.length >= 4`)
	page.Screenshot("desk-14-launcher")
	for _, cut := range browser.Eval[[]string](page, cards+`.map(c => c.querySelector('.jp-LauncherCard-label')).filter(
		l => [l, ...l.querySelectorAll('*')].some(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)).map(l => l.innerText)`) {
		t.Errorf("the launcher cuts %q", cut)
	}
	page.Click("the welcome's tab", `[...document.querySelectorAll('#jp-main-dock-panel .lm-TabBar-tab')].find(e => e.textContent.includes('00-welcome'))`)
	welcomeInFront(page)
}
