package lab

import (
	"errors"
	"net"
	"strconv"
	"syscall"

	"nekonote/nn/words"
)

// portFree says what to do when the port that she asked for cannot be had.
func portFree(port int) error {
	if port == 0 {
		return nil
	}
	if port < 0 || port > 65535 {
		return problem(words.T(
			"there is no port %d: ports go from 1 to 65535. Leave --port out, and a free one is found",
			"ポート %d はありません。ポートは 1 から 65535 までです。--port を省くと、空いているポートを自動で選びます",
		).Fill(port))
	}
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err == nil {
		return listener.Close()
	}
	return problem(words.T(
		"port %d cannot be had (%v); perhaps the course is open already, in another terminal. Choose another with --port, or leave "+
			"--port out, and a free one is found",
		"ポート %d は使えません（%v）。別のターミナルで教材を開いているのかもしれません。--port で別の番号を選ぶか、--port を省いてください。"+
			"省くと、空いているポートを自動で選びます",
	).Fill(port, err))
}

// folderProblem says what to do when a folder cannot be written to.
func folderProblem(dir string, err error) error {
	if errors.Is(err, syscall.ENOSPC) {
		return problem(words.T(
			"the disk is full: %v. Make room and start again; nothing of yours is lost",
			"ディスクに空きがありません：%v。空きを作って、もう一度起動してください。あなたのファイルは失われていません",
		).Fill(err))
	}
	return problem(words.T(
		"the folder %s cannot be used: %v. Choose another with --dir, or make it yours: chmod -R u+rwX %[1]s",
		"フォルダー %s を使えません：%v。--dir で別のフォルダーを選ぶか、chmod -R u+rwX %[1]s で書き込めるようにしてください",
	).Fill(dir, err))
}

// problem is an error that a learner reads.
type problem words.Text

func (p problem) Error() string { return words.Text(p).String() }
