package advice

import (
	"go/token"
	"strings"

	"nekonote/nn/words"
)

// python is about lines as Python has them, and others that are no Go.
var python = []Advice{
	on("^\\s*(?:```|~~~)", "``` belongs to Markdown: remove the lines that begin with it and run what stands between them.", "``` は Markdown の記号です。``` で始まる行を消し、間のコードだけを実行します。"),
	on(`^\s*(?:>>>|\.\.\.|In ?\[\d*\]:)(?:\s|$)`, "A copied prompt stands in front of the line: remove >>>, ... and In [1]:.", "コピーしたプロンプト（>>>、...、In [1]: など）が行の先頭にあります。消してください。"),
	on(`^\s*(?:\$\s*|(?:sudo\s+)?(?:pip3?|ls|cd|git|apt|apt-get|brew|npm|cat|mkdir|python3?|conda|jupyter)\s+[-./~\w]|go\s+(?:get|run|mod|install|build|test|version|env)\b)`, "This looks like a command of a terminal: put ! in front, as in !ls. Packages that you import need no go get.", "ターミナルのコマンドのようです。!ls のように ! を先頭に付けます。import するパッケージに go get は要りません。"),
	on(`^\s*[A-Z][a-z']+,?(?:\s+[A-Za-z'][\w'-]*[,;]?){2,}\s*[.:!?]?\s*$`, "This looks like a sentence, not like Go: put // in front of it, or make a Markdown cell of it (press Esc, then M).", "Go ではなく文章のようです。先頭に // を付けるか、マークダウンセルに変えてください（Esc を押してから M）。"),
	on(`^[^"\x60]*\p{Hiragana}[^"\x60]*[、。：！？]|^[^"\x60]*[、。：！？][^"\x60]*\p{Hiragana}`, "This looks like a sentence, not like Go: put // in front of it, or make a Markdown cell of it (press Esc, then M).", "Go ではなく文章のようです。先頭に // を付けるか、マークダウンセルに変えてください（Esc を押してから M）。"),
	on(`^\s*while\b`, "Go has no while: write for condition { … }.", "Go に while はありません。for 条件 { … } と書きます。"),
	on(`^\s*def\b`, "A function begins with func in Go: func name(x float64) float64 { … }.", "Go の関数は func で始めます。func 名前(x float64) float64 { … } と書きます。"),
	on(`^\s*for\b.*\bin\b`, "Go counts with for i := range n { … }; over the elements of a slice with for i, x := range xs { … }.", "Go では for i := range n { … } で数え、スライスの要素は for i, x := range xs { … } で順に取り出します。"),
	on(`^\s*(?:\}\s*)?elif\b`, "Write } else if condition { in Go, on one line.", "Go では } else if 条件 { を 1 行で書きます。"),
	on(`^\s*(?:if|else|for)\b.*:\s*$`, "Go has braces where Python has a colon: if condition { … }.", "Python のコロンの代わりに、Go では波かっこを使います。if 条件 { … } と書きます。"),
	on(`^\s*(?:from\s|import\s+\w+)`, "Nothing needs to be imported here: nn, plots and Go's own packages are found by themselves; else write import \"path\".", "ここでは import は不要です。nn や plots、Go の標準パッケージは自動で見つかります。必要なときは import \"パス\" と書きます。"),
	on(`^\s*(?:try|except|raise|with|class)\b`, "This is Python; Go has no such word. A function in Go returns an error beside its value.", "これは Python の書き方で、Go にはありません。Go の関数は値と一緒に error を返します。"),
	on(`\blambda\b`, "Go writes a function without a name as func(x float64) float64 { return … }.", "Go では無名関数を func(x float64) float64 { return … } と書きます。"),
	on(`\s(?:and|or|not)\s`, "Go writes && for and, || for or, ! for not.", "Go では and を &&、or を ||、not を ! と書きます。"),
	on(`^\s*(?:let|const|int|float|double|float64|string|bool)\s+\w+\s*=`, "A new variable is written name := value in Go.", "Go の新しい変数は「名前 := 値」と書きます。"),
	on(`(?:\w|\))\s*(?:\+\+|--)\s*[^\s;{}/]|=\s*\w+(?:\+\+|--)`, "In Go, i++ is a statement of its own and has no value: write it on a line by itself.", "Go の i++ は値を持たない文です。1 行に単独で書きます。"),
}

// prose is about a line of words that begins with none of Go's.
var prose = []Advice{
	on(`^\s*[a-z][a-z']*,?(?:\s+[A-Za-z'][\w'-]*[,;]?){2,}\s*[.:!?]?\s*$`, "This looks like a sentence, not like Go: put // in front of it, or make a Markdown cell of it (press Esc, then M).", "Go ではなく文章のようです。先頭に // を付けるか、マークダウンセルに変えてください（Esc を押してから M）。"),
}

// Line is the sentence about a line that is no Go: Python's ways of writing, commands, prose.
func Line(text string) (words.Text, bool) {
	if said, ok := Find(python, text); ok {
		return said, ok
	}
	if first := strings.Fields(text); len(first) > 0 && token.IsKeyword(first[0]) {
		return words.Text{}, false
	}
	return Find(prose, text)
}

// Syntax is about what the parser says.
var Syntax = []Advice{
	on(`illegal character U\+(?:200[B-F]|2060|FEFF|00AD)|'ILLEGAL'`, "An invisible character stands here, as copied text often has: delete the line and type it anew.", "目に見えない文字があります（コピーした文章によく含まれます）。この行を消して、打ち直してください。"),
	on(`illegal character U\+(?:00A0|0085|1680|200[0-9A]|2028|2029|202F|205F)`, "A special space stands here, as text copied from a page often has: delete it and type an ordinary space or a line break.", "特殊な空白があります（ウェブページからコピーした文章によく含まれます）。消して、普通の空白か改行を打ち直してください。"),
	on(`illegal character U\+00B2 `, "Go has no ² for a square: write x*x, or A.Mul(A) for each entry of a matrix.", "Go に ² はありません。2 乗は x*x、行列の成分ごとなら A.Mul(A) と書きます。"),
	on(`illegal character U\+(?:00B3|2074|207F) `, "Go has no raised numbers: write math.Pow(x, 3).", "Go では上付きの数字を使えません。math.Pow(x, 3) のように書きます。"),
	on(`illegal character U\+(?:2264|2266) `, "Less or equal is written <= in Go.", "Go の「以下」は <= と書きます。"),
	on(`illegal character U\+(?:2265|2267) `, "Greater or equal is written >= in Go.", "Go の「以上」は >= と書きます。"),
	on(`illegal character U\+2260 `, "Not equal is written != in Go.", "Go の「等しくない」は != と書きます。"),
	on(`illegal character U\+00F7 `, "Division is / in Go.", "Go の割り算は / と書きます。"),
	on(`illegal character U\+(?:00B7|22C5|2022) `, "Multiplication is * in Go; the product of matrices is W.Dot(X).", "Go のかけ算は * と書きます。行列の積は W.Dot(X) です。"),
	on(`illegal character U\+2190 `, "Assign with = in Go; := makes a new variable.", "Go では = で代入し、:= で新しい変数を作ります。"),
	on(`illegal character U\+(?:2013|2014|FF0D) `, "This is a dash: type the ordinary - instead.", "ダッシュが使われています。半角の - で書き直してください。"),
	on(`illegal character U\+3000`, "This is a full-width space (　): type an ordinary space instead.", "全角スペース（　）があります。半角スペースで書き直してください。"),
	on(`illegal character U\+(?:201C|201D|2033|FF02)|curly quotation mark '[“”]'`, "These are typographic quotation marks: type the straight \" instead.", "全角の引用符があります。半角の \" で書き直してください。"),
	on(`illegal character U\+(?:2018|2019|2032|FF07)|curly quotation mark`, "This is a typographic apostrophe: a text in Go stands between straight \" marks.", "全角のアポストロフィがあります。Go の文字列は半角の \" で囲みます。"),
	on(`illegal character U\+(?:3001|3002|30FB) '(.)'`, "%[1]s is Japanese punctuation: type an ordinary comma or full stop in half-width.", "「%[1]s」は日本語の句読点です。半角の , や . で打ち直してください。"),
	on(`illegal character U\+300[C-F] '(.)'`, "%[1]s is a Japanese quotation mark: a text in Go stands between \" marks.", "%[1]s はかぎかっこです。Go の文字列は半角の \" で囲みます。"),
	on(`illegal character U\+(?:00D7|2217)`, "Multiplication is the ordinary * in Go.", "Go のかけ算は半角の * で書きます。"),
	on(`illegal character U\+2212`, "This is a typographic minus sign: type the ordinary - instead.", "全角のマイナス記号があります。半角の - で書き直してください。"),
	on(`illegal character U\+003F`, "Go has no ?: operator: write if … { … } else { … }.", "Go に ?: 演算子はありません。if … { … } else { … } と書きます。"),
	on(`illegal character U\+0040`, "The matrix product is a method here: write W.Dot(X).", "行列の積はメソッドです。W.Dot(X) と書きます。"),
	on(`illegal character U\+0024`, "A name in Go is made of letters, digits and _; $ cannot stand in it.", "Go の名前に使えるのは文字・数字・_ です。$ は使えません。"),
	on(`illegal character U\+005C`, "A line needs no \\ at its end in Go: break it after an operator, a comma or an opening bracket.", "Go では行末の \\ は不要です。演算子・コンマ・開きかっこの後で改行します。"),
	on(`illegal character U\+FF0[^27] '(.)'|illegal character U\+FF(?:0[89A-F]|1.|2.|3.|4.|5.) '(.)'`, "%[1]s%[2]s is a full-width character: switch the keyboard to half-width and type it again.", "「%[1]s%[2]s」は全角文字です。入力を半角に切り替えて打ち直してください。"),
	on(`illegal character (U\+[0-9A-F]+ '.')`, "Go has no such character outside of texts and comments: remove %[1]s or put it into \"…\".", "Go では文字列とコメントの外でこの文字を使えません。%[1]s を消すか、\"…\" の中に入れてください。"),
	on(`rune literal|more than one character in rune`, "Single quotes hold one character in Go; a text stands between double quotes: \"text\".", "Go の一重引用符は 1 文字用です。文字列は \"文字列\" のように二重引用符で囲みます。"),
	on(`string literal not terminated|newline in string`, "The closing \" is missing on this line.", "この行に閉じる \" がありません。"),
	on(`comment not terminated`, "The comment that begins with /* needs */ at its end.", "/* で始まるコメントには、終わりの */ が必要です。"),
	on(`missing ',' (?:before newline )?in (?:composite literal|argument list|parameter list)`, "A comma or a closing bracket is missing: when a list goes over several lines, its last line ends in a comma too.", "コンマか閉じかっこがありません。複数行のリストでは、最後の行の末尾にもコンマを付けます。"),
	on(`expected '\}'|found 'EOF'`, "A closing brace } is missing: count { and } from the top of the function.", "閉じる波かっこ } が足りません。関数の最初から { と } の数を確かめましょう。"),
	on(`expected '\)', found (?:newline|'EOF'|'\{'|'\}')|expected '\)'`, "A closing bracket ) is missing.", "閉じかっこ ) が足りません。"),
	on(`expected '\]'`, "A closing bracket ] is missing.", "閉じかっこ ] が足りません。"),
	on(`expected declaration, found '\}'|unexpected \}|found '\}'`, "Here is a } too many, or something is missing in front of it.", "ここの } が一つ多いか、その前に何かが足りません。"),
	on(`expected declaration, found|non-declaration statement outside function`, "Outside of functions Go takes only func, var, const and type: a := belongs inside a function.", "関数の外に書けるのは func・var・const・type だけです。:= は関数の中で使います。"),
	on(`expected statement, found 'else'|unexpected (?:keyword )?else|found 'else'`, "Write } else { on one line: Go ends the if at the line break.", "} else { は 1 行で書きます。Go では改行で if が終わってしまいます。"),
	on(`expected '\(', found`, "A function inside a function has no name of its own: write f := func(…) { … }.", "関数の中では名前付きの関数を作れません。f := func(…) { … } と書きます。"),
	on(`expected '\{'|unexpected newline, expect|expected (?:if|for|switch) statement|missing condition in if`, "The opening brace { stands at the end of the same line, after the condition.", "開き波かっこ { は、条件と同じ行の末尾に書きます。"),
	on(`expected boolean expression, found (?:assignment|simple statement)|cannot use .* as value|cannot use assignment`, "To compare write ==; a single = assigns.", "比較には == を使います。= 一つは代入です。"),
	on(`expected 1 expression|expected operand|expected expression`, "Something is missing here: a value or a name belongs next to this sign.", "ここに何かが足りません。この記号の隣に値か名前が必要です。"),
	on(`expected ';', found|at end of statement|expected newline`, "Two things stand here without an operator between them: is a *, a comma, a . or a line break missing?", "二つのものが演算子なしで並んでいます。*、コンマ、.、改行のどれかが抜けていませんか。"),
	on(`expected type|expected 'IDENT'|expected identifier`, "A name or a type is missing here, as in func f(x float64) float64.", "ここに名前か型が足りません。func f(x float64) float64 のように書きます。"),
	on(`expected ':=', '=' or|expected := or = or|non-name .* on left side of :=`, "On the left of := stand only names; to an element that exists assign with =.", ":= の左に書けるのは名前だけです。すでにある要素には = で代入します。"),
	on(`imports must appear before`, "An import stands at the top of the cell.", "import はセルの先頭に書きます。"),
}
