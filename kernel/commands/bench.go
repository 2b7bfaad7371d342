package commands

import "nekonote/kernel/bench"

// benchCommand is `bench`: measurements, side by side with what Nekonote is compared with.
type benchCommand struct {
	Train bench.Train `cmd:"" help:"Train the three cat models here and in numpy, and compare." ja:"猫の三つのモデルをここと numpy で訓練して比べる。"`
	Cells bench.Cells `cmd:"" help:"Run a graded cell and a plot cell here and in GoNB as it comes, and compare." ja:"採点されるセルと図を描くセルを、ここと素の GoNB で実行して比べる。"`
	Grade bench.Grade `cmd:"" help:"Grade classes of several sizes." ja:"いろいろな人数のクラスを採点する。"`
}
