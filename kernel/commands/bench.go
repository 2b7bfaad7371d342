package commands

import "nekonote/kernel/bench"

// benchCommand is `bench`: measurements, side by side with what Nekonote is compared with.
type benchCommand struct {
	Train   bench.Train   `cmd:"" help:"Train the three cat models here and in numpy, and compare." ja:"猫の三つのモデルをここと numpy で訓練して比べる。"`
	Cells   bench.Cells   `cmd:"" help:"Run a graded cell and a plot cell here and in GoNB as it comes, and compare." ja:"採点されるセルと図を描くセルを、ここと素の GoNB で実行して比べる。"`
	Class   bench.Class   `cmd:"" help:"Let a class of learners work here: how long they wait, and what each of them costs." ja:"このコンピューターでクラス全員が学ぶ様子を再現し、待ち時間と一人あたりの負担を測る。"`
	Grade   bench.Grade   `cmd:"" help:"Grade classes of several sizes." ja:"いろいろな人数のクラスを採点する。"`
	History bench.History `cmd:"" help:"Print what was measured before, machine by machine, and mark what got worse." ja:"これまでの測定結果をマシンごとに表示し、悪くなったものに印を付ける。"`
}
