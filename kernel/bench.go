package main

import "nekonote/kernel/bench"

// benchCommand is `bench`: measurements, side by side with what Nekonote is compared with.
type benchCommand struct {
	Train bench.Train `cmd:"" help:"Train the three cat models here and in numpy, and compare."`
}
