package main

import (
	"path/filepath"
	"testing"

	"nekonote/kernel/browser"
	"nekonote/kernel/lab"
	"nekonote/kernel/needs"
	"nekonote/nn/words"
)

// TestTheDeskInTheBrowser does what a learner does with buttons and panels alone, in one JupyterLab.
func TestTheDeskInTheBrowser(t *testing.T) {
	place := needs.SetUp(t)
	needs.Chromium(t)
	dir := t.TempDir()
	server, err := lab.Start(lab.Options{
		Place: place, Dir: filepath.Join(dir, "notebooks"), Private: filepath.Join(dir, "jupyter"), Lang: words.English,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Stop)
	page := browser.Open(t, server.URL)
	page.Until("the panel", `document.querySelector('.nk-course .nk-exercise')`)
	page.Screenshot("desk-1-panel")
	page.Click("sigmoid in the panel", `document.querySelector('.nk-week:nth-child(4) summary')`)
	page.Click("sigmoid in the panel", `document.querySelector('[data-id="week2/sigmoid"]')`)
	page.Until("the buttons", `document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) .nk-help:not([hidden])')`)
	page.Screenshot("desk-2-sigmoid")
	page.Click("hint", `[...document.querySelectorAll('.jp-NotebookPanel:not(.lm-mod-hidden) .nk-help:not([hidden]) .nk-button')].find(b => b.checkVisibility() && b.textContent === 'Hint')`)
	page.Screenshot("desk-3-hint")
}
