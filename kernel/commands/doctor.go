package commands

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"nekonote/kernel/setup"
	"nekonote/kernel/trial"
	"nekonote/nn/words"
)

// doctorCommand is `doctor`: what is there, what is missing, and how to mend it.
type doctorCommand struct {
	JSON bool `help:"Print JSON: a list of {name, ok, found, mend, extra}." ja:"JSON で表示する（{name, ok, found, mend, extra} のリスト）。" name:"json"`
}

// Run prints the findings. The exit status is 1 when something is missing that a learner needs.
func (c *doctorCommand) Run() error {
	findings := setup.Examine()
	if !slices.ContainsFunc(findings, missing) {
		findings = append(findings, tried())
	}
	if c.JSON {
		encoder := json.NewEncoder(os.Stdout)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(findings); err != nil {
			return err
		}
	} else {
		tell(os.Stdout, findings)
	}
	if slices.ContainsFunc(findings, missing) {
		return errors.New(words.T("something is missing", "足りないものがあります").String())
	}
	return nil
}

func missing(f setup.Finding) bool { return !f.OK && !f.Extra }

// tried runs the cell with which a set-up ends once more.
func tried() setup.Finding {
	f := setup.Finding{Name: "cell", OK: true}
	place, err := setup.Locate()
	if err == nil {
		f.Found, err = trial.Cell(context.Background(), place)
	}
	if err != nil {
		f.OK, f.Found = false, err.Error()
		f.Mend = words.T("mend what is named there, then run this again", "そこに書かれている原因を直してから、もう一度実行してください").String()
	}
	return f
}

// report prints one line for each finding, and under it what to do.
func tell(w io.Writer, findings []setup.Finding) {
	for _, f := range findings {
		mark := "✓"
		switch {
		case !f.OK && f.Extra:
			mark = "–"
		case !f.OK:
			mark = "✗"
		}
		_, _ = fmt.Fprintf(w, "%s %-12s %s\n", mark, f.Name, f.Found)
		if f.Mend != "" {
			_, _ = fmt.Fprintf(w, "  %-12s → %s\n", "", f.Mend)
		}
	}
}
