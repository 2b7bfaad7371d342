package lessons

import (
	"fmt"
	"net"
	"os"

	"nekonote/lessons/internal/wire"
	"nekonote/nn/words"
	"nekonote/plots/display"
)

var (
	sayAlone = words.T("Checks, hints and progress need Nekonote's kernel, which is not here. Open the notebook with `nekonote lab`.",
		"チェック、ヒント、進み具合には、Nekonote のカーネルが必要です。ノートブックを `nekonote lab` で開いてください。")
	sayGone = words.T("The judge did not answer: %v. Run this cell again; if that does not help, restart the kernel.",
		"判定のプログラムから応答がありません：%v。このセルをもう一度実行し、それでも変わらなければ、カーネルを再起動してください。")
)

// connect reaches the judge, with a question. It says what is wrong where it cannot, and returns nil.
func connect(question wire.Ask) *net.UnixConn {
	path := os.Getenv(wire.SocketVariable)
	if path == "" {
		display.Text(sayAlone.String())
		return nil
	}
	conn, err := net.DialUnix("unix", nil, &net.UnixAddr{Name: path, Net: "unix"})
	if err == nil {
		question.PID = os.Getpid()
		err = wire.Send(conn, question)
	}
	if err != nil {
		display.Text(sayGone.Fill(err).String())
		return nil
	}
	return conn
}

// ask asks the judge what needs nothing of the program, and shows what it says.
func ask(question wire.Ask) bool {
	conn := connect(question)
	if conn == nil {
		return false
	}
	defer conn.Close()
	var said wire.Order
	if err := wire.Receive(conn, &said); err != nil {
		display.Text(sayGone.Fill(err).String())
		return false
	}
	show(said)
	return said.Yes
}

// show shows what the judge says. Under a program that grades, what is not right ends the cell's program.
func show(said wire.Order) {
	if said.HTML != "" || said.Text != "" {
		display.HTML(said.HTML, said.Text)
	}
	if said.Failed != "" {
		fmt.Fprintln(os.Stderr, said.Failed)
		os.Exit(1)
	}
}
