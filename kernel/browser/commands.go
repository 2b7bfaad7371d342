package browser

import (
	"fmt"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// RunAll chooses Run All Cells from the menu.
func (p *Page) RunAll() {
	p.t.Helper()
	p.menu("runmenu:run-all")
}

// menu clicks on the entry, in whichever menu it is, that carries out a command of JupyterLab's.
func (p *Page) menu(command string) {
	p.t.Helper()
	items := `[...document.querySelectorAll('.lm-Menu-item')].find(e => e.dataset.command === ` + quote(command) + `)`
	for _, title := range Eval[[]point](p, `[...document.querySelectorAll('#jp-MainMenu .lm-MenuBar-item')].map(
			e => { const r = e.getBoundingClientRect(); return {X: r.x + r.width / 2, Y: r.y + r.height / 2} })`) {
		p.do("open a menu", chromedp.MouseClickXY(title.X, title.Y))
		time.Sleep(200 * time.Millisecond)
		if Eval[bool](p, "!!("+items+")") {
			at := p.middle(command, items)
			// A menu looks at which entry the mouse is over.
			p.do(command, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at.X-5, at.Y),
				chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at.X, at.Y), chromedp.MouseClickXY(at.X, at.Y))
			return
		}
		p.do("close the menu", press(kb.Escape))
	}
	p.fail(command, "no menu has it")
}

// Begin runs the cell that holds a text with Shift+Enter and waits until it is under way.
func (p *Page) Begin(text string) {
	p.t.Helper()
	at := p.middle("the cell with "+text, cell(text)+`?.querySelector('.cm-content')`)
	p.do("run "+text, chromedp.MouseClickXY(at.X, at.Y), press(kb.Enter, kb.ModifierShift))
	p.Until(text+" under way", cell(text)+`?.querySelector('.jp-InputPrompt')?.innerText.includes('*')`)
}

// Stop clicks on the toolbar's Stop.
func (p *Page) Stop() {
	p.t.Helper()
	at := p.middle("the Stop button", fmt.Sprintf(`document.querySelector(%s)`, quote(panel+` [data-command="notebook:interrupt-kernel"]`)))
	p.do("stop", chromedp.MouseClickXY(at.X, at.Y))
}

// Prompt is what stands in front of the cell that holds a text, as [3]:.
func (p *Page) Prompt(text string) string {
	p.t.Helper()
	return Eval[string](p, cell(text)+`?.querySelector('.jp-InputPrompt')?.innerText ?? ''`)
}

// UntilOutput waits until the output of the cell that holds a text has certain words.
func (p *Page) UntilOutput(text, words string) {
	p.t.Helper()
	p.Until(words+" below "+text, cell(text)+`?.querySelector('.jp-OutputArea')?.innerText.includes(`+quote(words)+`)`)
}

// Complete presses Tab behind the last character of the cell that holds a text and returns what is offered. Of a single
// completion nothing would be seen: JupyterLab takes it at once.
func (p *Page) Complete(text string) []string {
	p.t.Helper()
	at := p.middle("the cell with "+text, cell(text)+`?.querySelector('.cm-content')`)
	p.do("complete "+text, chromedp.MouseClickXY(at.X, at.Y), press(kb.End, kb.ModifierCtrl), press(kb.Tab))
	const items = `[...document.querySelectorAll('.jp-Completer:not(.lm-mod-hidden) .jp-Completer-item')]`
	p.Until("completions of "+text, items+`.length > 0`)
	defer p.do("close the completions", press(kb.Escape))
	return Eval[[]string](p, items+`.map(e => e.innerText.trim())`)
}

// Inspect presses Shift+Tab behind the last character of the cell that holds a text and returns what the tooltip says.
func (p *Page) Inspect(text string) string {
	p.t.Helper()
	at := p.middle("the cell with "+text, cell(text)+`?.querySelector('.cm-content')`)
	p.do("inspect "+text, chromedp.MouseClickXY(at.X, at.Y), press(kb.End, kb.ModifierCtrl), press(kb.Tab, kb.ModifierShift))
	p.Until("the tooltip of "+text, `document.querySelector('.jp-Tooltip')?.innerText`)
	return Eval[string](p, `document.querySelector('.jp-Tooltip').innerText`)
}

// Click clicks on what a JavaScript expression yields.
func (p *Page) Click(what, element string) {
	p.t.Helper()
	at := p.middle(what, element)
	p.do("click on "+what, chromedp.MouseClickXY(at.X, at.Y))
}
