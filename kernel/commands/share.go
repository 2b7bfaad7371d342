package commands

import (
	"fmt"
	"io"

	"nekonote/kernel/learner"
	"nekonote/lessons/data/cats"
	"nekonote/lessons/own/share"
	"nekonote/nn/files"
	"nekonote/nn/words"
)

// shareCommand is `share`: a page with the learner's network inside.
type shareCommand struct {
	learner.Folder
	File string `arg:"" optional:"" default:"my-network.html" help:"Page to write." ja:"書き出すページ。" type:"path"`
}

var sayPage = words.T("%s holds your network: one file, to be opened in any browser, on a phone too. It needs no internet and sends nothing anywhere.",
	"%s の中に、あなたのネットワークが入っています。ファイルは 1 つで、スマートフォンでも、どのブラウザーでも開けます。インターネットは不要で、何も送信しません。")

// Run writes the page of the network that own.Share has kept last; a file of that name is replaced.
func (c *shareCommand) Run() error {
	c.Choose()
	kept, err := share.Kept(cats.Folder())
	if err != nil {
		return err
	}
	page, err := kept.Page(words.Current())
	if err != nil {
		return err
	}
	if err := files.Replace(c.File, func(w io.Writer) error { _, err := io.WriteString(w, page); return err }); err != nil {
		return err
	}
	fmt.Println(sayPage.Fill(c.File))
	return nil
}
