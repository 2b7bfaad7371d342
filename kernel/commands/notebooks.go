package commands

import (
	"errors"
	"fmt"

	"nekonote/kernel/lab"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// notebooksCommand is `notebooks`: the notebooks as learners get them, or solved.
type notebooksCommand struct {
	Solved  bool   `help:"With every exercise filled in." ja:"すべての演習を解いた状態で書き出す。"`
	Keep    bool   `help:"As lab does: what is there stays, a notebook that is newer is laid beside it, and pictures to try come along." ja:"lab と同じように、すでにあるものは残し、新しくなったノートブックは隣に置く。試すための写真も置く。"`
	Reading bool   `help:"Write no files; say how many minutes each notebook takes to read." ja:"書き出さずに、それぞれのノートブックを読むのにかかる時間（分）を表示する。"`
	Dir     string `arg:"" optional:"" help:"Folder to write into; it is made where there is none." ja:"書き出すフォルダー。なければ作る。" type:"path"`
}

var needsFolder = words.T("say the folder to write the notebooks into", "ノートブックを書き出すフォルダーを指定してください")

// Paths is where the command works; its language is that of the notebooks there.
func (c *notebooksCommand) Paths() []string {
	if c.Dir == "" {
		return nil
	}
	return []string{c.Dir}
}

// Run writes the notebooks; files of the same names are replaced, unless they are to be kept.
func (c *notebooksCommand) Run() error {
	switch {
	case c.Reading:
		return reading()
	case c.Dir == "":
		return errors.New(needsFolder.String())
	case c.Keep:
		return lab.LayOut(c.Dir, words.Current())
	}
	return notebook.Write(c.Dir, words.Current(), c.Solved)
}

// reading prints how long each notebook takes to read.
func reading() error {
	for _, lesson := range notebook.All {
		minutes, err := lesson.Minutes(words.Current())
		if err != nil {
			return err
		}
		fmt.Printf("%5.1f  %s\n", minutes, lesson.Name)
	}
	return nil
}
