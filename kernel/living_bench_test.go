package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"nekonote/kernel/browser"
	"nekonote/kernel/lab"
	"nekonote/kernel/needs"
	"nekonote/nn/words"
)

// BenchmarkLivingPictures measures in Chromium how many pictures of 400×400 points a second the page computes: of a network with 50 hidden
// units, by the runner alone, and of a figure with eight, drawn. Both should be at least 30.
func BenchmarkLivingPictures(b *testing.B) {
	dir := b.TempDir()
	options := lab.Options{
		Place: needs.SetUp(b), Dir: filepath.Join(dir, "notebooks"), Private: filepath.Join(dir, "jupyter"), Lang: words.English,
	}
	if err := writeNotebook(filepath.Join(options.Dir, "pictures.ipynb"), "nekonote", []string{figures["hidden"]}); err != nil {
		b.Fatal(err)
	}
	server, err := lab.Start(options)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(server.Stop)
	page := browser.Open(b, server.URL)
	page.OpenNotebook("pictures.ipynb")
	page.RunAll()
	const figure = `document.querySelector('.nekonote-figure:has([data-living="hidden"])')`
	page.Until("the figure", figure+`?.querySelector('select')`)

	runner, err := os.ReadFile(filepath.Join("..", "plots", "living", "network.js"))
	if err != nil {
		b.Fatal(err)
	}
	const median = `(once => { const all = []; for (let i = 0; i < 31; i++) { const began = performance.now(); once(i); all.push(performance.now() - began); }
		return 1000 / all.sort((a, b) => a - b)[15]; })`
	for _, g := range []string{"tanh", "relu"} {
		b.ReportMetric(browser.Eval[float64](page, fmt.Sprintf(`(() => { %s
			const some = n => Array.from({ length: n }, (_, i) => 2 * Math.sin(7 * i + n)), x = Float64Array.from({ length: 400 }, (_, i) => i / 100 - 2);
			const layers = [{ W: some(50).map((w, i) => [w, some(51)[i]]), b: some(50), g: %q }, { W: [some(50)], b: [0], g: 'sigmoid' }];
			return %s(() => Network.overPlane(layers, x, x)); })()`, runner, g, median)), g+"/s")
	}
	const more = `[...` + figure + `.querySelectorAll('button')].find(e => e.textContent === 'Add a unit')`
	for range 6 {
		page.Click("another unit", more)
	}
	page.Screenshot("living-pictures")
	b.ReportMetric(browser.Eval[float64](page, fmt.Sprintf(`(() => { const slider = %s.querySelector('[role="group"] input');
		return %s(i => { slider.value = i %% 2 + 1; slider.dispatchEvent(new Event('input')); }); })()`, figure, median)), "drawn/s")
	b.ReportMetric(0, "ns/op")
}
