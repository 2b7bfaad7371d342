package commands

import (
	"os"

	"nekonote/lessons/data/pictures/decode"
)

// pictureCommand is the hidden `picture`: a cell has its pictures decoded here, so that no cell links the decoders.
type pictureCommand struct {
	Files []string `arg:"" help:"Pictures to decode." ja:"デコードする画像。"`
}

// Run answers each file with one line of JSON.
func (c *pictureCommand) Run() error {
	return decode.Serve(os.Stdout, c.Files)
}
