package repair

import (
	"go/format"
	"go/token"
	"slices"
	"strings"

	"nekonote/nn/words"
)

// The kinds of what can be wrong with a line.
var (
	kindSign      = words.T("a sign is wrong: plus and minus are mixed up", "符号（足し算と引き算）が逆です")
	kindMinus     = words.T("a minus is missing", "マイナスが抜けています")
	kindMinusMore = words.T("there is a minus too many", "マイナスが一つ余分です")
	kindFactor    = words.T("multiplication and division are mixed up", "かけ算と割り算が逆です")
	kindPlusTimes = words.T("a sum and a product are mixed up: + and ∗, or Add and Mul", "足し算とかけ算（+ と ∗、Add と Mul）を取り違えています")
	kindProduct   = words.T("the wrong product: Dot is the product of matrices, Mul goes entry by entry", "積の種類が違います。Dot は行列の積、Mul は成分ごとの積です")
	kindAxis      = words.T("the sum runs along the wrong axis: SumRows gives each row's sum, SumCols each column's, Sum that of all", "足し合わせる向きが違います。SumRows は行ごと、SumCols は列ごと、Sum は全体の和です")
	kindMean      = words.T("sum and mean are mixed up", "合計と平均を取り違えています")
	kindBase      = words.T("the base is wrong: math.Log and math.Exp have the natural base e", "底が違います。math.Log と math.Exp の底は e です")
	kindTurn      = words.T("a transpose, .T(), is missing", "転置 .T() が抜けています")
	kindTurned    = words.T("there is a transpose, .T(), too many", "転置 .T() が余分です")
	kindTurnOther = words.T("another one of the factors has to be transposed with .T()", ".T() で転置する行列が違います")
	kindScale     = words.T("a factor is missing, or a division", "かける数、または割り算が抜けています")
	kindScaled    = words.T("there is a factor or a division too many", "かけ算または割り算が余分です")
	kindTerm      = words.T("a term of the sum is missing", "和の項が抜けています")
	kindTermMore  = words.T("there is a term too many", "和の項が余分です")
	kindVariableQ = words.T("`%s` is not what belongs here: another one is meant", "`%s` は、ここで使う値ではありません")
	kindConstant  = words.T("the constant `%s` is not the right one", "定数 `%s` が違います")
	kindFunction  = words.T("another function belongs here than `%s`", "`%s` ではなく、別の関数を使います")
	kindLack      = words.T("`%s` is missing", "`%s` が抜けています")
	kindMore      = words.T("`%s` is too much", "`%s` が余分です")
	kindOrder     = words.T("the order is the wrong way round: two things have to be swapped", "順番が逆です。二つを入れ替えてください")
	kindCompare   = words.T("the comparison is wrong: <, >, or with = are mixed up", "比較の記号（<、>、= の有無）が違います")
	kindSum       = words.T("= forgets what was there before; a sum is added up with += (and taken away with -=)", "= では前の値が消えてしまいます。足し込むには +=、引くには -= を使います")
	kindSumMore   = words.T("this adds to what was there; it has to be a plain =", "前の値に足し込んでいます。ただの = にしてください")
	kindShadow    = words.T(":= makes a new variable that ends with its block; = puts the value into the one that is there", ":= は、そのブロックの中だけの新しい変数を作ります。もとの変数に入れるには = を使います")
	kindInteger   = words.T("this divides whole numbers, and 1/m of whole numbers is 0: convert before you divide, 1 / float64(m)", "整数どうしの割り算なので、1/m は 0 になります。割る前に変換して、1 / float64(m) としてください")
	kindNarrow    = words.T("float32 keeps only seven digits; stay with float64", "float32 では 7 桁ほどの精度しかありません。float64 のまま計算してください")
	kindBound     = words.T("the loop, or an index, begins or ends in the wrong place (off by one)", "ループの範囲、または添字が一つずれています")
	kindReturn    = words.T("this return ends the function too early", "この return で、関数が早く終わりすぎます")
	kindLine      = words.T("this line is too much", "この行は余分です")
	kindMissing   = words.T("after this line, a line is missing that sets or changes `%s`", "この行の後ろに、`%s` を求める行が抜けています")
	kindMoved     = words.T("this stands in the wrong place: the order of the lines matters", "行の順番が違います")
	kindNowhere   = words.T("the value goes nowhere: it has to be put into `%s`", "値がどこにも入っていません。`%s` に入れてください")
	kindBrackets  = words.T("parentheses are missing, or stand in the wrong place", "括弧が抜けているか、位置が違います")
	kindAppend    = words.T("make(…, n) has n zeros already, and append adds behind them; make(…, 0, n) begins empty", "make(…, n) には最初から 0 が n 個あり、append はその後ろに足します。空から始めるには make(…, 0, n) とします")
	kindOther     = words.T("`%s` is not what belongs here", "`%s` は、ここに書くものではありません")
	kindHere      = words.T("here is what is wrong", "ここに間違いがあります")
)

// findings say which lines of the function were changed, and how.
func (s *search) findings(start, found string) []Finding {
	if tidy, err := format.Source([]byte(found)); err == nil {
		found = string(tidy)
	}
	old, now := strings.Split(start, "\n"), strings.Split(found, "\n")
	var all []Finding
	for _, h := range hunks(old, now) {
		was, mended := strings.TrimSpace(strings.Join(trimmed(old[h.from:h.to]), "\n")), strings.TrimSpace(strings.Join(trimmed(now[h.begin:h.end]), "\n"))
		at := h.from
		for at < h.to-1 && len(scan(old[at])) == 0 {
			at++
		}
		f := Finding{Line: at + 1, Was: was, Mended: mended, Kind: kind(scan(was), scan(mended))}
		if was == "" {
			at = h.from - 1
			for at > 0 && len(scan(old[at])) == 0 {
				at--
			}
			f.Line, f.Was = at+1, strings.TrimSpace(old[at])
			f.Mended = f.Was + "\n" + mended
		}
		all = append(all, f)
	}
	if len(all) == 2 && tokens(all[0].Was) == tokens(all[1].Mended) && tokens(all[1].Was) == tokens(all[0].Mended) {
		all[0].Kind, all[0].Mended = kindMoved, all[0].Mended+"\n"+all[1].Mended
		all = all[:1]
	}
	if len(all) == 2 && (moved(all[0], all[1]) || moved(all[1], all[0])) {
		all[0].Kind = kindMoved
		all = all[:1]
	}
	return all
}

// moved reports whether one finding takes away what the other puts elsewhere.
func moved(a, b Finding) bool {
	gone := strings.TrimSpace(strings.TrimPrefix(a.Was, a.Mended))
	return gone != "" && a.Mended == "" && strings.Contains(tokens(b.Mended), tokens(gone))
}

// trimmed are the lines that hold more than a comment.
func trimmed(lines []string) []string {
	var all []string
	for _, l := range lines {
		if len(scan(l)) > 0 {
			all = append(all, strings.TrimSpace(l))
		}
	}
	return all
}

// hunk is a run of lines that others stand for.
type hunk struct{ from, to, begin, end int }

func hunks(old, now []string) []hunk {
	a, b := make([]string, len(old)), make([]string, len(now))
	for i := range old {
		a[i] = tokens(old[i])
	}
	for i := range now {
		b[i] = tokens(now[i])
	}
	same := common(a, b)
	var all []hunk
	for i, j := 0, 0; i < len(a) || j < len(b); {
		if i < len(a) && j < len(b) && a[i] == b[j] {
			i, j = i+1, j+1
			continue
		}
		h := hunk{from: i, begin: j}
		for (i < len(a) || j < len(b)) && !(i < len(a) && j < len(b) && a[i] == b[j] && a[i] != "") {
			if j >= len(b) || i < len(a) && same[i+1][j] >= same[i][j+1] {
				i++
			} else {
				j++
			}
		}
		h.to, h.end = i, j
		if h.to-h.from == h.end-h.begin { // each line stands for one
			for k := range h.to - h.from {
				if a[h.from+k] != b[h.begin+k] {
					all = append(all, hunk{h.from + k, h.from + k + 1, h.begin + k, h.begin + k + 1})
				}
			}
		} else if tokens(strings.Join(old[h.from:h.to], "\n")) != tokens(strings.Join(now[h.begin:h.end], "\n")) {
			all = append(all, h)
		}
	}
	return all
}

// common has, for each place in a and in b, the length of the longest common part of what is left.
func common(a, b []string) [][]int {
	same := make([][]int, len(a)+1)
	for i := range same {
		same[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if same[i][j] = max(same[i+1][j], same[i][j+1]); a[i] == b[j] {
				same[i][j] = max(same[i][j], same[i+1][j+1]+1)
			}
		}
	}
	return same
}

// kind says in words how one line differs from the other.
func kind(was, mended []string) words.Text {
	switch {
	case len(mended) == 0 && slices.Contains(was, "return"):
		return kindReturn
	case len(mended) == 0:
		return kindLine
	case len(was) == 0:
		return kindMissing.Fill(target(mended))
	}
	begin := 0
	for begin < min(len(was), len(mended)) && was[begin] == mended[begin] {
		begin++
	}
	end := 0
	for end < min(len(was), len(mended))-begin && was[len(was)-1-end] == mended[len(mended)-1-end] {
		end++
	}
	gone, come := was[begin:len(was)-end], mended[begin:len(mended)-end]
	switch {
	case integerDivision(was, mended):
		return kindInteger
	case slices.Contains(was, "make") && slices.Equal(without(come), []string{"0", ","}):
		return kindAppend
	case was[0] == "for" && (small(gone) && small(come)):
		return kindBound
	case len(gone) == 1 && len(come) == 1:
		return exchanged(gone[0], come[0])
	case slices.Equal(sorted(gone), sorted(come)):
		if slices.Contains(gone, "T") {
			return kindTurnOther
		}
		return kindOrder
	case slices.Equal(without(gone), without(come)):
		return kindBrackets
	case slices.Contains(gone, "float32") && !slices.Contains(come, "float32"):
		return kindNarrow
	case slices.Contains(was, "return") && !slices.Contains(mended, "return"):
		return kindReturn
	}
	return amount(gone, come)
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
	case strings.ContainsRune(`0123456789".`, rune(was[0])):
		return kindConstant.Fill(was)
	case functions[was]:
		return kindFunction.Fill(was)
	case token.IsIdentifier(was):
		return kindVariableQ.Fill(was)
	}
	return kindHere
}

var functions = map[string]bool{
	"Exp": true, "Log": true, "Tanh": true, "Sigmoid": true, "ReLU": true, "Sqrt": true, "Abs": true, "Pow": true, "Max": true, "Min": true, "Mean": true, "Sum": true,
	"Rand": true, "Randn": true, "Zeros": true, "Row": true, "Column": true, "Mul": true, "Add": true, "Sub": true, "Div": true, "Dot": true, "Scale": true, "AddScalar": true,
	"Norm": true, "Apply": true, "ConcatCols": true, "ConcatRows": true, "SumRows": true, "SumCols": true, "Cbrt": true,
}

// amount is the kind where something is missing or too much.
func amount(gone, come []string) words.Text {
	has := func(list []string, any ...string) bool {
		return slices.ContainsFunc(any, func(t string) bool { return slices.Contains(list, t) })
	}
	less, more := len(come) > len(gone), len(gone) > len(come)
	only := func(list []string) bool { return len(without(list)) == 0 }
	switch {
	case has(come, "T") && !has(gone, "T"):
		return kindTurn
	case has(gone, "T") && !has(come, "T"):
		return kindTurned
	case only(gone) && slices.Equal(without(come), []string{"-"}):
		return kindMinus
	case only(come) && slices.Equal(without(gone), []string{"-"}):
		return kindMinusMore
	case has(gone, "[") && has(gone, ":") && !has(come, ":"):
		return kindBound
	case only(gone) && strings.Join(come, "") == ".Scale(-1)":
		return kindMinus
	case only(come) && strings.Join(gone, "") == ".Scale(-1)":
		return kindMinusMore
	case less && within(gone, come):
		return lacking(beyond(come, gone), only(gone), kindMinus, kindScale, kindTerm, kindLack)
	case more && within(come, gone):
		return lacking(beyond(gone, come), only(come), kindMinusMore, kindScaled, kindTermMore, kindMore)
	case len(without(gone)) > 0 && len(gone) <= 12 && balanced(gone):
		return kindOther.Fill(fragment(gone))
	case len(without(gone)) == 1 && len(gone) == 1:
		return exchanged(gone[0], come[0])
	}
	return kindHere
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

func balanced(list []string) bool {
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
	return depth == 0 && !strings.ContainsAny(list[0], ".,+-*/=)]")
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
	}
	return kindHere
}

// fragment writes tokens as code.
func fragment(list []string) string {
	text := strings.TrimSuffix(strings.Join(list, ""), ";")
	return strings.Trim(text, ".")
}
