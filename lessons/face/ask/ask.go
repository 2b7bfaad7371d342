// Package ask is what a cell's program says to the judge: an exercise or a question by its name, and the learner's function, called
// on the judge's arguments. Every cell with a check links it, and a linker's time grows with all that is imported, whether it is
// used or not. So this imports little: no package net, no syntax trees, no pictures.
package ask

import (
	"fmt"
	"io"
	"os"

	"nekonote/lessons/internal/wire"
	"nekonote/nn/words"
)

var (
	sayAlone = words.T("Checks, hints and progress need Nekonote's kernel, which is not here. Open the notebook with `nekonote lab`.",
		"チェック、ヒント、進み具合には、Nekonote のカーネルが必要です。ノートブックを `nekonote lab` で開いてください。")
	sayGone = words.T("The judge did not answer: %v. Run this cell again; if that does not help, restart the kernel.",
		"判定のプログラムから応答がありません：%v。このセルをもう一度実行し、それでも変わらなければ、カーネルを再起動してください。")
)

// stdout is the program's output, whatever becomes of os.Stdout.
var stdout = os.Stdout

// complain says why the judge is not reached.
func complain(said words.Text) { fmt.Fprintln(stdout, said) }

// connect reaches the judge, with a question. It says what is wrong where it cannot, and returns nil.
func connect(question wire.Ask) *os.File {
	path := os.Getenv(wire.SocketVariable)
	if path == "" {
		complain(sayAlone)
		return nil
	}
	conn, err := dial(path)
	if err == nil {
		err = wire.Send(conn, question)
	}
	if err != nil {
		complain(sayGone.Fill(err))
		return nil
	}
	return conn
}

// Ask asks the judge what needs nothing of the program. The kernel shows what it says.
func Ask(question wire.Ask) bool {
	conn := connect(question)
	if conn == nil {
		return false
	}
	defer conn.Close()
	var said wire.Order
	if err := wire.Receive(conn, &said); err != nil {
		complain(sayGone.Fill(err))
		return false
	}
	heard(conn, said)
	return said.Yes
}

// heard takes the judge's last word: it shows the kernel where its card belongs, and waits until it is there. Under a program
// that grades, what is not right ends the cell's program.
func heard(conn *os.File, said wire.Order) {
	if said.Mark != "" {
		if _, err := io.WriteString(stdout, said.Mark); err == nil {
			_ = wire.Receive(conn, &wire.Order{})
		}
	}
	if said.Failed != "" {
		fmt.Fprintln(os.Stderr, said.Failed)
		os.Exit(1)
	}
}
