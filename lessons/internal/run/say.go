package run

import "nekonote/nn/words"

// What a check says when something breaks.
var (
	sayLoopAt = words.T("Your function did not finish within %s. It was still in the loop at %s, line %d: `%s` Nothing in it ever ends this loop.",
		"関数が %s 以内に終わりませんでした。%s の %d 行目のループから抜けていません：`%s` このループには、終わる条件がありません。")
	sayLoop   = words.T("Your function did not finish within %s. Look for a loop that nothing ends.", "関数が %s 以内に終わりませんでした。終わる条件のないループがないか、確かめてください。")
	sayWaitAt = words.T("Your function did not finish within %s: it is waiting for ever in %s, line %d: `%s`", "関数が %s 以内に終わりませんでした。%s の %d 行目でいつまでも待っています：`%s`")
	sayBefore = words.T("The cell's program did not come to the check within %s. What comes before the check in this cell takes too long; put it into another cell.",
		"%s 以内にチェックまで進みませんでした。このセルでは、チェックの前の処理に時間がかかりすぎています。別のセルに分けてください。")

	sayRecursionAt = words.T("Your function calls itself without end, in %s, line %d: `%s`", "関数が自分自身を際限なく呼び出しています。%s の %d 行目です：`%s`")
	sayRecursion   = words.T("Your function calls itself without end.", "関数が自分自身を際限なく呼び出しています。")
	sayMemoryAt    = words.T("Your function took more than %s of memory, in %s, line %d: `%s`", "関数が %s を超えるメモリを使いました。%s の %d 行目です：`%s`")
	sayMemory      = words.T("Your function took more than %s of memory.", "関数が %s を超えるメモリを使いました。")
	sayExitAt      = words.T("`%s` ends the whole program, in %s, line %d: `%s` Return a result instead; the check and the notebook go on from there.",
		"`%s` はプログラム全体を終わらせます。%s の %d 行目です：`%s` 代わりに return で結果を返してください。そうすれば、チェックもノートブックも先に進めます。")
	sayExit = words.T("Your function ended the whole program instead of returning a result (os.Exit or log.Fatal).", "関数が結果を返さずに、プログラム全体を終わらせました（os.Exit や log.Fatal）。")
	sayRace = words.T("Two goroutines changed the same map at the same time; Go ends such a program. Compute here without goroutines, or guard the map with a sync.Mutex.",
		"二つのゴルーチンが同じマップを同時に書き換えたため、Go がプログラムを止めました。ここではゴルーチンを使わずに計算するか、マップを sync.Mutex で守ってください。")
	sayBroken = words.T("Your program died while the check was running: %s", "チェックの途中でプログラムが止まりました：%s")
)
