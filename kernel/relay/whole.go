package relay

import (
	"go/ast"
	"go/token"
	"regexp"

	"nekonote/nn/words"
)

// A variable that begins as x := 3 is a whole number for good. What goes wrong with it later is cured where it begins.

var sayWhole = words.T(
	"%[1]s is a whole number, since it begins as %[2]s: write %[3]s to make it a float64, or float64(%[1]s) where it is used.",
	"%[2]s と始めたので、%[1]s は整数です。%[3]s と書くと float64 になります。使う所で float64(%[1]s) と書いてもかまいません。",
)

// wantsFloat is said where a whole number meets one with decimals; its group is the whole number, where the compiler names it.
var wantsFloat = regexp.MustCompile(`truncated to int|as int value in .*\(truncated\)|mismatched types int and float64|mismatched types float64 and int|` +
	`\(variable of type float64\) as int value|cannot use (\w+) \((?:variable|constant \S+) of type int\) as float64 value`)

// whole is how a variable was made a whole number, and how it becomes one with decimals.
type whole struct{ name, written, better string }

// beganWhole finds where a variable of the problem's line was made a whole number by the way it was written, in this cell or in
// an earlier one.
func (l *loop) beganWhole(c *cell, p *problem) (words.Text, bool) {
	found := wantsFloat.FindStringSubmatch(p.said)
	if p.at == nil || found == nil {
		return words.Text{}, false
	}
	_, tree, err := c.sent.Parse()
	if err != nil {
		return words.Text{}, false
	}
	all := wholes(tree)
	for _, d := range l.notebook.declared {
		all = append(all, wholes(d.Node)...)
	}
	for _, w := range all {
		named := regexp.MustCompile(`\b` + w.name + `\b`).MatchString(p.at.text)
		if found[1] != "" {
			named = w.name == found[1]
		}
		if named && !regexp.MustCompile(`\b`+w.name+`\b[^=]*:=`).MatchString(p.at.text) {
			return sayWhole.Fill(w.name, w.written, w.better), true
		}
	}
	return words.Text{}, false
}

// wholes are the variables that a piece of Go makes whole numbers without saying that it must be so.
func wholes(node ast.Node) []whole {
	var found []whole
	ast.Inspect(node, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE || len(n.Lhs) != len(n.Rhs) {
				return true
			}
			for i, left := range n.Lhs {
				if value, ok := wholeText(n.Rhs[i]); ok {
					if name, ok := left.(*ast.Ident); ok {
						found = append(found, whole{name.Name, name.Name + " := " + value, name.Name + " := " + value + ".0"})
					}
				}
			}
		case *ast.ValueSpec:
			found = append(found, declaredWhole(n)...)
		}
		return true
	})
	return found
}

// declaredWhole are those that var makes.
func declaredWhole(spec *ast.ValueSpec) []whole {
	typed := ""
	if spec.Type != nil {
		if of, ok := spec.Type.(*ast.Ident); !ok || of.Name != "int" {
			return nil
		}
		typed = " int"
	}
	var found []whole
	for i, name := range spec.Names {
		begin := "var " + name.Name
		switch {
		case len(spec.Values) == 0:
			found = append(found, whole{name.Name, begin + typed, begin + " float64"})
		case i < len(spec.Values):
			if value, ok := wholeText(spec.Values[i]); ok {
				found = append(found, whole{name.Name, begin + typed + " = " + value, begin + " = " + value + ".0"})
			}
		}
	}
	return found
}

// wholeText is a whole number as it is written, with its sign.
func wholeText(x ast.Expr) (string, bool) {
	sign := ""
	if minus, ok := x.(*ast.UnaryExpr); ok && minus.Op == token.SUB {
		sign, x = "-", minus.X
	}
	literal, ok := x.(*ast.BasicLit)
	if !ok || literal.Kind != token.INT {
		return "", false
	}
	return sign + literal.Value, true
}
