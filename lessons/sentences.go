package lessons

import (
	"strings"

	"nekonote/nn/words"
)

// What a check says when something breaks.
var (
	sayPanicAt = words.T("Your program stopped with a panic in %s, line %d: `%s`", "%s の %d 行目でパニックが起き、プログラムが止まりました：`%s`")
	sayPanic   = words.T("Your program stopped with a panic.", "パニックが起き、プログラムが止まりました。")

	sayLoopAt = words.T("Your function did not finish within %s. It was still in the loop at %s, line %d: `%s` Does its condition ever become false?",
		"関数が %s 以内に終わりませんでした。%s の %d 行目のループから抜けていません：`%s` 条件が偽になることはあるでしょうか。")
	sayLoop   = words.T("Your function did not finish within %s. Look for a loop whose condition never becomes false.", "関数が %s 以内に終わりませんでした。条件がいつまでも偽にならないループがないか、確かめてください。")
	sayWaitAt = words.T("Your function did not finish within %s: it waits for ever in %s, line %d: `%s`", "関数が %s 以内に終わりませんでした。%s の %d 行目でいつまでも待っています：`%s`")
	sayBefore = words.T("The cell's program did not come to the check within %s. What stands before the check in this cell takes too long; give it a cell of its own.",
		"%s 以内にチェックまで進みませんでした。このセルでは、チェックの前の処理に時間がかかりすぎています。別のセルに分けてください。")

	sayRecursionAt = words.T("Your function calls itself without end, in %s, line %d: `%s`", "関数が自分自身を際限なく呼び出しています。%s の %d 行目です：`%s`")
	sayRecursion   = words.T("Your function calls itself without end.", "関数が自分自身を際限なく呼び出しています。")
	sayMemoryAt    = words.T("Your function took more than %s of memory, in %s, line %d: `%s`", "関数が %s を超えるメモリを使いました。%s の %d 行目です：`%s`")
	sayMemory      = words.T("Your function took more than %s of memory.", "関数が %s を超えるメモリを使いました。")
	sayExitAt      = words.T("`%s` ends the whole program, in %s, line %d: `%s` Return a result instead; the check and the notebook go on from there.",
		"`%s` はプログラム全体を終わらせます。%s の %d 行目です：`%s` 代わりに return で結果を返してください。そうすれば、チェックもノートブックも先に進めます。")
	sayExit = words.T("Your function ended the whole program instead of returning a result (os.Exit or log.Fatal).", "関数が結果を返さずに、プログラム全体を終わらせました（os.Exit や log.Fatal）。")
	sayGone = words.T("Your function ended its goroutine (runtime.Goexit) instead of returning a result.", "関数が結果を返さずに、ゴルーチンを終わらせました（runtime.Goexit）。")
	sayRace = words.T("Two goroutines changed the same map at the same time; Go ends such a program. Compute here without goroutines, or guard the map with a sync.Mutex.",
		"二つのゴルーチンが同じマップを同時に書き換えたため、Go がプログラムを止めました。ここではゴルーチンを使わずに計算するか、マップを sync.Mutex で守ってください。")
	sayBroken = words.T("Your program died while the check was running: %s", "チェックの途中でプログラムが止まりました：%s")
)

// What a check says of results.
var (
	sayChanged = words.T("Your function changed its argument %s. Whoever called it still needs it as it was: compute into a new value.",
		"関数が引数 %s を書き換えました。呼び出した側は、元の値をまだ使います。新しい値に計算してください。")
	sayShared = words.T("%[1]s lies in the same memory as the argument %[2]s: who changes the one changes the other. Return a new value.",
		"%[1]s が引数 %[2]s と同じメモリにあります。一方を変えると、もう一方も変わってしまいます。新しい値を返してください。")
	sayNil     = words.T("%s is empty: nothing has been put into it yet.", "%s が空です。まだ何も代入されていません。")
	sayShape   = words.T("%s has the wrong shape: it is %s; it should be %s.", "%s の形が違います。%s になっていますが、正しくは %s です。")
	sayTooMuch = words.T("%s is one result too many.", "%s は余分な結果です。")
	sayNaN     = words.T("%s is NaN, not a number. It comes from 0/0, from the logarithm of a negative number, or from 0·log 0.",
		"%s が NaN（数ではない値）です。0/0、負の数の対数、0·log 0 などから生じます。")
	sayInf = words.T("%s is infinite. It comes from a division by zero, from log 0, or from an exponent that is too large.",
		"%s が無限大です。ゼロでの割り算、log 0、大きすぎる指数などから生じます。")
	sayNumber = words.T("%s is %s; it should be %s.", "%s が %s になっていますが、正しくは %s です。")
	sayText   = words.T("%s is %q; it should be %q.", "%s が %q になっていますが、正しくは %q です。")
	sayAll    = words.T("%s differs in every entry.", "%s のすべての成分が違います。")
	saySome   = words.T("%s differs in %d of its %d entries.", "%[1]s の %[3]d 個の成分のうち、%[2]d 個が違います。")

	sayBorrowed = words.T("Your answer calls `%s`, which already is the solution. It works, but here you learn by writing it yourself: write the formula.",
		"`%s` を呼び出していますが、これは解答そのものです。動きはしますが、ここは自分で書いて学ぶところです。式を書いてみましょう。")
	sayGlobal = words.T("Your function uses the notebook's variable `%s` and never its own argument `%s`: so it answers the same whatever it is asked. Use the argument.",
		"関数がノートブックの変数 `%s` を使っていて、引数 `%s` を一度も使っていません。これでは何を渡しても同じ答えになります。引数を使いましょう。")
	sayAlsoGlobal = words.T("Your function uses the notebook's variable `%s`, which has nothing to do with what the function is asked here. Use its arguments.",
		"関数がノートブックの変数 `%s` を使っていますが、これはここで渡された値とは関係がありません。引数を使いましょう。")
	sayUnused     = words.T("Your function never uses its argument `%s`.", "関数が引数 `%s` を一度も使っていません。")
	sayStillBlank = words.T("Your answer calls `%s`, which is still blank: write that one first.", "`%s` を呼び出していますが、まだ空欄のままです。先にそちらを書きましょう。")
)

// What patterns between got and want suggest.
var (
	saySign        = words.T("%s has just the opposite sign. Perhaps a minus is missing, or one too many.", "%s の符号がちょうど逆です。マイナスが抜けているか、一つ多いのかもしれません。")
	sayTwice       = words.T("%s is exactly twice what it should be. Perhaps a factor ½ is missing, or a term is counted twice.", "%s がちょうど 2 倍です。½ が抜けているか、同じ項を 2 回数えているのかもしれません。")
	sayHalf        = words.T("%s is exactly half of what it should be.", "%s がちょうど半分です。")
	sayTimes       = words.T("%s is exactly %s times what it should be, and %[2]s is %[3]s. Perhaps the division by it is missing.", "%[1]s がちょうど %[2]s 倍です。%[2]s は%[3]sです。それで割るのを忘れているのかもしれません。")
	sayDivided     = words.T("%s is exactly a %s-th of what it should be, and %[2]s is %[3]s. Perhaps it is divided by it once too often.", "%[1]s がちょうど %[2]s 分の 1 です。%[2]s は%[3]sです。それで 1 回多く割っているのかもしれません。")
	saySignAndSize = words.T("%s has the opposite sign, and is off by the factor %s, which is %s.", "%[1]s の符号が逆で、さらに %[2]s 倍ずれています。%[2]s は%[3]sです。")
	sayFactor      = words.T("%s is %s times what it should be, in every entry.", "%s のすべての成分が、正しい値の %s 倍です。")
	sayLog2        = words.T("%s is off as log₂ is from the natural logarithm. Use math.Log, or the method Log.", "%s のずれ方は、log₂ と自然対数の違いと同じです。math.Log か Log メソッドを使ってください。")
	sayLog10       = words.T("%s is off as log₁₀ is from the natural logarithm. Use math.Log, or the method Log.", "%s のずれ方は、log₁₀ と自然対数の違いと同じです。math.Log か Log メソッドを使ってください。")
	sayColumnsOf   = words.T("the number of columns of %s", " %s の列数")
	sayRowsOf      = words.T("the number of rows of %s", " %s の行数")

	sayTransposed    = words.T("%s is right, but transposed: rows and columns have changed places. T() turns it.", "%s の値は正しいのですが、転置されています（行と列が逆です）。T() で転置できます。")
	saySideways      = words.T("%s lies on its side: rows and columns have changed places.", "%s の行と列が逆です。")
	sayReversed      = words.T("%s has the right numbers in reverse order.", "%s の数は合っていますが、順番が逆です。")
	saySummedWrong   = words.T("%s seems to be summed along the other axis: SumRows gives each row's sum (n×1), SumCols each column's (1×m).", "%s は別の軸に沿って合計されているようです。SumRows は行ごとの和（n×1）、SumCols は列ごとの和（1×m）です。")
	saySummedAll     = words.T("%s is summed over everything; here each row, or each column, has its own sum: SumRows or SumCols.", "%s が全体の和になっています。ここでは行ごと、または列ごとの和が必要です（SumRows、SumCols）。")
	sayForgotten     = words.T("%s is right but for %[2]s: it has been forgotten.", "%s は、%[2]s を足し忘れている以外は正しくできています。")
	sayOffset        = words.T("Every entry of %s is off by the same %s. Perhaps something was added, or not.", "%s のすべての成分が、同じ %s だけずれています。何かを余分に足したか、足し忘れたのかもしれません。")
	sayOffsetRows    = words.T("%s is off by the same amount all along each row. Perhaps a bias was not added, or the wrong one.", "%s は、行ごとに同じ量だけずれています。バイアスを足し忘れたか、別のものを足したのかもしれません。")
	sayOffsetColumns = words.T("%s is off by the same amount all along each column.", "%s は、列ごとに同じ量だけずれています。")
)

// What finite differences say.
var (
	saySlopeOff = words.T("Slope test ✗ %s: where %[2]s grows a little, the cost changes %[3]s times as much, but %[1]s says %[4]s.",
		"傾きのテスト ✗ %[1]s：%[2]s を少し増やすと、コストはその %[3]s 倍変わりますが、%[1]s は %[4]s になっています。")
	saySlopeRight = words.T("Slope test ✓ %s agrees with how the cost changes with %s.", "傾きのテスト ✓ %[1]s は、%[2]s によるコストの変化と合っています。")
)

// sayPublished stands below a right answer whose first case is one of the course's.
var sayPublished = words.T("For the course's own example your function returns the published figures.", "コースの例でも、公表されている値と同じ結果になりました。")

// What to do next.
var (
	nextBlank     = words.T("Write your answer in the cell above, run it, then run this check again. Help: `%s`", "上のセルに答えを書いて実行し、それからこのチェックをもう一度実行してください。ヒント：`%s`")
	nextAlmost    = words.T("Almost there! Change that one thing, run your cell, and check again.", "あと少しです！その一か所を直してセルを実行し、もう一度チェックしてください。")
	nextIncorrect = words.T("Change your answer, run its cell, and check again. The next hint: `%s`", "答えを直してセルを実行し、もう一度チェックしてください。次のヒント：`%s`")
	nextCorrect   = words.T("Well done. Go on to the next cell.", "よくできました。次のセルに進みましょう。")
)

// The names of the outcomes, as a learner reads them.
var outcomeWords = map[Outcome]words.Text{
	NotAttempted: words.T("Not attempted yet", "まだ解いていません"),
	Almost:       words.T("Almost", "おしい！"),
	Incorrect:    words.T("Not yet right", "まだ正しくありません"),
	Correct:      words.T("Correct", "正解"),
}

// explanations say in plain words what the runtime says in its own.
var explanations = []struct {
	sign string
	said words.Text
}{
	{"index out of range", words.T("An index is too large: a slice of n elements has the indices 0 to n − 1.", "添字が大きすぎます。要素が n 個のスライスの添字は 0 から n − 1 です。")},
	{"slice bounds out of range", words.T("A slice is cut beyond its end.", "スライスの範囲が、終わりを超えています。")},
	{"integer divide by zero", words.T("A whole number is divided by zero.", "整数をゼロで割っています。")},
	{"nil map", words.T("The map has not been made yet: make(map[…]…), or a literal.", "マップがまだ作られていません。make(map[…]…) などで作ってください。")},
	{"nil pointer", words.T("A pointer is nil: nothing has been put into it yet. An empty nn.Matrix has no entries either.", "ポインタが nil です。まだ何も代入されていません。空の nn.Matrix にも成分はありません。")},
	{"makeslice", words.T("A slice cannot have that length.", "スライスの長さとして使えない値です。")},
}

// explainPanic keeps the runtime's words and adds plain ones.
func explainPanic(panics string) words.Text {
	for _, e := range explanations {
		if strings.Contains(panics, e.sign) {
			return words.T("%s (Go says: %s)", "%s（Go のメッセージ：%s）").Fill(e.said, panics)
		}
	}
	return words.T("Go says: %s", "Go のメッセージ：%s").Fill(panics)
}

func (v Verdict) notAttempted() Verdict {
	v.Outcome, v.Reason = NotAttempted, ReasonBlank
	v.Next = nextBlank.Fill(call(v.ID, "Hint"))
	return v
}

func (v Verdict) correct() Verdict {
	v.Outcome, v.Points, v.Next = Correct, v.Max, nextCorrect
	if _, published := Figures[v.ID]; published {
		v.Say = append(v.Say, sayPublished)
	}
	return v
}

func (v Verdict) wrong(reason Reason, say ...words.Text) Verdict {
	v.Outcome, v.Reason, v.Say = Incorrect, reason, say
	v.Next = nextIncorrect.Fill(call(v.ID, "Hint"))
	return v
}

// call says how a cell calls a method of the exercise: week2.Sigmoid.Hint().
func call(id, method string) string {
	week, name, _ := strings.Cut(id, "/")
	return week + "." + upper(name) + "." + method + "()"
}

// What is said of the journal.
var (
	sayNotNoted = words.T("This could not be noted in your progress (%v). Your answer is not lost; make room, or make the folder writable, and check again.",
		"進み具合を記録できませんでした（%v）。答えは失われていません。空き容量や書き込み権限を確かめて、もう一度チェックしてください。")
	sayUnread = words.T("Your progress could not be read (%v). It is not lost; make the file readable, and look again.",
		"進み具合の記録を読めませんでした（%v）。記録は失われていません。ファイルを読めるようにして、もう一度お試しください。")
	sayDamaged = words.T("%d lines of your progress could not be read and were skipped; everything else is there (%s).",
		"進み具合の記録のうち %d 行が読めなかったため、飛ばしました。ほかはすべて残っています（%s）。")
)
