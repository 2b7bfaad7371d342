package commands

import (
	"os"

	"nekonote/kernel/process"
	"nekonote/lessons/data/pictures/decode"
)

// pictureCommand is the hidden `picture`: a cell has its pictures decoded here, so that no cell links the decoders.
type pictureCommand struct {
	Files []string `arg:"" help:"Pictures to decode." ja:"デコードする画像。"`
}

// pictureMemory is enough for a phone's largest photograph, many times over.
const pictureMemory = 3 << 30

// Run answers each file with one line of JSON.
func (c *pictureCommand) Run() error {
	process.LimitMemory(pictureMemory)
	return decode.Serve(os.Stdout, c.Files)
}
