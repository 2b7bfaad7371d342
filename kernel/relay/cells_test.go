package relay

import (
	"fmt"
	"strings"
	"testing"

	"nekonote/nn/words"
)

// cellCase is a cell and what must appear. The cells of a table run one after the other in one kernel.
type cellCase struct {
	code   string
	status string // "" is ok
	stdout string // the whole of it, or anything
	says   []string
	en, ja string // must appear in that language
	value  string // of the last expression

	without string // must not appear
}

// anything stands for output that is not the same each time.
const anything = "*"

// mistakes are what beginners write, and right cells that lie next to them.
var mistakes = []cellCase{
	{code: "x := 3", status: "error", says: []string{"declared and not used: x", "1 │ x := 3"}, en: "_ = x", ja: "使わない変数"},
	{code: "fmt.Println(sigmod(3))", status: "error", says: []string{"undefined: sigmod", "    │             ^"}, en: "Run the cell that defines sigmod", ja: "sigmod を定義するセル"},
	{code: "x := 3\nfmt.Println(x * 2.5)", status: "error", says: []string{"truncated", "2 │ fmt"}, en: "write x := 3.0", ja: "x := 3.0 と書く"},
	{code: "m := 3\ny := 2.0\nfmt.Println(m * y)", status: "error", says: []string{"mismatched types int and float64", "3 │"}, en: "or float64(m)", ja: "float64(m) と書いても"},
	{code: "func f(x float64) float64 {\n\tif x > 0 {\n\t\treturn 1\n\t}\n}", status: "error", says: []string{"missing return", "5 │ }"}, en: "must end in return", ja: "return を書きます"},
	{code: "func f(x float64) float64 { return x }\na, b := f(3)\nfmt.Println(a, b)", status: "error", says: []string{"assignment mismatch", "2 │ a, b := f(3)"}, en: "2 stand on the left", ja: "左辺には 2 個"},
	{code: "var s string = 3", status: "error", says: []string{"cannot use 3", "    │                ^"}, en: "A text is needed", ja: "文字列が必要"},
	{code: "x := 3\nx := 4\nfmt.Println(x)", status: "error", says: []string{"no new variables", "2 │ x := 4"}, en: "assign with =", ja: "= で代入"},
	{code: "fmt.Println（\"a\"）", status: "error", says: []string{"illegal character U+FF08", "    │            ^"}, en: "full-width character", ja: "全角文字"},
	{code: "fmt.Println(\"日本\", 3；)", status: "error", says: []string{"U+FF1B", "    │              　　    ^"}, en: "full-width", ja: "全角"},
	{code: "x　:= 3", status: "error", says: []string{"U+3000"}, en: "full-width space", ja: "全角スペース"},
	{code: "for i in range(3) {\n\tfmt.Println(i)\n}", status: "error", says: []string{"1 │ for i in"}, en: "for i := range n", ja: "for i := range n"},
	{code: "if 3 > 2\n{\n\tfmt.Println(\"a\")\n}", status: "error", says: []string{"unexpected newline", "1 │ if 3 > 2"}, en: "opening brace", ja: "開き波かっこ"},
	{code: "func g() {\n\tfmt.Println(\"a\"\n}", status: "error", says: []string{"missing ','", "2 │"}, en: "comma", ja: "コンマ"},
	{code: "func g() {\n\tfmt.Println(\"a\")", status: "error", says: []string{"'EOF'"}, en: "closing brace", ja: "閉じる波かっこ"},
	{code: "x := 5\nfmt.Println(x)\n}", status: "error", says: []string{"found '}'", "3 │ }"}, en: "too many", ja: "一つ多い"},
	{code: "fmt.Println(\"a\nb\")", status: "error", says: []string{"not terminated", "1 │"}, en: "is missing on this line", ja: "閉じる \""},
	{code: "fmt.Println('abc')", status: "error", says: []string{"rune literal"}, en: "double quotes", ja: "二重引用符"},
	{code: "h := 1/2\nfmt.Println(h)", stdout: "0\n", en: "1/2 is 0 in Go", ja: "1/2 は 0 になります"},
	{code: "fmt.Println(4/2, 1.0/2)", stdout: "2 0.5\n"},
	{code: "W := nn.Zeros(2, 2)\nfmt.Println(W + W)", status: "error", says: []string{"operator + not defined", "2 │"}, en: "A.Add(B)", ja: "A.Add(B)"},
	{code: "A := 3 + why", status: "error", says: []string{"undefined: why"}, en: "Run the cell", ja: "セルを実行"},
	{code: "fmt.Println(np.zeros(3))", status: "error", says: []string{"undefined: np"}, en: "In Go this is nn", ja: "Go では nn"},
	{code: "fmt.Println(2 ** 3)", status: "error", says: []string{"cannot indirect"}, en: "math.Pow", ja: "math.Pow"},
	{code: "while true {\n}", status: "error", says: []string{"1 │ while"}, en: "Go has no while", ja: "while はありません"},
	{code: "def f(x):\n\treturn x", status: "error", says: []string{"1 │ def"}, en: "begins with func", ja: "func で始め"},
	{code: "x := 3 > 2 ? 1 : 0", status: "error", says: []string{"U+003F"}, en: "no ?:", ja: "?: 演算子"},
	{code: "if 3 {\n}", status: "error", says: []string{"non-boolean"}, en: "true or false", ja: "true か false"},
	{code: "x := []float64{1, 2}\nfmt.Println(x.Len())", status: "error", says: []string{"undefined", "2 │"}, en: "has no Len", ja: "Len はありません"},
	{code: "fmt.Println(strings.toUpper(\"a\"))", status: "error", says: []string{"toUpper"}, en: "Did you mean strings.ToUpper?", ja: "strings.ToUpper ではありませんか"},
	{code: "fmt.Println(math.Sqrt(1, 2))", status: "error", says: []string{"too many arguments", "have (number, number)", "want (float64)"}, en: "fewer arguments", ja: "多すぎ"},
	{code: "fmt.Println(math.Pow(2))", status: "error", says: []string{"not enough arguments"}, en: "more arguments", ja: "足りません"},
	{code: "func h() int { return 1, 2 }", status: "error", says: []string{"too many return values"}, en: "fewer results", ja: "戻り値が多く"},
	{code: "func h() {\n}\nx := h()\nfmt.Println(x)", status: "error", says: []string{"used as value", "3 │"}, en: "gives nothing back", ja: "値を返しません"},
	{code: "import \"os\"\nfmt.Println(1)", stdout: "1\n"},
	{code: "x := 3\nx + 1\nfmt.Println(x)", status: "error", says: []string{"is not used", "2 │ x + 1"}, en: "dropped", ja: "使われていません"},
	{code: "x := []int{1, 2, 3}\nfmt.Println(x[5:2])", status: "error", says: []string{"invalid slice indices"}},
	{code: "x := [3]int{1, 2, 3}\nfmt.Println(x[5])", status: "error", says: []string{"out of bounds"}, en: "counts from 0", ja: "0 から数え"},
	{code: "fmt.Println(1 / 0)", status: "error", says: []string{"division by zero"}, en: "divisor is 0", ja: "0 で割って"},
	{code: "s := \"abc\"\ns[0] = 'x'\nfmt.Println(s)", status: "error", says: []string{"cannot assign to s[0]"}, en: "cannot be written", ja: "代入できません"},
	{code: "fmt.Println(int(\"3\"))", status: "error", says: []string{"cannot convert"}, en: "strconv.Atoi", ja: "strconv.Atoi"},
	{code: "x := 3\nfmt.Println(x(2))", status: "error", says: []string{"cannot call"}, en: "is not a function", ja: "関数ではありません"},
	{code: "if x := 3; x = 3 {\n}", status: "error", en: "To compare write ==", ja: "比較には =="},
	{code: "fmt.Println(nn.Zeros(2,3).Dot(nn.Zeros(2,3)))", status: "error", says: []string{"ShapeError", "(2×3)", "1 │"}, en: "are folded", ja: "省きました"},
	{code: "var v = []float64{1, 2, 3}\n\nfunc at(i int) float64 {\n\treturn v[i]\n}"},
	{code: "i := 5\nfmt.Println(\"before\")\nfmt.Println(at(i))", status: "error", stdout: "before\n", says: []string{"index out of range [5] with length 3", "4 │ \treturn v[i]"}, en: "called from In", ja: "呼び出し元"},
	{code: "// Lines are counted as the cell shows them.\n!true\n\nvar none []int\nfmt.Println(none[3])", status: "error", says: []string{"5 │ fmt.Println(none[3])"}, en: "has no elements yet", ja: "要素がまだない"},
	{code: "var scores map[string]int\nscores[\"a\"] = 1", status: "error", says: []string{"nil map"}, en: "Make the map first", ja: "先にマップ"},
	{code: "func rec(n int) int {\n\treturn rec(n + 1)\n}\nfmt.Println(rec(1))", status: "error", says: []string{"stack overflow", "1 │ func rec"}, en: "calls itself without end", ja: "自分自身を呼び"},
	{code: "var p *int\nfmt.Println(*p)", status: "error", says: []string{"nil pointer", "2 │"}, en: "is nil", ja: "nil があります"},
	{code: "n := 0\nfmt.Println(1 / n)", status: "error", says: []string{"integer divide by zero", "2 │"}, en: "divided by 0", ja: "0 で割って"},
	{code: "ch := make(chan int)\nch <- 1", status: "error", says: []string{"deadlock", "2 │"}, en: "Everyone waits", ja: "待ったまま"},
	{code: "var a any = 3\nfmt.Println(a.(string))", status: "error", says: []string{"interface conversion", "2 │"}, en: "another type", ja: "型が"},
	{code: "var answer int\nfmt.Scanln(&answer)", status: "error", en: "reads input", ja: "入力（fmt.Scan"},
	{code: "func ask() string {\n\ts := bufio.NewScanner(os.Stdin)\n\ts.Scan()\n\treturn s.Text()\n}"},
	{code: "ask()", status: "error", says: []string{"NoInput"}, en: "cannot be typed", ja: "入力できません"},
	{code: "s := bufio.NewScanner(strings.NewReader(\"a\"))\ns.Scan()\nfmt.Println(s.Text())", stdout: "a\n"},
	{code: "w, x, b := 1.0, 2.0, 3.0\nz = w*x + b\nfmt.Println(z)", status: "error", says: []string{"2 │ z"}, without: "3 │", en: "z is new here: write :=", ja: "新しい変数は := で作ります"},
	{code: "x := 2.5\nfmt.Println(x^2)", status: "error", en: "math.Pow(x, 2)", ja: "べき乗ではありません"},
	{code: "x := 5\nfmt.Println(x^2)", stdout: "7\n", en: "^ is not a power", ja: "べき乗ではなく"},
	{code: "dv := 3\ny := 2.0\ndv = dv * y\ndv = y\nfmt.Println(dv * y)", status: "error", says: []string{"3 │"}, without: "4 │", en: "write dv := 3.0", ja: "dv := 3.0 と書く"},
	{code: "A := nn.Zeros(2, 2)\nf := func(x float64) float64 { return x }\nx := 1.0\nfmt.Println(A.Apply(f(x)))", status: "error", en: "hand over f itself", ja: "かっこを付けずに f"},
	{code: "func L1(a, b nn.Matrix) float64 { return 0 }"},
	{code: "basics.L1.Check(l1)", status: "error", en: "Your function is called L1; the exercise wants l1", ja: "関数の名前が L1 になっています。この問題では l1"},
	{code: "func l2(a, b float64) float64 { return 0 }"},
	{code: "basics.L2.Check(l2)", status: "error", en: "the exercise wants a func(yhat, y nn.Matrix) float64", ja: "この問題では func("},
	{code: "fmt.Println(math.exp(1))", status: "error", en: "Did you mean math.Exp?", ja: "math.Exp ではありませんか"},
	{code: "for {\n\tfmt.Println(1)", status: "error", en: "closing brace } is missing", ja: "閉じる波かっこ"},
	{code: "```go\nx := 1\n```", status: "error", en: "belongs to Markdown", ja: "Markdown の記号"},
	{code: "x\u200b := 3\n_ = x", status: "error", en: "invisible character", ja: "目に見えない文字"},
	{code: "\ufeffx := 3\nfmt.Println(x)", stdout: "3\n"},
	{code: "x := １２\n_ = x", status: "error", en: "full-width", ja: "全角文字"},
	{code: "y := 1.0\nz := 2.0\nd := 2(z - y)\nfmt.Println(d)", status: "error", says: []string{"3 │"}, without: "declared and not used", en: "an operator such as *", ja: "* などの演算子"},
	{code: "const (\n\tca = 1\n\tcb = 2\n)"},
	{code: "const ca = 5"},
	{code: "fmt.Println(ca, cb)", status: "error", en: "which defines cb", ja: "cb を定義するセル ["},
	{code: "const (\n\tred = iota\n\tgreen\n)"},
	{code: "const green = 7", status: "error", without: "taken already", en: "belongs to a group that In [", ja: "グループ全体を一つのセルに"},
	{code: "type pair struct{ x float64 }\n\nfunc (p pair) twice() float64 { return 2 * p.x }\n\nfunc (p *pair) set(v float64) { p.x = v }"},
	{code: "type pair struct{ y float64 }", status: "error", en: "pair.set in In [", ja: "もこのセルに書き直してください"},
	{code: "func scaled(x float64) float64 { return x }\n\nfunc usesScaled() float64 { return scaled(1) }"},
	{code: "func scaled(x, y float64) float64 { return x * y }", status: "error", en: "uses scaled, which this cell writes anew", ja: "このセルで書き換えた scaled"},
	{code: "for i = 0; i < 3; i++ {\n}", status: "error", en: "i is new here: write :=", ja: "新しい変数は := で作ります"},
	{code: "tally += 3\nfmt.Println(tally)", status: "error", without: "2 │", en: "as tally := 0.0", ja: "最初の値を入れてください"},
	{code: "tally = tally + 3\ntally++", status: "error", without: "2 │", en: "as tally := 0.0", ja: "最初の値を入れてください"},
	{code: "ｘ := 3\nfmt.Println(x)", status: "error", en: "ｘ is written in full-width letters", ja: "ｘ が全角で書かれています"},
	{code: "var m int = 3\nfmt.Println(m * 0.5)", status: "error", en: "write var m = 3.0", ja: "var m = 3.0 と書く"},
	{code: "a, b := 1, 2\nfmt.Println(a*0.5, b)", status: "error", en: "write a := 1.0", ja: "a := 1.0 と書く"},
	{code: "cost := -1\ncost = 2.5\nfmt.Println(math.Sqrt(cost))", status: "error", without: "3 │", en: "write cost := -1.0", ja: "cost := -1.0 と書く"},
	{code: "n := 4\nfmt.Println(math.Sqrt(n))", status: "error", en: "write n := 4.0", ja: "n := 4.0 と書く"},
	{code: "A := nn.Zeros(2, 2)\nfmt.Println(A.Apply(math.Exp(A)))", status: "error", without: "A float64", en: "hand over math.Exp itself", ja: "かっこを付けずに math.Exp"},
	{code: "A := nn.Zeros(2, 2)\nfmt.Println(A.Apply(math.Tanh(q)))", status: "error", without: "undefined: q", en: "hand over math.Tanh itself", ja: "かっこを付けずに math.Tanh"},
	{code: "A := nn.Zeros(2, 2)\nfmt.Println(A^2)", status: "error", without: "A.Scale", en: "A.Mul(A)", ja: "A.Mul(A)"},
	{code: "n := 3\nn ^= 2\nfmt.Println(n)", stdout: "1\n", en: "^ is not a power", ja: "べき乗ではなく"},
	{code: "fmt.Println(2^10)", stdout: "8\n", en: "math.Pow(x, 10)", ja: "math.Pow(x, 10)"},
	{code: "fmt.Println(fmt.sprint(1), fmt.Sprint(2))", status: "error", en: "Did you mean fmt.Sprint?", ja: "fmt.Sprint ではありませんか"},
	{code: "m := 3.0\nfmt.Println((1/m)(m + 2))", status: "error", en: "(1 / m) is not a function", ja: "(1 / m) は関数ではありません"},
	{code: "func f() {\n\tfor {\n\t\tfmt.Println(1)\n\t}", status: "error", en: "the { in line 1 has none", ja: "1 行目の { が閉じられていません"},
	{code: "fmt.Println(1)\n```", status: "error", says: []string{"2 │ ```"}, en: "belongs to Markdown", ja: "Markdown の記号"},
	{code: "~~~\nx := 1\n~~~", status: "error", en: "belongs to Markdown", ja: "Markdown の記号"},
	{code: "Here is the code:\n```\nfmt.Println(1)\n```", status: "error", says: []string{"2 │ ```"}, en: "belongs to Markdown", ja: "Markdown の記号"},
	{code: ">>> x = 3", status: "error", en: "A copied prompt", ja: "コピーしたプロンプト"},
	{code: "$ ls", status: "error", en: "command of a terminal", ja: "ターミナルのコマンド"},
	{code: "go get example.com/x", status: "error", en: "command of a terminal", ja: "ターミナルのコマンド"},
	{code: "Now we train the network.", status: "error", en: "looks like a sentence", ja: "文章のようです"},
	{code: "次に、ネットワークを学習させます。", status: "error", en: "looks like a sentence", ja: "文章のようです"},
	{code: "fmt.Println(“a”)", status: "error", en: "straight \"", ja: "半角の \""},
	{code: "x := []int{1、2}", status: "error", en: "Japanese punctuation", ja: "日本語の句読点"},
	{code: "s := 「a」", status: "error", en: "Japanese quotation mark", ja: "かぎかっこ"},
	{code: "a := 3.0\nfmt.Println(a + 1)", status: "error", en: "copied from a page", ja: "特殊な空白"},
	{code: "a := 3.0 fmt.Println(a)", status: "error", en: "copied from a page", ja: "特殊な空白"},
	{code: "a := 3.0\nfmt.Println(a²)", status: "error", en: "write x*x", ja: "x*x"},
	{code: "a := 3.0\nfmt.Println(a ≤ 4)", status: "error", en: "written <=", ja: "<= と書きます"},
	{code: "fmt.Println(6 ÷ 2)", status: "error", en: "Division is /", ja: "割り算は /"},
	{code: "fmt.Println(6 – 2)", status: "error", en: "This is a dash", ja: "ダッシュ"},
	{code: "var (\n\tflag = true\n)", status: "error", says: []string{"2 │ \tflag = true", "    │ \t^"}, en: "such as isCat", ja: "isCat など"},
	{code: "flag := 3\nfmt.Println(flag)", stdout: "3\n"},
	{code: "func main() {\n\tfmt.Println(1)\n}\nfmt.Println(2)", status: "error", says: []string{"1 │ func main()"}, en: "put all into one main", ja: "一つの main に"},
	{code: "package main\n\nfunc main() { fmt.Println(1) }\n\npackage main\n\nfunc main() { fmt.Println(2) }", status: "error", says: []string{"7 │ func main()"}, en: "put all into one main", ja: "一つの main に"},
	{code: "func twin() int { return 1 }\n\nfunc twin() int { return 2 }\nfmt.Println(twin())", stdout: "2\n", en: "twin stands twice in this cell (lines 1 and 3)", ja: "twin が二つあり（1 行目と 3 行目）"},
	{code: "func untyped(first, second) {\n}", status: "error", en: "func f(first float64) float64", ja: "first に型がありません"},
	{code: "nn.Sigmoid(3)", status: "error", en: "nn.Sigmoid.At(z) for a number", ja: "nn.Sigmoid.At(z)"},
	{code: "planar := 3\nfmt.Println(planar.Flower())", status: "error", en: "a variable of this cell", ja: "このセルの変数"},
	{code: "var planar = 3"},
	{code: "fmt.Println(planar.Flower())", status: "error", en: "planar is what In [", ja: "パッケージではなく、セル ["},
	{code: "%matplotlib inline", status: "error", says: []string{"1 │ %matplotlib"}, en: "there is no %matplotlib here", ja: "%matplotlib はここでは使えません"},
	{code: "%%time\nfmt.Println(1)", status: "error", en: "there is no %%time here", ja: "%%time はここでは使えません"},
	{code: "%wasm\nfmt.Println(1)", status: "error", en: "only in a kernel that Jupyter", ja: "Jupyter が起動した"},
	{code: "log.Fatal(\"no\")", status: "error", says: []string{"exit status 1"}, en: "ended itself", ja: "自分で終了"},
	{code: "panic(\"my words\")", status: "error", says: []string{"Panic: my words", "1 │ panic"}},
	{code: "func at(i int) float64 {\n\treturn v[i] + bias\n}", status: "error", says: []string{"undefined: bias", "2 │"}},
	{code: "fmt.Println(at(1))", stdout: "2\n", en: "which changes it, has an error", ja: "古い内容で動いています"},
	{code: "func at(i int) float64 {\n\treturn v[i] + 1\n}"},
	{code: "fmt.Println(at(1))", stdout: "3\n"},
}

// values are cells whose last expression is shown, or not.
var values = []cellCase{
	{code: "1 + 2", value: "3"},
	{code: "x := 3.5\nx * 2 // twice", value: "7"},
	{code: "\"猫\"", value: "猫"},
	{code: "nn.Rows([][]float64{{1, 2}})", value: "1×2\n[1  2]"},
	{code: "A := nn.Zeros(2, 3)\nA.Dims()", value: "2 3"},
	{code: "A := nn.Rows([][]float64{{1, 2}})\nA.\n\tScale(2).\n\tSum()", value: "6"},
	{code: "fmt.Println(3)", stdout: "3\n"},
	{code: "fmt.Printf(\"%d\\n\", 3)", stdout: "3\n"},
	{code: "fmt.Sprint(3)", value: "3"},
	{code: "strconv.Atoi(\"7\")", value: "7"},
	{code: "func half(x float64) float64 { return x / 2 }\nhalf(3)", value: "1.5"},
	{code: "half(5)", value: "2.5"},
	{code: "half", value: "func(float64) float64"},
	{code: "func hello() { fmt.Println(\"hello\") }\nhello()", stdout: "hello\n"},
	{code: "hello()", stdout: "hello\n"},
	{code: "func two() (int, string) { return 1, \"b\" }\ntwo()", value: "1 b"},
	{code: "half(3);"},
	{code: "%%\nhalf(3)"},
	{code: "%%\n1 + 2", value: "3"},
	{code: "var mu sync.Mutex\nmu.Lock()"},
	{code: "mu.Lock()"},
	{code: "m := map[string]int{\"a\": 1}\ndelete(m, \"a\")"},
	{code: "var sb strings.Builder\nsb.WriteString(\"a\")"},
	{code: "x := []float64{1, 2}\nx[1]", value: "2"},
	{code: "[]float64{1, 2}", value: "[1 2]"},
	{code: "struct{ W, B float64 }{1, 2}", value: "{W:1 B:2}"},
	{code: "half(2)\n\nfunc later() {}"},
	{code: "nekonote := 3\nnekonote", value: "3"},
	{code: "func main() {\n\tfmt.Println(1)\n}\n\nmain()", stdout: "1\n"},
	{code: "%%\r\nx := 3\r\nx\r\n", value: "3"},
	{code: "%%sh\r\necho a\r\n", stdout: "a\n"},
	{code: "!echo a\r\n1 + 1\r\n", stdout: "a\n", value: "2"},
	{code: "packages := 3\npackages + 1", value: "4"},
	{code: "s := `a\npackage main\n`\nfmt.Print(s)", stdout: "a\npackage main\n"},
	{code: "%env NEKO=tama\nos.Getenv(\"NEKO\")", stdout: anything, value: "tama"},
	{code: "func main() {\n\tfmt.Println(1)\n}", stdout: "1\n"},
	{code: "package main\n\nimport (\n\t\"fmt\"\n)\n\nfunc third(x float64) float64 { return x / 3 }\n\nfunc main() {\n\tfmt.Println(third(3))\n}", stdout: "1\n"},
	{code: "// A whole program.\n/* As it is pasted. */\npackage main\nimport \"fmt\"\nfunc main() { fmt.Println(third(6)) }", stdout: "2\n"},
	{code: "third(9)", value: "3"},
	{code: "s := `a\n!echo b\n%%\n# c\n`\nfmt.Print(s)\n/*\n!echo d\n*/", stdout: "a\n!echo b\n%%\n# c\n"},
	{code: "ok := false\nif ok ||\n!ok {\n\tfmt.Println(\n%s)\n}", status: "error", says: []string{"expected"}},
	{code: "ok := false\nif ok ||\n!ok {\n\tfmt.Println(\"go on\")\n}", stdout: "go on\n"},
	{code: "1 + 1\n%%sh\nls", status: "error", says: []string{"2 │ %%sh"}, en: "first line of its cell", ja: "1 行目に書きます"},
	{code: "os.Remove(\"no such file\")", value: "remove no such file: no such file or directory"},
	{code: "# a comment\n2 * 3\n# and another", value: "6"},
	{code: "f := func() int { return 4 }\nf()", value: "4"},
	{code: "week2.Dimensions.Hint()"},
	{code: "nothere", status: "error", says: []string{"undefined: nothere", "1 │ nothere", "\n    │ ^"}},
	{code: "x := 3\nhalf(x)", status: "error", says: []string{"cannot use x", "2 │ half(x)", "    │      ^"}, en: "float64(x)", ja: "float64(x)"},
	{code: "half(1, 2)", status: "error", says: []string{"too many arguments in call to half", "have (number, number)"}},
	{code: "println(3)"},
	{code: "!echo hello", stdout: "hello\n"},
	{code: "!echo hello\n1 + 2", stdout: "hello\n", value: "3"},
}

func TestValueOfTheLastExpression(t *testing.T) {
	k := startKernel(t, gonb(t), module(t), "NEKONOTE_DIR="+t.TempDir())
	for _, c := range values {
		c.check(t, k, words.English)
	}
}

func TestWhatALearnerSees(t *testing.T) {
	for _, lang := range words.Langs {
		t.Run(string(lang), func(t *testing.T) {
			k := startKernel(t, gonb(t), module(t), words.Variable+"="+string(lang))
			for _, c := range mistakes {
				c.check(t, k, lang)
			}
		})
	}
}

// check runs the cell and compares.
func (c cellCase) check(t *testing.T, k *client, lang words.Lang) *result {
	t.Helper()
	r := k.run(c.code)
	seen := ansi.ReplaceAllString(r.all(), "")
	fail := func(what string) {
		t.Helper()
		t.Errorf("%s\n--- cell\n%s\n--- seen, %s\n%s", what, c.code, r.status(), seen)
	}
	if want := max(c.status, "ok"); r.status() != want && !(c.status == "error" && r.status() == "error") {
		fail("the status is to be " + want)
	}
	if r.stdout != c.stdout && c.stdout != anything {
		fail(fmt.Sprintf("stdout is to be %q, and is %q", c.stdout, r.stdout))
	}
	for _, want := range append(c.says, map[words.Lang]string{words.English: c.en, words.Japanese: c.ja}[lang]) {
		if !strings.Contains(seen, want) {
			fail("not there: " + want)
		}
	}
	if c.without != "" && strings.Contains(seen, c.without) {
		fail("there is: " + c.without)
	}
	if value := strings.Join(r.values, "\n"); value != c.value {
		fail("the value is to be " + c.value + ", and is " + value)
	}
	if strings.Contains(seen, "gonb_") || strings.Contains(seen, "%!") {
		fail("no words of the engine's are to be seen")
	}
	return r
}

func TestAModuleThatIsNotThere(t *testing.T) {
	k := startKernel(t, gonb(t), module(t))
	for range 2 { // the second time go get is tried again
		r := k.run("import \"example.invalid/thing\"\nfmt.Println(thing.X)")
		if said := ansi.ReplaceAllString(r.all(), ""); r.status() != "error" || !strings.Contains(said, "There is no package example.invalid/thing here") ||
			!strings.Contains(said, "1 │ import") || strings.Contains(said, "to add it") {
			t.Errorf("%s", said)
		}
		if r = k.run("!echo x\n1 + 2"); r.stdout != "x\n" || len(r.values) != 1 {
			t.Errorf("the next cell: %s", r.all())
		}
	}
}

func TestUnderNbgraderAWrongCheckIsAnErrorWithItsSentence(t *testing.T) {
	k := startKernel(t, gonb(t), module(t), "NBGRADER_EXECUTION=autograde", "NEKONOTE_DIR="+t.TempDir())
	k.run("func sigmoid(z nn.Matrix) (s nn.Matrix) { return z.Tanh() }")
	r := k.run("week2.Sigmoid.Check(sigmoid)")
	if len(r.errors) != 1 || !strings.HasPrefix(r.errors[0].Trace[0], "week2/sigmoid: ") || r.errors[0].Value != strings.Join(r.errors[0].Trace, " ") {
		t.Errorf("%v\n%s", r.errors, r.all())
	}
	k.run("func sigmoid(z nn.Matrix) (s nn.Matrix) { return z.Scale(-1).Exp().AddScalar(1).Apply(func(x float64) float64 { return 1 / x }) }")
	r = k.run("week2.Sigmoid.Check(sigmoid)")
	if r.status() != "ok" || r.stderr != "" || len(r.errors) > 0 {
		t.Errorf("a right answer: %s", r.all())
	}
	if r = k.run("x := 1"); len(r.errors) != 1 || r.errors[0].Trace[0] != "declared and not used: x" {
		t.Errorf("an error that a program reads is plain: %q", r.errors)
	}
}
