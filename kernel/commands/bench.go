package commands

import "nekonote/kernel/bench"

// benchCommand is `bench`: measurements, side by side with what Nekonote is compared with.
type benchCommand struct {
	Train bench.Train `cmd:"" help:"Train the three cat models here and in numpy, and compare."`
	Cells bench.Cells `cmd:"" help:"Run a graded cell and a plot cell here and in GoNB as it comes, and compare."`
}
