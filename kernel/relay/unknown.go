package relay

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"nekonote/nn/words"
)

var undefined = regexp.MustCompile(`^undefined: (?:(\w+)\.)?([\pL_][\pL\pN_]*)(?: \(but have \w+\))?$`)

// fromPython are names that learners bring along, and what they are here.
var fromPython = map[string]string{
	"np": "nn", "numpy": "nn", "plt": "plots", "True": "true", "False": "false", "None": "nil", "range": "for i := range n",
	"float": "float64", "str": "string", "double": "float64", "null": "nil", "NULL": "nil", "elif": "else if", "abs": "math.Abs",
	"exp": "math.Exp", "log": "math.Log", "sqrt": "math.Sqrt", "pow": "math.Pow", "sum": "M.Sum()", "sigmoid_": "sigmoid",
	"printf": "fmt.Printf", "Println": "fmt.Println", "pi": "math.Pi", "input": "fmt.Scan", "char": "byte", "list": "[]float64{…}",
}

var (
	defineBroken  = words.T("%s is written in In [%d], which has an error: mend that cell and run it first.", "%s はセル [%d] にありますが、そのセルにエラーがあります。先にそちらを直して実行してください。")
	defineLost    = words.T("Run the cell that defines %s again: the engine was started anew since.", "%s を定義するセルをもう一度実行してください。そのあとでエンジンが再起動されています。")
	defineFirst   = words.T("Run the cell that defines %s first, or check how the name is written.", "先に %s を定義するセルを実行してください。または、名前のつづりを確かめましょう。")
	defineNew     = words.T("Run the cell that defines %s first: this kernel is new, and nothing has been declared in it. Run > Run All Above Selected Cell does it.", "先に %s を定義するセルを実行してください。このカーネルは起動したばかりで、まだ何も宣言されていません。メニューの「Run > Run All Above Selected Cell」（選択セルより上をすべて実行）が便利です。")
	defineAgain   = words.T("Run In [%[2]d] again, which defines %[1]s: one of the names beside it has been written anew since.", "%[1]s を定義するセル [%[2]d] をもう一度実行してください。一緒に宣言した名前が書き換えられています。")
	beginHere     = words.T("%[1]s is new here and has no value yet: give it one above, such as %[1]s := 0.0.", "%[1]s はここで初めて出てくるので、まだ値がありません。上の行で %[1]s := 0.0 のように最初の値を入れてください。")
	alsoWide      = words.T("%[1]s is written in full-width letters: Go takes %[1]s and %[2]s for two names. Type it in half-width.", "%[1]s が全角で書かれています。Go では %[1]s と %[2]s は別の名前です。半角で打ち直してください。")
	declareHere   = words.T("%s is new here: write := to make a variable.", "%s はここで初めて出てきます。新しい変数は := で作ります。")
	defineLocal   = words.T("%s lived in In [%d] only: a := is gone when its cell has run; write var %[1]s = … in a cell of its own, or use it in the same cell.", "%s はセル [%d] の中だけのものです。:= の変数はセルが終わると消えます。同じセルで使うか、var %[1]s = … と別のセルに書きます。")
	otherName     = words.T("Your function is called %s; the exercise wants %s: write that name in its first line.", "関数の名前が %s になっています。この問題では %s という名前にしてください（関数の 1 行目）。")
	didYouMean    = words.T("Did you mean %s?", "%s ではありませんか。")
	notInPackage  = words.T("The package %[1]s has no %[2]s: type %[1]s. and press Tab to see what it has.", "パッケージ %[1]s に %[2]s はありません。%[1]s. と打って Tab を押すと、使えるものが見られます。")
	giveType      = words.T("%[1]s has no type: an argument is written as in func f(%[1]s float64) float64.", "%[1]s に型がありません。引数は func f(%[1]s float64) float64 のように書きます。")
	goNameForThis = words.T("In Go this is %s.", "Go では %s と書きます。")
)

// unknownName says where a name that the compiler does not know could come from.
func (l *loop) unknownName(c *cell, p *problem) (words.Text, bool) {
	found := undefined.FindStringSubmatch(p.said)
	if found == nil {
		return words.Text{}, false
	}
	name := found[2]
	if found[1] != "" {
		if known := l.packages.names(found[1]); known != nil {
			if near := nearest(name, slices.Collect(maps.Keys(known))); near != "" {
				return didYouMean.Fill(found[1] + "." + near), true
			}
		}
		return notInPackage.Fill(found[1], name), true
	}
	if said, ok := l.unknownInPackage(name, p); ok {
		return said, true
	}
	n := l.notebook
	if old, ok := n.stale[name]; ok {
		return defineBroken.Fill(name, old.count), true
	}
	if n.lost[name] {
		return defineLost.Fill(name), true
	}
	if said, ok := newHere(name, p, n.locals[name] > 0); ok {
		return said, true
	}
	if d := n.declared[name]; d != nil {
		return defineAgain.Fill(name, d.cell.count), true
	}
	if untyped(name, p) {
		return giveType.Fill(name), true
	}
	if here, ok := fromPython[name]; ok {
		return goNameForThis.Fill(here), true
	}
	if said, ok := fullWidth(name, append(n.names(), everyName(c.lines)...)); ok {
		return said, true
	}
	if p.at != nil && strings.Contains(p.at.text, ".Check("+name+")") {
		if near := nearest(name, n.names()); near != "" {
			return otherName.Fill(near, name), true
		}
	}
	if near := nearest(name, append(n.names(), namesIn(c.lines)...)); near != "" {
		return didYouMean.Fill(near), true
	}
	if count, ok := n.locals[name]; ok {
		return defineLocal.Fill(name, count), true
	}
	if len(n.declared) == 0 && !n.emptied {
		return defineNew.Fill(name), true
	}
	return defineFirst.Fill(name), true
}

// untyped reports whether a name stands as an argument without a type, as Python has them: Go takes it for one.
func untyped(name string, p *problem) bool {
	return p.at != nil && regexp.MustCompile(`^\s*func\s+\w+\((?:\s*\w+\s*,)*\s*`+name+`\s*(?:,\s*\w+\s*)*\)`).MatchString(p.at.text)
}

// unknownInPackage is about strings.toUpper: GoNB imports a package only for names that it has, so that the compiler
// complains of the package.
func (l *loop) unknownInPackage(name string, p *problem) (words.Text, bool) {
	if p.at == nil {
		return words.Text{}, false
	}
	used := regexp.MustCompile(`\b` + name + `\.(\w+)`).FindStringSubmatch(p.at.text)
	if used == nil {
		return words.Text{}, false
	}
	known := l.packages.names(name)
	if known == nil {
		return words.Text{}, false
	}
	if near := nearest(used[1], slices.Collect(maps.Keys(known))); near != "" {
		return didYouMean.Fill(name + "." + near), true
	}
	return notInPackage.Fill(name, used[1]), true
}
