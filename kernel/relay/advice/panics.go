package advice

// Panics is about what the runtime says when a program breaks.
var Panics = []Advice{
	on(`index out of range \[(-?\d+)\] with length 0`, "It has no elements yet, so there is no number %[1]s: make it long enough first, with make([]float64, n), or append to it.", "要素がまだないので、%[1]s 番もありません。先に make([]float64, n) などで必要な長さにするか、append で追加します。"),
	on(`index out of range \[(-?\d+)\] with length (\d+)`, "There are %[2]s elements, counted from 0: the last one is number %[2]s − 1, and %[1]s is outside.", "要素は %[2]s 個で、番号は 0 から %[2]s − 1 までです。%[1]s 番はありません。"),
	on(`index out of range`, "Elements are counted from 0 to len(x) − 1.", "要素の番号は 0 から len(x) − 1 までです。"),
	on(`slice bounds out of range`, "x[i:j] wants 0 ≤ i ≤ j ≤ len(x).", "x[i:j] は 0 ≤ i ≤ j ≤ len(x) でなければなりません。"),
	on(`invalid memory address or nil pointer dereference`, "Something here is nil: a pointer, map or value that was never made, or was made in another cell and did not survive it.", "ここに nil があります。作られていないポインターなどか、別のセルで作られてセルの終わりに消えた値です。"),
	on(`integer divide by zero`, "A whole number is divided by 0 here; check the divisor before.", "整数を 0 で割っています。先に割る数を確かめましょう。"),
	on(`assignment to entry in nil map`, "Make the map first: m := map[string]float64{} or make(map[string]float64).", "先にマップを作ります。m := map[string]float64{} または make(map[string]float64) です。"),
	on(`all goroutines are asleep - deadlock`, "Everyone waits for someone else: is a value sent to a channel that nobody reads, or a Done() missing?", "すべての goroutine が待ったままです。誰も受け取らないチャネルへの送信や、Done() の忘れはありませんか。"),
	on(`stack overflow|stack exceeds`, "A function calls itself without end: it needs a case in which it returns without a call.", "関数が自分自身を呼び続けています。呼び出さずに return する場合分けが必要です。"),
	on(`makeslice: (?:len|cap) out of range`, "The length of a slice is negative or far too large.", "スライスの長さが負か、大きすぎます。"),
	on(`interface conversion`, "The value has another type than the one in brackets: ask with v, ok := x.(T).", "値の型が、かっこの中の型と違います。v, ok := x.(T) で確かめられます。"),
	on(`close of (?:closed|nil) channel|send on closed channel`, "A channel is closed once, by the one who sends, when all is sent.", "チャネルは、送る側がすべて送り終えてから一度だけ閉じます。"),
	on(`negative WaitGroup counter`, "There are more Done() than Add().", "Add() より Done() のほうが多くなっています。"),
	on(`concurrent map (?:writes|read|iteration)`, "Two goroutines use one map at the same time: guard it with a sync.Mutex.", "二つの goroutine が同じマップを同時に使っています。sync.Mutex で守ります。"),
	on(`out of memory|cannot allocate memory`, "The program wanted more memory than there is: is a matrix larger than you meant?", "メモリーが足りません。思ったより大きな行列を作っていませんか。"),
}
