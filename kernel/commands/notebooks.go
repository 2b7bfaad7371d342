package commands

import (
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// notebooksCommand is `notebooks`: the notebooks as learners get them, or solved.
type notebooksCommand struct {
	Solved bool   `help:"With every exercise filled in."`
	Lang   string `help:"Language of the notebooks: ${enum}." enum:"en,ja" default:"en"`
	Dir    string `arg:"" help:"Folder to write into; it is made where there is none." type:"path"`
}

// Run writes the notebooks; files of the same names are replaced.
func (c *notebooksCommand) Run() error {
	return notebook.Write(c.Dir, words.Lang(c.Lang), c.Solved)
}
