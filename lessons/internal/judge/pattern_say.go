package judge

import "nekonote/nn/words"

// What patterns between got and want suggest.
var (
	sayUntreated      = words.T("%s is just the argument %[2]s, as it came in: it still has to be computed.", "%s が、渡された引数 %[2]s のままです。ここから計算してください。")
	saySign           = words.T("%s has just the opposite sign. Perhaps a minus is missing, or one too many.", "%s の符号がちょうど逆です。マイナスが抜けているか、一つ多いのかもしれません。")
	sayTwice          = words.T("%s is exactly twice what it should be. Perhaps a factor ½ is missing, or a term is counted twice.", "%s がちょうど 2 倍です。½ が抜けているか、同じ項を 2 回数えているのかもしれません。")
	sayHalf           = words.T("%s is exactly half of what it should be.", "%s がちょうど半分です。")
	sayTimes          = words.T("%s is too large by just a factor, %s. Perhaps the division by it is missing.", "%s が、ちょうど%sの倍数だけ大きくなっています。それで割るのを忘れているのかもしれません。")
	sayDivided        = words.T("%s is too small by just a factor, %s. Perhaps it is divided by it once too often.", "%s が、ちょうど%sで割った値になっています。1 回多く割っているのかもしれません。")
	sayRoot           = words.T("%s is too large by just the square root of %s.", "%s が、ちょうど%sの平方根の分だけ大きくなっています。")
	sayOverRoot       = words.T("%s is too small by just the square root of %s.", "%s が、ちょうど%sの平方根で割った値になっています。")
	sayOneLess        = words.T("%s is divided by one less than %s. Divide by all of them.", "%s を割る数が、%sより 1 小さくなっています。全体の数で割ってください。")
	saySignAndTimes   = words.T("%s has the opposite sign, and is too large by just a factor, %s.", "%s の符号が逆で、さらにちょうど%sの倍数だけ大きくなっています。")
	saySignAndDivided = words.T("%s has the opposite sign, and is too small by just a factor, %s.", "%s の符号が逆で、さらにちょうど%sで割った値になっています。")
	sayTimesValue     = words.T("%s is multiplied by `%s` once too often, or not divided by it.", "%s に、`%s` を 1 回多くかけているか、`%[2]s` で割るのを忘れています。")
	sayDividedValue   = words.T("%s is divided by `%s` once too often, or not multiplied by it.", "%s を、`%s` で 1 回多く割っているか、`%[2]s` をかけるのを忘れています。")
	sayLog2           = words.T("%s is off as log₂ is from the natural logarithm: math.Log, or the method Log, is the natural one.", "%s のずれ方は、log₂ と自然対数の違いと同じです。自然対数は math.Log か Log メソッドです。")
	sayLog10          = words.T("%s is off as log₁₀ is from the natural logarithm: math.Log, or the method Log, is the natural one.", "%s のずれ方は、log₁₀ と自然対数の違いと同じです。自然対数は math.Log か Log メソッドです。")
	sayBase2          = words.T("%s is too small by the factor ln 2: a power of 2 takes the place of one of e, or the logarithm has another base.", "%s が ln 2 倍になっています。e の累乗のかわりに 2 の累乗を使っているか、対数の底が違います。")
	sayFactor         = words.T("%s is %s times what it should be, in every entry.", "%s のすべての成分が、正しい値の %s 倍です。")
	sayColumnsOf      = words.T("the number of columns of %s", " %s の列数")
	sayRowsOf         = words.T("the number of rows of %s", " %s の行数")

	sayTransposed  = words.T("%s is right, but transposed: rows and columns are swapped. T() turns it.", "%s の値は正しいのですが、転置されています（行と列が逆です）。T() で転置できます。")
	saySideways    = words.T("%s lies on its side: rows and columns are swapped.", "%s の行と列が逆です。")
	sayReversed    = words.T("%s has the right numbers in reverse order.", "%s の数は合っていますが、順番が逆です。")
	saySummedWrong = words.T("%s seems to be summed along the other axis: SumRows gives each row's sum (n×1), SumCols each column's (1×m).", "%s は別の軸に沿って合計されているようです。SumRows は行ごとの和（n×1）、SumCols は列ごとの和（1×m）です。")
	saySummedAll   = words.T("%s is summed over everything; here each row, or each column, has its own sum: SumRows or SumCols.", "%s が全体の和になっています。ここでは行ごと、または列ごとの和が必要です（SumRows、SumCols）。")
	sayAgain       = words.T("%s is right but for %[2]s: it is added once too often.", "%s は、%[2]s を 1 回多く足している以外は正しくできています。")
	sayOffset      = words.T("Every entry of %s is off by the same %s, whatever the arguments are. Perhaps something was added, or not.", "引数が何であっても、%s のすべての成分が同じ %s だけずれています。何かを余分に足したか、足し忘れたのかもしれません。")
	sayConstant    = words.T("%s comes out as %s in every case, whatever the arguments are: what depends on them is missing.", "引数が何であっても、%s がいつも %s になります。引数によって変わる部分が抜けています。")
	sayForgotten   = words.T("%s is right but for %[2]s: it has been forgotten.", "%s は、%[2]s を足し忘れている以外は正しくできています。")
)
