package main

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"nekonote/kernel/browser"
)

// film is a cell with a film of six frames: it is drawn beforehand, and its script only shows one of them.
const film = `film := plots.NewFilm(nn.Rows([][]float64{{-1, 1, 1, -1}, {-1, -1, 1, 1}}), nn.Row(0, 1, 0, 1))
for i := range 6 {
	film.Add(100*i, 0.7-0.1*float64(i), func(X nn.Matrix) nn.Matrix { return nn.Row(float64(i), 1).Dot(X).Sigmoid() })
}
film.Show()`

// plays plays the film, frame by frame to its end, and goes back to the first frame by a key.
func plays(t *testing.T, page *browser.Page) {
	t.Helper()
	const whole = `document.querySelector('.nekonote-figure:has([data-frame])')`
	const seen = `[...` + whole + `.querySelectorAll('[data-words]')].findIndex(e => e.checkVisibility())`
	const drawn = `[...` + whole + `.querySelectorAll('[data-frame]')].findIndex(e => e.style.display !== 'none')`
	browser.Eval[bool](page, `(window.frames_ = [`+seen+`], new MutationObserver(() => { const now = `+seen+`; if (now !== frames_.at(-1)) frames_.push(now); }).observe(
		`+whole+`, {subtree: true, attributes: true, attributeFilter: ['style']}), true)`)
	page.Click("play", whole+`.querySelector('button')`)
	page.Until("the film's end", `frames_.join() === '5,0,1,2,3,4,5' && `+whole+`.querySelector('button').textContent === '▶'`)
	page.Screenshot("living-film")
	browser.Eval[bool](page, `(`+whole+`.querySelector('input').focus({preventScroll: true}), true)`)
	page.Key(kb.Home)
	page.Until("the first frame", seen+` === 0 && `+drawn+` === 0`)
}

// still opens an export where scripts may not run: each figure is seen, as a picture, with its words, and no button that would do nothing.
func still(t *testing.T, page *browser.Page, exported string) {
	t.Helper()
	page.Scripts(false)
	page.Go(exported)
	page.Until("the figures", fmt.Sprintf(`document.querySelectorAll('.nekonote-figure').length === %d`, len(figures)+1))
	type figure struct {
		Name             string
		Drawings, Frames int
		Hands            bool
		Said             string
	}
	for _, f := range browser.Eval[[]figure](page, `[...document.querySelectorAll('.nekonote-figure')].map(f => ({
		Name: f.querySelector('[data-living]')?.dataset.living ?? 'film',
		Drawings: [...f.querySelectorAll('[data-panels] > svg')].filter(e => e.checkVisibility() && e.getBoundingClientRect().height > 100).length,
		Frames: [...f.querySelectorAll('[data-frame]')].filter(e => e.style.display !== 'none').length,
		Hands: [...f.querySelectorAll('button, input, select, [data-hand]')].some(e => e.checkVisibility()),
		Said: f.innerText}))`) {
		if f.Drawings == 0 || f.Hands || f.Said == "" || f.Name == "film" && f.Frames != 1 {
			t.Errorf("without scripts: %+v", f)
		}
	}
	page.Scripts(true)
}
