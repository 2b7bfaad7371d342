package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/kernel/browser"
	"nekonote/kernel/lab"
	"nekonote/kernel/needs"
	"nekonote/nn/words"
)

// TestASessionWithMistakesInTheBrowser is about what goes wrong: Run All on a broken notebook, Stop, and the two keys that
// help along.
func TestASessionWithMistakesInTheBrowser(t *testing.T) {
	t.Parallel()
	place := needs.SetUp(t)
	needs.Chromium(t)
	advice := words.T("Did you mean sigmoid?", "sigmoid ではありませんか")
	stopped := words.T("stopped", "停止しました")
	for lang, spec := range map[words.Lang]string{words.English: "nekonote", words.Japanese: "nekonote-ja"} {
		t.Run(string(lang), func(t *testing.T) {
			dir := t.TempDir()
			cells := []string{
				"func sigmoid(x float64) float64 {\n\treturn 1 / (1 + math.Exp(-x))\n}", "sigmoid(0)", "fmt.Println(sigmod(2))", "fmt.Println(\"third\")",
				"for {\n}", "fmt.Sprint", "strings.ToUpper",
			}
			if err := writeNotebook(filepath.Join(dir, "notebooks", "broken.ipynb"), spec, cells); err != nil {
				t.Fatal(err)
			}
			server, err := lab.Start(lab.Options{
				Place: place, Dir: filepath.Join(dir, "notebooks"), Private: filepath.Join(dir, "jupyter"), Lang: lang,
			})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(server.Stop)
			page := browser.Open(t, server.URL)
			page.OpenNotebook("broken.ipynb")

			page.RunAll()
			page.UntilOutput("sigmod(2)", advice.In(lang))
			if said := page.Output("sigmoid(0)"); !strings.Contains(said, "0.5") {
				t.Errorf("the value of the last expression: %q", said)
			}
			if said := page.Output("sigmod(2)"); !strings.Contains(said, "undefined: sigmod") || !strings.Contains(said, "^") {
				t.Errorf("the error: %q", said)
			}
			for _, later := range cells[3:] {
				later, _, _ = strings.Cut(later, "\n")
				page.Until("no run of "+later, `!document.querySelector('.jp-Notebook-ExecutionIndicator[data-status="busy"]')`)
				if prompt := page.Prompt(later); strings.ContainsAny(prompt, "0123456789*") {
					t.Errorf("%s stands in front of %q, which comes after the error", prompt, later)
				}
			}
			page.Screenshot("session-" + string(lang) + "-1-run-all")

			page.Begin("for {")
			page.Stop()
			page.UntilOutput("for {", stopped.In(lang))
			page.Screenshot("session-" + string(lang) + "-2-stop")

			if offered := page.Complete("fmt.Sprint"); len(offered) != 3 || !strings.HasPrefix(offered[2], "Sprintln") {
				t.Errorf("completions of fmt.Sprint: %q", offered)
			}
			if said := page.Inspect("strings.ToUpper"); !strings.Contains(said, "func") || !strings.Contains(said, "upper case") {
				t.Errorf("the tooltip of strings.ToUpper: %q", said)
			}
			page.Screenshot("session-" + string(lang) + "-3-inspect")
		})
	}
}

// writeNotebook writes a notebook of code cells.
func writeNotebook(path, kernelspec string, code []string) error {
	var cells []any
	for _, c := range code {
		cells = append(cells, map[string]any{
			"cell_type": "code", "source": c, "metadata": map[string]any{}, "outputs": []any{}, "execution_count": nil,
		})
	}
	content, err := json.Marshal(map[string]any{
		"cells": cells, "nbformat": 4, "nbformat_minor": 4,
		"metadata": map[string]any{"kernelspec": map[string]any{"name": kernelspec, "display_name": "Go", "language": "go"}},
	})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}
