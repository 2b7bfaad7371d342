package lectures

import (
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/kernel/browser"
	"nekonote/nn/words"
)

// chosenVoice tries whose voice says it: one of this machine before one far away, hers where she chose one, in each language its own,
// and none where she wants silence.
func chosenVoice(t *testing.T, p *browser.Page) {
	t.Helper()
	says := func(what, want string) {
		t.Helper()
		before := browser.Eval[int](p, `spoken.length`)
		p.Press("r")
		p.Until(what, fmt.Sprintf(`spoken.length === %d`, before+1))
		if by := browser.Eval[string](p, `by.at(-1)`); by != want {
			t.Errorf("%s: %q says it, not %q", what, by, want)
		}
	}
	offered := func(want string) {
		t.Helper()
		if got := browser.Eval[string](p, `[...document.getElementById('voice').options].slice(1).map(o => o.value).join()`); got != want {
			t.Errorf("the voices %s are offered, not %s", got, want)
		}
	}
	offered("スタブ") // the captions are Japanese from before
	choose(p, "captions", "en")
	offered("Far,Stub,Other")
	says("nothing chosen", "Stub")
	choose(p, "voice", "Other")
	says("a voice chosen", "Other")
	choose(p, "captions", "ja")
	says("in the other language", "スタブ")
	browser.Eval[bool](p, `(location.reload(), true)`)
	p.Until("the page once more", `typeof spoken === 'object' && spoken.length === 0 && document.querySelector('button[aria-current]')`)
	choose(p, "captions", "en")
	says("kept", "Other")
	browser.Eval[bool](p, `(absent = ['Other'], late(), true)`)
	offered("Far,Stub")
	says("the chosen one is not there today", "Stub")
	browser.Eval[bool](p, `(absent = [], late(), true)`)
	offered("Far,Stub,Other")
	says("there again, after the page was", "Other")

	browser.Eval[bool](p, `(patience = 1 / 1000, true)`) // reading takes a moment now
	choose(p, "voice", "")
	before := browser.Eval[int](p, `spoken.length`)
	p.Press(kbHome)
	p.Press(" ")
	p.Until("sentences that nobody says", `+document.querySelector('button[aria-current]').dataset.at > 1`)
	p.Press(" ")
	if said := browser.Eval[int](p, `spoken.length`) - before; said > 0 {
		t.Errorf("%d sentences are said though no voice is chosen", said)
	}
	choose(p, "voice", "Stub")
	p.Press(kbHome)
	p.Press(" ")
	p.Until("a sentence that breaks off", `ending`)
	browser.Eval[bool](p, `(patience = 1 / 1000, ending.onerror(), true)`)
	p.Until("the next sentence, at reading pace", `+document.querySelector('button[aria-current]').dataset.at >= 1`)
	p.Press(" ")
	browser.Eval[bool](p, `(patience = 100, true)`)
}

// calmly plays for someone who wants nothing to move: each sentence shows its last picture at once.
func calmly(t *testing.T, p *browser.Page, played []*image.RGBA) {
	t.Helper()
	p.Calm(true)
	defer p.Calm(false)
	p.Press(kbHome)
	browser.Eval[bool](p, `(moved = 0, ending = null, true)`)
	p.Press(" ")
	const many, looked = 20, 5 // sentences; at every fifth picture: a look takes time
	for i, picture := range played[:min(many, len(played))] {
		p.Until(fmt.Sprint("sentence ", i+1), fmt.Sprintf(`ending && document.querySelector('button[aria-current]').dataset.at === '%d'`, i))
		if i%looked == 0 && !alike(picture, still(p)) {
			p.Screenshot(fmt.Sprint("lecture-calm-", i+1))
			t.Errorf("sentence %d looks otherwise where nothing moves", i+1)
		}
		browser.Eval[bool](p, `(e => { ending = null; e.onend(); return true })(ending)`)
	}
	p.Press(" ")
	if moved := browser.Eval[int](p, `moved`); moved > 0 {
		t.Errorf("%d times something moves", moved)
	}
}

// exported opens a lecture's cell in a page as JupyterLab's export makes one: no kernel, no extension, no network.
func exported(t *testing.T, p *browser.Page, s *staged) {
	t.Helper()
	cell, _, err := Cell(s.ID)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "export.html")
	page := `<!doctype html><html><head><meta charset="utf-8"></head><body class="jp-Notebook"><main><div class="jp-RenderedHTMLCommon jp-RenderedHTML jp-OutputArea-output" data-mime-type="text/html">` +
		cell + `</div></main></body></html>`
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	p.Go("file://" + file)
	const inside = `document.querySelector('iframe').contentDocument`
	if tall := browser.Eval[float64](p, `document.querySelector('details').getBoundingClientRect().height`); tall < 60 || tall > 300 {
		t.Errorf("closed, the lecture is %v pixels high: not one still picture", tall)
	}
	if title := browser.Eval[string](p, `document.querySelector('summary').innerText`); !strings.Contains(title, s.Title.String()) {
		t.Errorf("the still picture says %q", title)
	}
	p.Click("the still picture", `document.querySelector('summary')`)
	p.Until("the player", inside+`?.querySelector('button[aria-current]')`)
	browser.Eval[bool](p, `(`+inside+`.querySelector('button[data-at="3"]').click(), true)`)
	p.Until("a sentence that was clicked", inside+`.querySelector('button[aria-current]').dataset.at === '3'`)
	if said := browser.Eval[string](p, inside+`.getElementById('caption').innerText`); !strings.Contains(said, s.Sentences[3].Shown.In(words.English)) && !strings.Contains(said, s.Sentences[3].Shown.In(words.Japanese)) {
		t.Errorf("the caption is %q", said)
	}
	if parts := browser.Eval[int](p, inside+`.querySelectorAll('#stage .scene:not([hidden]) [data-part].on').length`); parts == 0 {
		t.Error("the export shows no picture")
	}
	const fetched = `[...performance.getEntriesByType('resource'), ...document.querySelector('iframe').contentWindow.performance.getEntriesByType('resource')].map(e => e.name).filter(n => !n.startsWith('data:'))`
	if names := browser.Eval[[]string](p, fetched); len(names) > 0 {
		t.Errorf("the export fetches %q", names)
	}
	p.Screenshot("lecture-export")
}
