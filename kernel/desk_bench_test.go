package main

import (
	"fmt"
	"path/filepath"
	"testing"

	"nekonote/kernel/browser"
	"nekonote/kernel/lab"
	"nekonote/kernel/needs"
	"nekonote/nn/words"
)

// BenchmarkClickToHint measures in the real page how long it takes from a click on the button for hints until the card stands
// there: through the server to the kernel, and back. It should be at most 100 ms.
func BenchmarkClickToHint(b *testing.B) {
	dir := b.TempDir()
	server, err := lab.Start(lab.Options{
		Place: needs.SetUp(b), Dir: filepath.Join(dir, "notebooks"), Private: filepath.Join(dir, "jupyter"), Lang: words.English,
	})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(server.Stop)
	page := browser.Open(b, server.URL)
	page.Click("the exercise in the panel", `document.querySelector('.nk-course details[open] [data-id="welcome/double"]')`)
	page.Until("the buttons", fmt.Sprintf(`document.querySelector('%s .nk-help .nk-button')?.textContent`, front))
	page.Until("hints", fmt.Sprintf(`(() => {
		if (window.hints === undefined) {
			window.hints = [];
			const [help] = [...document.querySelectorAll('%s .nk-help')].filter(e => !e.hidden);
			const cell = help.closest('.jp-Cell');
			const once = () => new Promise(done => {
				const began = performance.now();
				const seen = new MutationObserver(() => {
					if ([...cell.querySelectorAll('.jp-OutputArea-output')].some(e => e.innerText.trim())) {
						seen.disconnect();
						requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
					}
				});
				cell.querySelector('.jp-OutputArea')?.querySelectorAll('.jp-OutputArea-output').forEach(e => e.replaceChildren());
				seen.observe(cell, {childList: true, subtree: true});
				help.querySelector('.nk-button').click();
			});
			(async () => { for (let i = 0; i < 21; i++) { window.hints.push(await once()); await new Promise(r => setTimeout(r, 300)); } })();
		}
		return window.hints.length >= 21;
	})()`, front))
	b.ReportMetric(browser.Eval[float64](page, `window.hints.slice(1).sort((a, b) => a - b)[10]`), "ms/hint")
	b.ReportMetric(browser.Eval[float64](page, `Math.max(...window.hints.slice(1))`), "ms/worst")
	b.ReportMetric(0, "ns/op")
}
