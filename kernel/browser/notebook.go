package browser

import (
	"fmt"
	"strings"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// OpenNotebook opens a notebook with a double click in the file browser and waits until its kernel is ready.
func (p *Page) OpenNotebook(file string) {
	p.t.Helper()
	item := fmt.Sprintf(`[...document.querySelectorAll('.jp-DirListing-item')].find(
		e => e.querySelector('.jp-DirListing-itemText').textContent.trim() === %s)`, quote(file))
	tab := fmt.Sprintf(`!![...document.querySelectorAll('#jp-main-dock-panel .lm-TabBar-tab.lm-mod-current .lm-TabBar-tabLabel')].some(
		e => e.textContent.trim() === %s)`, quote(file)) // as it is, where its title is seen instead
	// While JupyterLab still opens another notebook, the list moves and that one comes to the front: click again, as one would.
	for late := time.Now().Add(Patience); !Eval[bool](p, tab) && time.Now().Before(late); time.Sleep(5 * time.Second) {
		if !Eval[bool](p, item+`?.checkVisibility() ?? false`) { // the course's own panel is in front, or the side bar is closed
			p.Click("the file browser's tab", `document.querySelector('.lm-TabBar-tab[data-id="filebrowser"]')`)
			time.Sleep(time.Second)
		}
		at := p.middle(file+" in the file browser", item)
		p.do("double click on "+file, chromedp.MouseClickXY(at.X, at.Y), chromedp.MouseClickXY(at.X, at.Y, chromedp.ClickCount(2)))
	}
	p.Until(file+" open with an idle kernel", fmt.Sprintf(
		`%s && document.querySelector(%s) && document.querySelector(%s)?.innerText.includes('Go (') && document.querySelector(%s)`, tab,
		quote(panel+" .jp-Cell"), quote(panel+" .jp-KernelName"), quote(panel+` .jp-Notebook-ExecutionIndicator[data-status="idle"]`)))
}

// panel is the notebook that is seen.
const panel = ".jp-NotebookPanel:not(.lm-mod-hidden)"

// running is the JavaScript expression of whether a cell runs or waits for its turn.
var running = fmt.Sprintf(`[...document.querySelectorAll(%s)].some(e => e.innerText.includes('*'))`, quote(panel+" .jp-InputPrompt"))

// cell is the JavaScript expression of the code cell that holds a text.
func cell(text string) string {
	return fmt.Sprintf(`[...document.querySelectorAll(%s)].find(c => c.querySelector('.cm-content')?.innerText.includes(%s))`,
		quote(panel+" .jp-CodeCell"), quote(text))
}

// Type replaces the code of the cell that holds a text, as by select-all and typing.
func (p *Page) Type(text, code string) {
	p.t.Helper()
	at := p.middle("the cell with "+text, cell(text)+`?.querySelector('.cm-content')`)
	p.do("type into "+text, chromedp.MouseClickXY(at.X, at.Y), press("a", kb.ModifierCtrl), insert(code))
	p.Until("what was typed into "+text, cell(strings.SplitN(code, "\n", 2)[0]))
}

// Run runs the cell that holds a text with Shift+Enter and returns its output's words once it has ended.
func (p *Page) Run(text string) string {
	p.t.Helper()
	prompt := cell(text) + `?.querySelector('.jp-InputPrompt')?.innerText`
	p.Until("the end of what runs", "!"+running) // an answer's check runs behind it
	at := p.middle("the cell with "+text, cell(text)+`?.querySelector('.cm-content')`)
	before := Eval[string](p, prompt)
	p.do("run "+text, chromedp.MouseClickXY(at.X, at.Y), press(kb.Enter, kb.ModifierShift))
	p.Until("the end of "+text, fmt.Sprintf(`(s => s !== %s && /[0-9]/.test(s))(%s)`, quote(before), prompt))
	return p.Output(text)
}

// ShiftEnter presses Shift+Enter in the cell that holds a text, and waits for nothing.
func (p *Page) ShiftEnter(text string) {
	p.t.Helper()
	at := p.middle("the cell with "+text, cell(text)+`?.querySelector('.cm-content')`)
	p.do("run "+text, chromedp.MouseClickXY(at.X, at.Y), press(kb.Enter, kb.ModifierShift))
}

// Code is what stands in the cell that holds a text.
func (p *Page) Code(text string) string {
	p.t.Helper()
	return Eval[string](p, cell(text)+`?.querySelector('.cm-content')?.innerText ?? ''`)
}

// Output is the words of the output of the cell that holds a text.
func (p *Page) Output(text string) string {
	p.t.Helper()
	return Eval[string](p, cell(text)+`?.querySelector('.jp-OutputArea')?.innerText ?? ''`)
}

// Descriptions are what the figures in the output of the cell that holds a text say to who cannot see them.
func (p *Page) Descriptions(text string) []string {
	p.t.Helper()
	return Eval[[]string](p, fmt.Sprintf(`[...%s.querySelectorAll('.jp-OutputArea [role=img]')].map(e => e.getAttribute('aria-label'))`,
		cell(text)))
}

// Show scrolls to the output of the cell that holds a text.
func (p *Page) Show(text string) {
	p.t.Helper()
	p.middle("the output of "+text, cell(text)+`?.querySelector('.jp-OutputArea')`)
}
