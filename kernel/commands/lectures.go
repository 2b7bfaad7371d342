package commands

import (
	"fmt"
	"path/filepath"

	"nekonote/kernel/lectures"
	"nekonote/nn/words"
)

// lecturesCommand is `lectures`: a folder of offline pages.
type lecturesCommand struct {
	Dir string `arg:"" help:"Folder to write into; it is made where there is none." ja:"書き出すフォルダー。なければ作る。" type:"path"`
}

var sayLectures = words.T("Open %s in a browser, or copy the folder to a tablet, a phone or any static site.", "%s をブラウザーで開いてください。フォルダーごと、タブレットやスマートフォン、ウェブサイトに置くこともできます。")

// Run writes the pages; files of the same names are replaced.
func (c *lecturesCommand) Run() error {
	if err := lectures.Write(c.Dir, words.Current()); err != nil {
		return err
	}
	fmt.Println(sayLectures.Fill(filepath.Join(c.Dir, "index.html")))
	return nil
}
