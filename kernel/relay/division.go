package relay

import (
	"go/ast"
	"go/token"
	"strconv"

	"nekonote/kernel/relay/gocell"
	"nekonote/kernel/relay/wire"
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

// divisionStep notes the first such division of a cell. It is said only when the cell compiles: what the compiler says comes first.
func divisionStep() step {
	d := &division{}
	return step{name: "whole numbers that divide", before: d.before, output: d.output, after: d.after}
}

// division is what there is to say about one cell; the zero Text for nothing.
type division struct {
	said words.Text
	some bool
}

func (d *division) before(_ *loop, c *cell) {
	if gocell.Foreign(c.sent.Lines) {
		return
	}
	files, tree, err := c.sent.Parse()
	if err != nil {
		return
	}
	tell := func(n ast.Node, said words.Text, args ...any) {
		d.some = true
		line := c.placeInSent(files.PositionFor(n.Pos(), false).Line-2, 0).line + 1
		d.said = said.Fill(append([]any{line}, args...)...)
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		if d.some {
			return false
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			if power, whole := wholeNumber(n.Rhs[0]); n.Tok == token.XOR_ASSIGN && whole && isPower(power) {
				tell(n, noPower, power)
			}
		case *ast.BinaryExpr:
			of, first := wholeNumber(n.X)
			by, second := wholeNumber(n.Y)
			switch {
			case !second:
			case n.Op == token.XOR && (isPower(by) || first && (of == 2 || of == 10)):
				tell(n, noPower, by)
			case n.Op == token.QUO && first && by != 0 && of%by != 0:
				tell(n, wholeDivision, strconv.Itoa(of), strconv.Itoa(by), of/by)
			}
		}
		return true
	})
}

// isPower reports whether ^ with this number behind it is likely meant as a power.
func isPower(n int) bool { return n == 2 || n == 3 }

func (d *division) output(l *loop, c *cell, m *wire.Message) []*wire.Message {
	d.tell(l, c)
	return []*wire.Message{m}
}

// tell shows the note in front of everything else.
func (d *division) tell(l *loop, c *cell) {
	if d.some {
		d.some = false
		l.note(c, d.said)
	}
}

func (d *division) after(l *loop, c *cell) {
	if f := c.engineFailure(); f == nil || ranProgram.MatchString(f.Value) {
		d.tell(l, c)
	}
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
