// Package export makes what JupyterLab's File > Save and Export > HTML writes a page that is whole without a network: its
// formulas are MathML, which browsers set themselves, and it fetches no script. Films and living figures carry theirs along.
//
// JupyterLab exports with nbconvert, a Python program. It gets a template of ours, which leaves out what would be fetched, and a
// preprocessor, which has `nekonote formulas` set the formulas. A set-up lays both beside the kernelspecs.
package export

import (
	"embed"
	"encoding/json"
	"io"
	"io/fs"
	"os"

	"nekonote/lessons/typeset"
)

// Template is the name of the template, for nbconvert.
const Template = "nekonote"

//go:embed template
var template embed.FS

// Files are the template's: conf.json and index.html.j2 belong below nbconvert/templates/nekonote in a folder of Jupyter's, and
// nekonote_export.py where Python looks.
func Files() fs.FS {
	files, err := fs.Sub(template, "template")
	if err != nil {
		panic(err) // the name is right
	}
	return files
}

// Command is `formulas`: it reads a JSON list of formulas and writes the list of their MathML.
type Command struct{}

// Run sets the formulas.
func (Command) Run() error { return set(os.Stdin, os.Stdout) }

func set(in io.Reader, out io.Writer) error {
	var formulas []Formula
	if err := json.NewDecoder(in).Decode(&formulas); err != nil {
		return err
	}
	all := []string{}
	for _, f := range formulas {
		all = append(all, f.MathML())
	}
	return json.NewEncoder(out).Encode(all)
}

// Formula is a formula of a notebook's text.
type Formula struct {
	TeX     string `json:"tex"`
	Display bool   `json:"display"` // on a line of its own
}

// MathML is the formula for a browser, on one line; "" where the TeX cannot be read.
func (f Formula) MathML() string { return typeset.MathML(f.TeX, f.Display) }
