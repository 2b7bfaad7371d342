package commands

import (
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// notebooksCommand is `notebooks`: the notebooks as learners get them, or solved.
type notebooksCommand struct {
	Solved bool   `help:"With every exercise filled in." ja:"すべての演習を解いた状態で書き出す。"`
	Dir    string `arg:"" help:"Folder to write into; it is made where there is none." ja:"書き出すフォルダー。なければ作る。" type:"path"`
}

// Paths is where the command works; its language is that of the notebooks there.
func (c *notebooksCommand) Paths() []string { return []string{c.Dir} }

// Run writes the notebooks; files of the same names are replaced.
func (c *notebooksCommand) Run() error {
	return notebook.Write(c.Dir, words.Current(), c.Solved)
}
