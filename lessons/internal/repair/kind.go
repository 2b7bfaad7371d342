package repair

import (
	"go/token"
	"slices"
	"strings"

	"nekonote/nn/words"
)

// kind says in words how one line differs from the other.
func kind(was, mended []string) words.Text {
	if said, ok := whole(was, mended); ok {
		return said
	}
	gone, come := differing(was, mended)
	if said, ok := typical(was, mended, gone, come); ok {
		return said
	}
	switch {
	case len(gone) == 1 && len(come) == 1:
		return exchanged(gone[0], come[0])
	case slices.Equal(without(gone), without(come)):
		return kindBrackets
	case slices.Equal(sorted(gone), sorted(come)):
		return order(gone)
	case slices.Contains(gone, "float32") && !slices.Contains(come, "float32"):
		return kindNarrow
	case slices.Contains(was, "return") && !slices.Contains(mended, "return") && !slices.Contains(was, "func"):
		return kindReturn
	}
	return amount(was, gone, come)
}

// typical is the kind of what goes wrong with one construct of the language: a division, a list, a loop.
func typical(was, mended, gone, come []string) (said words.Text, ok bool) {
	switch {
	case integerDivision(was, mended):
		return kindInteger, true
	case slices.Contains(gone, "int") && !slices.Contains(come, "int"):
		return kindDecimals, true
	case slices.Contains(was, "len") && (strings.Join(gone, "") == "[0]" || strings.Join(come, "") == "[0]"):
		return kindLength, true
	case slices.Contains(come, "append") && slices.Contains(gone, "{"):
		return kindAnew, true
	case slices.Contains(was, "make") && slices.Equal(sorted(without(come)), []string{",", "0"}):
		return kindAppend, true
	case was[0] == "for" && slices.Contains(mended, "--") != slices.Contains(was, "--"):
		return kindWay, true
	case indexed(was, mended, gone, come):
		return kindBound, true
	case was[0] == "for" && (small(gone) && small(come)):
		return kindBound, true
	}
	return said, false
}

// indexed reports whether an index is one more or one less, and nothing else differs.
func indexed(was, mended, gone, come []string) bool {
	longer, more := mended, strings.Join(come, "")
	if len(gone) > 0 {
		longer, more = was, strings.Join(gone, "")
	}
	if len(gone)*len(come) > 0 || more != "-1" && more != "+1" {
		return false
	}
	return strings.Contains(strings.Join(longer, ""), more+"]")
}

// whole is the kind of a line that is too much or missing, or stands for another statement.
func whole(was, mended []string) (words.Text, bool) {
	switch {
	case len(mended) == 0 && slices.Contains(was, "return"):
		return kindReturn, true
	case len(mended) == 0:
		return kindLine, true
	case len(was) == 0 && mended[0] == "}" && slices.Contains(mended, "for"):
		return kindSplit, true
	case len(was) == 0:
		return kindMissing.Fill(target(mended)), true
	case len(was) > 1 && was[1] == "[" && slices.Contains(mended, "append") && mended[0] == was[0]:
		return kindGrow, true
	}
	return words.Text{}, false
}

// order is the kind where the same stands in another order.
func order(list []string) words.Text {
	if slices.Contains(list, "T") {
		return kindTurnOther
	}
	return kindOrder
}

// differing are the parts in which two lists differ: without what they begin and end with alike.
func differing(was, mended []string) (gone, come []string) {
	begin := 0
	for begin < min(len(was), len(mended)) && was[begin] == mended[begin] {
		begin++
	}
	end := 0
	for end < min(len(was), len(mended))-begin && was[len(was)-1-end] == mended[len(mended)-1-end] {
		end++
	}
	// What is only in one of them may stand in several places: a==0|| for 0||a==
	for at := begin - 1; at >= 0 && len(was) != len(mended) && min(len(was), len(mended)) == begin+end; at-- {
		longer, extra := was, len(was)-len(mended)
		if extra < 0 {
			longer, extra = mended, -extra
		}
		if longer[at] != longer[at+extra] {
			break
		}
		if closed(longer[at : at+extra]) {
			begin, end = at, min(len(was), len(mended))-at
		}
	}
	return was[begin : len(was)-end], mended[begin : len(mended)-end]
}

// closed reports whether what tokens open they close, too.
func closed(list []string) bool {
	depth := 0
	for _, t := range list {
		switch t {
		case "(", "[", "{":
			depth++
		case ")", "]", "}":
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}

// small reports whether tokens are what the bound of a loop differs by.
func small(list []string) bool {
	for _, t := range list {
		switch t {
		case "<", ">", "<=", ">=", "+", "-", "0", "1", "2", "(", ")":
		default:
			return false
		}
	}
	return true
}

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }

func without(list []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(t string) bool { return t == "(" || t == ")" || t == ";" })
}

// integerDivision reports whether a division that was within float64(…) no longer is.
func integerDivision(was, mended []string) bool {
	a, b := strings.Join(was, " "), strings.Join(mended, " ")
	i := strings.Index(a, "float64 (")
	return i >= 0 && strings.Contains(strings.SplitN(a[i:]+")", ")", 2)[0], "/") && strings.Contains(b, "/ float64 (") && !strings.Contains(a, "/ float64 (")
}

// target is what a statement sets.
func target(list []string) string {
	var b strings.Builder
	for _, t := range list {
		if strings.HasSuffix(t, "=") || t == "++" || t == "--" || t == "," || t == ";" || t == "(" && strings.HasPrefix(b.String(), "nn.") {
			break
		}
		b.WriteString(t)
	}
	return b.String()
}

var pairs = []struct {
	tokens string // that are taken for one another
	kind   words.Text
}{
	{"+ - Add Sub", kindSign}, {"* / Mul Div", kindFactor}, {"+ *", kindPlusTimes}, {"Add Mul", kindPlusTimes}, {"Dot Mul", kindProduct},
	{"SumRows SumCols", kindAxis}, {"Sum SumRows", kindAxis}, {"Sum SumCols", kindAxis}, {"Sum Mean", kindMean},
	{"Log Log2 Log10 Log1p", kindBase}, {"Exp Exp2 Expm1", kindBase}, {"< > <= >= == !=", kindCompare}, {"+= -=", kindSign}, {"*= /=", kindFactor},
}

// exchanged is the kind where one token stands for another.
func exchanged(was, now string) words.Text {
	for _, p := range pairs {
		all := strings.Fields(p.tokens)
		if slices.Contains(all, was) && slices.Contains(all, now) {
			return p.kind
		}
	}
	switch {
	case was == "=" && (now == "+=" || now == "-=" || now == "*=" || now == "/="):
		return kindSum
	case now == "=" && was == ":=":
		return kindShadow
	case now == "=":
		return kindSumMore
	case was == "_":
		return kindNowhere.Fill(now)
	case literal(was):
		return kindConstant.Fill(was)
	case functions[was]:
		return kindFunction.Fill(was)
	case token.IsIdentifier(was):
		return kindVariableQ.Fill(was)
	}
	return kindHere
}

// literal reports whether a token is a number or a text.
func literal(t string) bool { return t != "." && strings.ContainsRune(`0123456789".`, rune(t[0])) }

var functions = map[string]bool{
	"Exp": true, "Log": true, "Tanh": true, "Sigmoid": true, "ReLU": true, "Sqrt": true, "Abs": true, "Pow": true, "Max": true, "Min": true, "Mean": true, "Sum": true,
	"Rand": true, "Randn": true, "Zeros": true, "Row": true, "Column": true, "Mul": true, "Add": true, "Sub": true, "Div": true, "Dot": true, "Scale": true, "AddScalar": true,
	"Norm": true, "Apply": true, "ConcatCols": true, "ConcatRows": true, "SumRows": true, "SumCols": true, "Cbrt": true,
	"Atan": true, "Tan": true, "Sinh": true, "Cosh": true, "Atanh": true, "Floor": true, "Ceil": true, "Round": true,
}

// amount is the kind where something is missing or too much.
func amount(was, gone, come []string) words.Text {
	has := func(list []string, any ...string) bool {
		return slices.ContainsFunc(any, func(t string) bool { return slices.Contains(list, t) })
	}
	if said, ok := turnedOrSigned(gone, come); ok {
		return said
	}
	less, more := len(come) > len(gone), len(gone) > len(come)
	only := func(list []string) bool { return len(without(list)) == 0 }
	switch {
	case has(gone, "[") && has(gone, ":") && !has(come, ":"):
		return kindBound
	case less && within(gone, come):
		return lacking(beyond(come, gone), only(gone), kindMinus, kindScale, kindTerm, kindLack)
	case more && within(come, gone):
		return lacking(beyond(gone, come), only(come), kindMinusMore, kindScaled, kindTermMore, kindMore)
	case len(gone) == 1 && literal(gone[0]):
		return kindConstant.Fill(gone[0])
	case len(without(gone)) > 0 && len(gone) <= 12 && balanced(gone) && expression(was, gone):
		return kindOther.Fill(fragment(gone))
	}
	return kindHere
}

// turnedOrSigned is the kind where a transpose or a minus, or another function, is all that differs.
func turnedOrSigned(gone, come []string) (said words.Text, ok bool) {
	only := func(list []string) bool { return len(without(list)) == 0 }
	calls := func(list []string) bool { return len(list) > 1 && list[1] == "(" && functions[list[0]] }
	turns, turned := slices.Contains(come, "T"), slices.Contains(gone, "T")
	switch {
	case turns && !turned:
		return kindTurn, true
	case turned && !turns:
		return kindTurned, true
	case calls(gone) && calls(come) && gone[0] != come[0]:
		return kindFunction.Fill(gone[0]), true
	case only(gone) && minus(come):
		return kindMinus, true
	case only(come) && minus(gone):
		return kindMinusMore, true
	}
	return said, false
}

// minus reports whether tokens change a sign, and nothing else.
func minus(list []string) bool {
	return slices.Equal(without(list), []string{"-"}) || strings.Join(list, "") == ".Scale(-1)"
}

// within reports whether all tokens of one list stand in the other in their order: then that has only more.
func within(list, in []string) bool {
	at := 0
	for _, t := range in {
		if at < len(list) && list[at] == t {
			at++
		}
	}
	return at == len(list)
}

// balanced reports whether tokens may be an expression.
func balanced(list []string) bool {
	return closed(list) && !strings.ContainsAny(list[0], ".,+-*/=)]")
}

// precedences are those of Go's operators.
var precedences = map[string]int{"||": 1, "&&": 2, "==": 3, "!=": 3, "<": 3, "<=": 3, ">": 3, ">=": 3, "+": 4, "-": 4, "*": 5, "/": 5, "%": 5}

// expression reports whether tokens stand somewhere in a line as a whole: 2 − x does not in 3 * 2 − x.
func expression(line, part []string) bool {
	loosest, depth := 6, 0
	for i, t := range part {
		switch {
		case t == "(" || t == "[" || t == "{":
			depth++
		case t == ")" || t == "]" || t == "}":
			depth--
		case depth == 0 && i > 0 && precedences[t] > 0 && precedences[part[i-1]] == 0:
			loosest = min(loosest, precedences[t])
		}
	}
	for i := range len(line) - len(part) + 1 {
		if !slices.Equal(line[i:i+len(part)], part) {
			continue
		}
		before, after := "", ""
		if i > 0 {
			before = line[i-1]
		}
		if i+len(part) < len(line) {
			after = line[i+len(part)]
		}
		if precedences[before] < loosest && precedences[after] <= loosest && before != "." {
			return true
		}
	}
	return false
}

// beyond are the tokens that one list has and the other, which stands in it, has not.
func beyond(in, list []string) (all []string) {
	at := 0
	for _, t := range in {
		if at < len(list) && list[at] == t {
			at++
		} else {
			all = append(all, t)
		}
	}
	return all
}

// lacking is the kind of what one side has more: a minus, a factor, a term, or something else, which is named where it is all (only)
// that differs.
func lacking(list []string, only bool, minus, factor, term, other words.Text) words.Text {
	has := func(any ...string) bool {
		return slices.ContainsFunc(any, func(t string) bool { return slices.Contains(list, t) })
	}
	switch {
	case slices.Equal(without(list), []string{"-"}):
		return minus
	case has("Scale", "/", "*", "Div", "Mul"):
		return factor
	case has("+", "-", "Add", "Sub", "AddScalar"):
		return term
	case only:
		return other.Fill(fragment(list))
	case around(list):
		return other.Fill(strings.Join(list[:len(list)-2], "") + "(…)")
	}
	return kindHere
}

// around reports whether tokens are a function's call without what it is called with.
func around(list []string) bool {
	n := len(list)
	return n > 2 && token.IsIdentifier(list[0]) && list[n-2] == "(" && list[n-1] == ")" && !slices.Contains(list[:n-2], "(")
}

// fragment writes tokens as code.
func fragment(list []string) string {
	if at := slices.Index(list, "func"); at > 0 { // what is written in it is long
		list = append(slices.Clone(list[:at]), "…", ")")
	}
	text := strings.TrimSuffix(strings.Join(list, ""), ";")
	return strings.Trim(text, ".")
}
