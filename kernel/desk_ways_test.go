package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"nekonote/kernel/browser"
	"nekonote/kernel/lab"
	"nekonote/lessons/own/share"
	"nekonote/nn"
	"nekonote/nn/words"
)

// noBarriers has axe look at the page.
func noBarriers(t *testing.T, page *browser.Page, beside, where string) {
	page.Until("every cell has its name", fmt.Sprintf(`[...document.querySelectorAll('%s .cm-content')].every(e => e.ariaLabel)`, front))
	for _, found := range page.Barriers(beside) {
		t.Errorf("%s: axe finds %s", where, found)
	}
}

// networkKept keeps a network in her folder, as own.Share does.
func networkKept(t *testing.T, dir string) {
	var saved bytes.Buffer
	if err := nn.Write(&saved, nn.NewClassifier(8*8*3, 2)); err != nil {
		t.Fatal(err)
	}
	c := share.Classifier{Kinds: []words.Text{words.T("tea", "お茶"), words.T("coffee", "コーヒー")}, Learned: []int{4, 4}, Tested: []int{2, 2}, Wrong: []int{1, 1}, Squares: 8, Network: saved.Bytes()}
	if err := c.Keep(dir); err != nil {
		t.Fatal(err)
	}
}

// pageToShow clicks for the page with her network inside, and reads what opens.
func pageToShow(t *testing.T, page *browser.Page) {
	browser.Eval[bool](page, `(window.open = url => { fetch(url).then(r => r.text()).then(text => { window.opened = text; }); }, true)`)
	page.Click("the page to show", `[...document.querySelectorAll('.nk-course .nk-show')].find(b => b.checkVisibility() && b.textContent.includes('A page to show'))`)
	page.Until("the page opens", `window.opened?.includes('Nekonote, a page to show') && window.opened.includes('coffee')`)
	page.Until("it is said where it is", `document.querySelector('.nk-showed').innerText.includes('my-network.html')`)
}

// missed leaves the page while a cell runs, and comes back when it has finished.
func missed(t *testing.T, page *browser.Page, url string) {
	const code = "import \"time\"\n\nfor i := range 3 {\n\ttime.Sleep(time.Second)\n\tfmt.Println(\"while away\", i)\n}"
	page.Type("Hello! 6 times 7", code)
	page.Key("s", kb.ModifierCtrl)
	page.Until("saved", `!document.querySelector('.lm-TabBar-tab.lm-mod-current.jp-mod-dirty')`)
	page.ShiftEnter("while away")
	page.UntilOutput("while away", "while away 0")
	page.Go("about:blank")
	page.Go(url)
	page.UntilLab()
	page.Until("what the cell showed meanwhile", fmt.Sprintf(`[...document.querySelectorAll('%s .jp-CodeCell')].some(
		c => c.innerText.includes('while away 2') && c.querySelector('.nk-news')?.innerText.includes('finished at'))`, front))
	page.Screenshot("desk-8-missed")
}

// export opens what File > Save and Export > HTML writes, which must fetch nothing.
func export(t *testing.T, page *browser.Page, url string) {
	at, token, _ := strings.Cut(url, "?")
	at = at[:strings.Index(at, "/lab/")]
	page.Go(at + "/nbconvert/html/week2-logistic-regression-cats.ipynb?download=false&" + token)
	page.Until("the formulas", `document.querySelectorAll('math').length > 20`)
	if fetched := browser.Eval[[]string](page, `performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith('data:'))`); len(fetched) > 0 {
		t.Errorf("the export fetches %q", fetched)
	}
	if left := browser.Eval[string](page, `/\$\$|\\(frac|sum|cdot)/.exec(document.body.innerText)?.[0] ?? ''`); left != "" {
		t.Errorf("the export shows a formula as TeX: %s", left)
	}
	browser.Eval[bool](page, `(document.querySelectorAll('math')[12].scrollIntoView(), true)`)
	page.Screenshot("desk-9-export")
}

// dark makes the theme dark for pages that are opened from now on.
func dark(t *testing.T, private string) {
	file := filepath.Join(private, "settings", "@jupyterlab", "apputils-extension", "themes.jupyterlab-settings")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(`{"theme": "JupyterLab Dark"}`), 0o600); err != nil {
		t.Fatal(err)
	}
}

// byKeyboard answers, asks for help and goes on to the next exercise without a mouse, from the answer's cell on.
func byKeyboard(t *testing.T, page *browser.Page) {
	page.Key(kb.Enter)
	page.Until("the cursor in the answer", `document.activeElement?.closest('.nk-answer .cm-content')`)
	page.Key("a", kb.ModifierCtrl)
	page.Insert("func double(x float64) (y float64) {\n\treturn x + 3\n}")
	page.Key(kb.Enter, kb.ModifierShift)
	page.UntilOutput("welcome.Double.Check(", "点中")
	page.Until("the cursor at the verdict", fmt.Sprintf(`document.querySelector('%s .jp-mod-active.nk-check')`, front))
	page.TabTo("the button for hints", `e.matches('.nk-help button') && e.textContent.includes('ヒント')`)
	page.Key(kb.Enter)
	page.UntilOutput("welcome.Double.Check(", "ヒント")
	page.TabTo("the button for the next exercise", `e.matches('.nk-button-next')`)
	page.Screenshot("desk-10-dark")
	page.Key(kb.Enter)
	page.Until("the next notebook", fmt.Sprintf(`document.querySelector('%s.nk-notebook .jp-mod-active.nk-answer') && !document.querySelector('%[1]s .jp-mod-active.nk-answer')?.innerText.includes('double')`, front))
}

// notebook7 does a part of it once more where there is no dock of panels: each notebook is a page of its own.
func notebook7(t *testing.T, page *browser.Page, options lab.Options) {
	server, err := lab.Start(options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Stop)
	at, token, _ := strings.Cut(server.URL, "?")
	page.Go(at[:strings.Index(at, "/notebooks/")] + "/notebooks/00-welcome.ipynb?" + token)
	page.Until("a check's buttons", `[...document.querySelectorAll('.nk-help')].some(e => !e.hidden)`)
	page.Until("the page is there", `!document.querySelector('#jupyterlab-splash')`)
	page.Type("func double(", "func double(x float64) (y float64) {\n\treturn x + x\n}")
	page.ShiftEnter("func double(")
	page.UntilOutput("welcome.Double.Check(", "10 of 10 points")
	page.Click("the next hint", fmt.Sprintf(`document.querySelector('%s .nk-help:not([hidden]) .nk-button')`, front))
	page.UntilOutput("welcome.Double.Check(", "int ")
	page.Screenshot("desk-11-notebook7")
	if !browser.Eval[bool](page, `!!document.querySelector('.nk-course .nk-exercise')`) {
		t.Error("the course's panel is not there in Notebook 7")
	}
}
