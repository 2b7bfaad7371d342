package broken

import "nekonote/nn/words"

// What a check says when something breaks.
var (
	sayLoopAt = words.T("Your function did not finish within %s. It was still in the loop at %s, line %d: `%s` Nothing in it ever ends this loop.",
		"関数が %s 以内に終わりませんでした。%s の %d 行目のループから抜けていません：`%s` このループには、終わる条件がありません。")
	sayLoop   = words.T("Your function did not finish within %s. Look for a loop that nothing ends.", "関数が %s 以内に終わりませんでした。終わる条件のないループがないか、確かめてください。")
	sayWaitAt = words.T("Your function did not finish within %s: it is waiting for ever in %s, line %d: `%s`", "関数が %s 以内に終わりませんでした。%s の %d 行目でいつまでも待っています：`%s`")

	sayAsleepAt = words.T("Your function did not finish within %s: it was asleep in %s, line %d: `%s` An answer needs no pauses: take them out.",
		"関数が %s 以内に終わりませんでした。%s の %d 行目で眠っていました：`%s` 答えに待ち時間は要りません。取り除いてください。")
	sayHaltsAt = words.T("Your function stops the cell's program, in %s, line %d: `%s` A program that a signal has stopped does not go on by itself. Return a result instead.",
		"関数がセルのプログラムを停止させています。%s の %d 行目です：`%s` シグナルで停止したプログラムは、自分では再開できません。代わりに結果を返してください。")
	sayHalted = words.T("The cell's program was stopped from outside, by a signal (SIGSTOP), and did not go on: so nothing is known of your function. Run this cell again.",
		"セルのプログラムが外からのシグナル（SIGSTOP）で停止し、そのままになりました。関数が正しいかどうかはわかりません。このセルをもう一度実行してください。")

	sayRecursionAt = words.T("Your function calls itself without end, in %s, line %d: `%s`", "関数が自分自身を際限なく呼び出しています。%s の %d 行目です：`%s`")
	sayRecursion   = words.T("Your function calls itself without end.", "関数が自分自身を際限なく呼び出しています。")
	sayMemoryAt    = words.T("Your function took more than %s of memory, in %s, line %d: `%s`", "関数が %s を超えるメモリーを使いました。%s の %d 行目です：`%s`")
	sayMemory      = words.T("Your function took more than %s of memory.", "関数が %s を超えるメモリーを使いました。")
	sayExitAt      = words.T("`%s` ends the whole program, in %s, line %d: `%s` Return a result instead; the check and the notebook go on from there.",
		"`%s` はプログラム全体を終わらせます。%s の %d 行目です：`%s` 代わりに return で結果を返してください。そうすれば、チェックもノートブックも先に進めます。")
	sayExit = words.T("The cell's program ended before your function had returned a result: by os.Exit or log.Fatal, or from outside.", "関数が結果を返す前に、セルのプログラムが終わりました（os.Exit や log.Fatal が呼ばれたか、外から終了させられました）。")
	sayRace = words.T("Two goroutines changed the same map at the same time; Go ends such a program. Compute here without goroutines, or guard the map with a sync.Mutex.",
		"二つのゴルーチンが同じマップを同時に書き換えたため、Go がプログラムを止めました。ここではゴルーチンを使わずに計算するか、マップを sync.Mutex で守ってください。")
	sayHuge = words.T("Your function returns more than 64 MB of numbers for a small case. Look at the sizes of what it returns.", "小さな入力に対して、関数が 64 MB を超える値を返しています。返り値の大きさを確かめてください。")
)

var sayGarbled = words.T("What came back from the cell's program is not a result of this function. Run the cell of your answer again, then this check.",
	"セルのプログラムから返ってきたものは、この関数の返り値ではありません。答えのセルをもう一度実行してから、このチェックを実行してください。")
