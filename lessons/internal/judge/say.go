package judge

import (
	"strings"

	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// What a check says of results.
var (
	SayPanicAt = words.T("Your program stopped with a panic in %s, line %d: `%s`", "%s の %d 行目でパニックが起き、プログラムが止まりました：`%s`")
	SayPanic   = words.T("Your program stopped with a panic.", "パニックが起き、プログラムが止まりました。")
	sayGone    = words.T("Your function ended its goroutine (runtime.Goexit) instead of returning a result.", "関数が結果を返さずに、ゴルーチンを終わらせました（runtime.Goexit）。")
	sayChanged = words.T("Your function changed its argument %s. Its caller still needs it as it was: put the result into a new value.",
		"関数が引数 %s を書き換えました。呼び出した側は、元の値をまだ使います。新しい値に計算してください。")
	sayShared = words.T("%[1]s lies in the same memory as the argument %[2]s: changing one changes the other. Return a new value.",
		"%[1]s が引数 %[2]s と同じメモリーにあります。一方を変えると、もう一方も変わってしまいます。新しい値を返してください。")
	sayNil     = words.T("%s is empty: nothing has been put into it yet.", "%s が空です。まだ何も代入されていません。")
	sayShape   = words.T("%s has the wrong shape: it is %s; it should be %s.", "%s の形が違います。%s になっていますが、正しくは %s です。")
	sayTooMuch = words.T("%s is one result too many.", "%s は余分な結果です。")
	sayNaN     = words.T("%s is NaN, not a number. It comes from 0/0, from the logarithm of a negative number, or from 0·log 0.",
		"%s が NaN（数ではない値）です。0/0、負の数の対数、0·log 0 などから生じます。")
	sayInf = words.T("%s is infinite. It comes from a division by zero, from log 0, or from an exponent that is too large.",
		"%s が無限大です。ゼロでの割り算、log 0、大きすぎる指数などから生じます。")
	sayNumber = words.T("%s is %s; it should be %s.", "%s が %s になっていますが、正しくは %s です。")
	sayText   = words.T("%s is %q; it should be %q.", "%s が「%s」になっていますが、正しくは「%s」です。")
	sayAll    = words.T("%s differs in every entry.", "%s のすべての成分が違います。")
	saySome   = words.T("%s differs in %d of its %d entries.", "%[1]s の %[3]d 個の成分のうち、%[2]d 個が違います。")

	sayHidden = words.T("Your answer uses `%s`: so the check cannot see what it calls. No exercise needs that: write the formula.",
		"`%s` を使っているので、何を呼び出しているのかがわかりません。どの課題にも必要のないものです。式を書いてみましょう。")
	SayBorrowed = words.T("Your answer calls `%s`, which already is the solution. It works, but here you learn by writing it yourself: write the formula.",
		"`%s` を呼び出していますが、これは解答そのものです。動きはしますが、ここは自分で書いて学ぶところです。式を書いてみましょう。")
	sayGlobal = words.T("Your function uses the notebook's variable `%s` and never its own argument `%s`: so it answers the same whatever it is asked. Use the argument.",
		"関数がノートブックの変数 `%s` を使っていて、引数 `%s` を一度も使っていません。これでは何を渡しても同じ答えになります。引数を使いましょう。")
	sayAlsoGlobal = words.T("Your function uses the notebook's variable `%s`, which has nothing to do with what the function is asked here. Use its arguments.",
		"関数がノートブックの変数 `%s` を使っていますが、これはここで渡された値とは関係がありません。引数を使いましょう。")
	sayUnused     = words.T("Your function never uses its argument `%s`.", "関数が引数 `%s` を一度も使っていません。")
	sayUnset      = words.T("No line of your function puts a value into %s: what nothing is put into stays 0.", "%s に値を入れる行がありません。何も入れなければ、0 のままです。")
	sayStillBlank = words.T("Your answer calls `%s`, which is still blank: write that one first.", "`%s` を呼び出していますが、まだ空欄のままです。先にそちらを書きましょう。")
)

// sayPublished stands below a right answer whose first case is one of the course's.
var sayPublished = words.T("For the example of the online course, your function returns the published figures.", "オンライン講座の例でも、公表されている値と同じ結果になりました。")

// What to do next.
var (
	nextBlank     = words.T("Write your answer in the cell above, run it, then run this check again. Help: `%s`", "上のセルに答えを書いて実行し、それからこのチェックをもう一度実行してください。ヒント：`%s`")
	nextAlmost    = words.T("Almost there! Change that one thing, run your cell, and check again.", "あと少しです！その一か所を直してセルを実行し、もう一度チェックしてください。")
	nextIncorrect = words.T("Change your answer, run its cell, and check again. The next hint: `%s`", "答えを直してセルを実行し、もう一度チェックしてください。次のヒント：`%s`")
	nextCorrect   = words.T("Well done. Go on to the next cell.", "よくできました。次のセルに進みましょう。")
)

// explanations say in plain words what the runtime says in its own.
var explanations = []struct {
	sign string
	said words.Text
}{
	{"mat: row index out of range", words.T("The matrix has no such row: it has fewer, or none yet. nn.Zeros(n, m) makes one with n rows and m columns.", "行列に、その行がありません。行が足りないか、行列がまだ空です。nn.Zeros(n, m) で、n 行 m 列の行列を作れます。")},
	{"mat: column index out of range", words.T("The matrix has no such column: it has fewer, or none yet. nn.Zeros(n, m) makes one with n rows and m columns.", "行列に、その列がありません。列が足りないか、行列がまだ空です。nn.Zeros(n, m) で、n 行 m 列の行列を作れます。")},
	{"index out of range [0] with length 0", words.T("The slice is still empty: it has no place 0 yet. append adds one, and make(…, n) begins with n of them.", "スライスがまだ空で、0 番目の要素がありません。append で加えるか、make(…, n) で n 個の要素を用意してください。")},
	{"index out of range", words.T("An index is too large: a slice of n elements has the indices 0 to n − 1.", "添字が大きすぎます。要素が n 個のスライスの添字は 0 から n − 1 です。")},
	{"slice bounds out of range", words.T("A slice is cut beyond its end.", "スライスの範囲が、終わりを超えています。")},
	{"integer divide by zero", words.T("A whole number is divided by zero.", "整数をゼロで割っています。")},
	{"nil map", words.T("The map has not been made yet: make(map[…]…), or a literal.", "マップがまだ作られていません。make(map[…]…) などで作ってください。")},
	{"nil pointer", words.T("A pointer is nil: nothing has been put into it yet. An empty nn.Matrix has no entries either.", "ポインターが nil です。まだ何も代入されていません。空の nn.Matrix にも成分はありません。")},
	{"makeslice", words.T("A slice cannot have that length.", "スライスの長さとして使えない値です。")},
}

// ExplainPanic keeps the runtime's words and adds plain ones.
func ExplainPanic(panics string) words.Text {
	for _, e := range explanations {
		if strings.Contains(panics, e.sign) {
			return words.T("%s (Go says: %s)", "%s（Go のメッセージ：%s）").Fill(e.said, panics)
		}
	}
	return words.T("Go says: %s", "Go のメッセージ：%s").Fill(panics)
}

// Blank says that nothing was written yet.
func Blank(v verdict.Verdict) verdict.Verdict {
	v.Outcome, v.Reason = verdict.NotAttempted, verdict.ReasonBlank
	v.Next = nextBlank.Fill(Call(v.ID, "Hint"))
	return v
}

// right says that all is right.
func right(v verdict.Verdict) verdict.Verdict {
	v.Outcome, v.Points, v.Next = verdict.Correct, v.Max, nextCorrect
	return v
}

// Wrong says what is wrong, and what to do next.
func Wrong(v verdict.Verdict, reason verdict.Reason, say ...words.Text) verdict.Verdict {
	v.Outcome, v.Reason, v.Say = verdict.Incorrect, reason, say
	v.Next = nextIncorrect.Fill(Call(v.ID, "Hint"))
	return v
}

// Call says how a cell calls a method of the exercise: week2.Sigmoid.Hint().
func Call(id, method string) string {
	week, name, _ := strings.Cut(id, "/")
	return week + "." + Upper(name) + "." + method + "()"
}
