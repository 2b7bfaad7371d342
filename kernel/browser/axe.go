package browser

import (
	_ "embed"
	"os"
	"path/filepath"
	"testing"

	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

// beside are the programs that only these tests use, beside JupyterLab: Notebook 7, and axe, which finds what keeps people out of
// a page.
//
//go:embed requirements.txt
var beside []byte

// Beside returns the folder of their Python packages.
func Beside(t testing.TB, place setup.Place) string {
	t.Helper()
	folder, err := setup.Environment{
		Name: "browser", What: words.T("what looks at pages", "ページを調べるプログラム"), Requirements: beside, Beside: true,
	}.Make(place, os.Stderr)
	if err != nil {
		t.Fatal(err)
	}
	found, err := filepath.Glob(filepath.Join(folder, "lib", "python3*", "site-packages"))
	if err != nil || len(found) != 1 {
		t.Fatal("no packages in ", folder, err)
	}
	return found[0]
}

// theirs are faults of JupyterLab's own frame, which no page of ours can mend.
const theirs = `.jp-NotebookPanel-toolbar, #jp-top-panel, #jp-main-statusbar, .jp-SideBar, .jp-DebuggerBugButton`

// Barriers are what axe finds on the page, rule by rule, outside of JupyterLab's own frame; axe is in the folder beside.
func (p *Page) Barriers(beside string) []string {
	p.t.Helper()
	script, err := os.ReadFile(filepath.Join(beside, "axe_playwright_python", "axe.min.js"))
	if err != nil {
		p.t.Fatal(err)
	}
	// What it has found is taken up later: it needs some seconds.
	Eval[bool](p, string(script)+";true")
	Eval[bool](p, `(window.axeFound = null, window.axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.flatMap(
		v => v.nodes.filter(n => !document.querySelector(n.target.flat().join(' '))?.closest('`+theirs+`')).map(
			n => v.id + ': ' + n.html.slice(0, 300) + ' ' + [...n.any, ...n.all].map(c => c.message).join(' ')))).then(
		found => window.axeFound = found, why => window.axeFound = ['axe itself fails: ' + why]), true)`)
	p.Until("axe", "window.axeFound")
	return Eval[[]string](p, "window.axeFound")
}
