package relay

import (
	"go/ast"
	"go/token"
	"strconv"

	"nekonote/kernel/relay/gocell"
	"nekonote/nn/words"
)

// 1/2 is 0 in Go, and compiles: the surprise of everyone who comes from Python, in formulas such as 1/2*m above all. The
// kernel points it out where both numbers are written as whole ones and the division leaves a rest; the cell runs.

var wholeDivision = words.T(
	"Line %[1]d: %[2]s/%[3]s is %[4]d in Go, where whole numbers divide without a rest. If you mean the fraction, write %[2]s.0/%[3]s.",
	"%[1]d 行目：Go では整数どうしの割り算は切り捨てられ、%[2]s/%[3]s は %[4]d になります。分数のつもりなら %[2]s.0/%[3]s と書きます。",
)

var noPower = words.T(
	"Line %[1]d: ^ is not a power in Go, but an operation on bits. Write x*x, or math.Pow(x, %[2]d).",
	"%[1]d 行目：Go の ^ はべき乗ではなく、ビットの演算です。x*x または math.Pow(x, %[2]d) と書きます。",
)

// divisionStep notes the first such division of a cell.
func divisionStep(l *loop, c *cell) {
	if gocell.Foreign(c.sent.Lines) {
		return
	}
	files, tree, err := c.sent.Parse()
	if err != nil {
		return
	}
	told := false
	ast.Inspect(tree, func(n ast.Node) bool {
		d, ok := n.(*ast.BinaryExpr)
		if !ok || told {
			return !told
		}
		if power, whole := wholeNumber(d.Y); d.Op == token.XOR && whole && (power == 2 || power == 3) {
			told = true
			l.note(c, noPower.Fill(c.placeInSent(files.Position(d.Pos()).Line-2, 0).line+1, power))
		}
		if d.Op != token.QUO {
			return true
		}
		a, first := wholeNumber(d.X)
		b, second := wholeNumber(d.Y)
		if first && second && b != 0 && a%b != 0 {
			told = true
			at := c.placeInSent(files.Position(d.Pos()).Line-2, 0)
			l.note(c, wholeDivision.Fill(at.line+1, strconv.Itoa(a), strconv.Itoa(b), a/b))
		}
		return !told
	})
}

// wholeNumber is the value of a number that is written as a whole one.
func wholeNumber(x ast.Expr) (int, bool) {
	literal, ok := x.(*ast.BasicLit)
	if !ok || literal.Kind != token.INT {
		return 0, false
	}
	value, err := strconv.Atoi(literal.Value)
	return value, err == nil
}
