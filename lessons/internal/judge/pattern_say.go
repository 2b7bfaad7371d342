package judge

import "nekonote/nn/words"

// What patterns between got and want suggest.
var (
	saySign        = words.T("%s has just the opposite sign. Perhaps a minus is missing, or one too many.", "%s の符号がちょうど逆です。マイナスが抜けているか、一つ多いのかもしれません。")
	sayTwice       = words.T("%s is exactly twice what it should be. Perhaps a factor ½ is missing, or a term is counted twice.", "%s がちょうど 2 倍です。½ が抜けているか、同じ項を 2 回数えているのかもしれません。")
	sayHalf        = words.T("%s is exactly half of what it should be.", "%s がちょうど半分です。")
	sayTimes       = words.T("%s is exactly %s times what it should be, and %[2]s is %[3]s. Perhaps the division by it is missing.", "%[1]s がちょうど %[2]s 倍です。%[2]s は%[3]sです。それで割るのを忘れているのかもしれません。")
	sayDivided     = words.T("%s is exactly a %s-th of what it should be, and %[2]s is %[3]s. Perhaps it is divided by it once too often.", "%[1]s がちょうど %[2]s 分の 1 です。%[2]s は%[3]sです。それで 1 回多く割っているのかもしれません。")
	saySignAndSize = words.T("%s has the opposite sign, and is off by the factor %s, which is %s.", "%[1]s の符号が逆で、さらに %[2]s 倍ずれています。%[2]s は%[3]sです。")
	sayFactor      = words.T("%s is %s times what it should be, in every entry.", "%s のすべての成分が、正しい値の %s 倍です。")
	sayLog2        = words.T("%s is off as log₂ is from the natural logarithm. Use math.Log, or the method Log.", "%s のずれ方は、log₂ と自然対数の違いと同じです。math.Log か Log メソッドを使ってください。")
	sayLog10       = words.T("%s is off as log₁₀ is from the natural logarithm. Use math.Log, or the method Log.", "%s のずれ方は、log₁₀ と自然対数の違いと同じです。math.Log か Log メソッドを使ってください。")
	sayColumnsOf   = words.T("the number of columns of %s", " %s の列数")
	sayRowsOf      = words.T("the number of rows of %s", " %s の行数")

	sayTransposed    = words.T("%s is right, but transposed: rows and columns are swapped. T() turns it.", "%s の値は正しいのですが、転置されています（行と列が逆です）。T() で転置できます。")
	saySideways      = words.T("%s lies on its side: rows and columns are swapped.", "%s の行と列が逆です。")
	sayReversed      = words.T("%s has the right numbers in reverse order.", "%s の数は合っていますが、順番が逆です。")
	saySummedWrong   = words.T("%s seems to be summed along the other axis: SumRows gives each row's sum (n×1), SumCols each column's (1×m).", "%s は別の軸に沿って合計されているようです。SumRows は行ごとの和（n×1）、SumCols は列ごとの和（1×m）です。")
	saySummedAll     = words.T("%s is summed over everything; here each row, or each column, has its own sum: SumRows or SumCols.", "%s が全体の和になっています。ここでは行ごと、または列ごとの和が必要です（SumRows、SumCols）。")
	sayForgotten     = words.T("%s is right but for %[2]s: it has been forgotten.", "%s は、%[2]s を足し忘れている以外は正しくできています。")
	sayOffset        = words.T("Every entry of %s is off by the same %s. Perhaps something was added, or not.", "%s のすべての成分が、同じ %s だけずれています。何かを余分に足したか、足し忘れたのかもしれません。")
	sayOffsetRows    = words.T("%s is off by the same amount all along each row. Perhaps a bias was not added, or the wrong one.", "%s は、行ごとに同じ量だけずれています。バイアスを足し忘れたか、別のものを足したのかもしれません。")
	sayOffsetColumns = words.T("%s is off by the same amount all along each column.", "%s は、列ごとに同じ量だけずれています。")
)
