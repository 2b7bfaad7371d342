package commands

import (
	"fmt"

	"nekonote/kernel/learner"
	"nekonote/lessons/data/cats"
	"nekonote/lessons/own/share"
	"nekonote/nn/words"
)

// shareCommand is `share`: a page with the learner's network inside.
type shareCommand struct {
	learner.Folder
	File string `arg:"" optional:"" default:"my-network.html" help:"Page to write." ja:"書き出すページ。" type:"path"`
}

var sayPage = words.T("%s holds your network: one file, to be opened in any browser, on a phone too. It needs no internet and sends nothing anywhere.",
	"%s の中に、あなたのネットワークが入っています。ファイルは 1 つで、スマートフォンでも、どのブラウザーでも開けます。インターネットは不要で、何も送信しません。")

// Run writes the page of the network that own.Share has kept last.
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
	if err := share.Write(c.File, page); err != nil {
		return err
	}
	fmt.Println(sayPage.Fill(c.File))
	return nil
}
