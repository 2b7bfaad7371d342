package commands

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

// doctorCommand is `doctor`: what is there, what is missing, and how to mend it.
type doctorCommand struct {
	JSON bool `help:"Print JSON: a list of {name, ok, found, mend, extra}." ja:"JSON で表示する（{name, ok, found, mend, extra} のリスト）。" name:"json"`
}

// Run prints the findings. The exit status is 1 when something is missing that a learner needs.
func (c *doctorCommand) Run() error {
	findings := setup.Examine()
	if c.JSON {
		encoder := json.NewEncoder(os.Stdout)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(findings); err != nil {
			return err
		}
	} else {
		report(os.Stdout, findings)
	}
	if slices.ContainsFunc(findings, func(f setup.Finding) bool { return !f.OK && !f.Extra }) {
		return errors.New(words.T("something is missing", "足りないものがあります").String())
	}
	return nil
}

// report prints one line for each finding, and under it what to do.
func report(w io.Writer, findings []setup.Finding) {
	for _, f := range findings {
		mark := "✓"
		if !f.OK {
			mark = "✗"
		}
		_, _ = fmt.Fprintf(w, "%s %-12s %s\n", mark, f.Name, f.Found)
		if f.Mend != "" {
			_, _ = fmt.Fprintf(w, "  %-12s → %s\n", "", f.Mend)
		}
	}
}
