package plots

import (
	"math"
	"strconv"
	"strings"
)

// farthest is how far from 0 a number may be to be drawn: farther out, the arithmetic of a drawing overflows.
const farthest = 1e300

// finite reports whether a number can be drawn. NaN, ±Inf and what is next to it cannot.
func finite(x float64) bool { return math.Abs(x) <= farthest } // not so where x is NaN

// number writes a number as a reader wants it: up to four digits that mean something, and a true minus sign.
func number(x float64) string {
	return minus(strconv.FormatFloat(x, 'g', 4, 64))
}

// fixed writes a number with so many decimals, or as 1.2·10¹²⁰ or 3·10⁻⁹ where it has too many digits before them or none
// of them says anything.
func fixed(x float64, decimals int) string {
	size := math.Abs(x)
	if size >= 1e9 && !math.IsInf(x, 0) || size > 0 && size < 0.5*math.Pow(10, -float64(decimals)) {
		return powerOfTen(x)
	}
	return strconv.FormatFloat(x, 'f', decimals, 64)
}

// brief writes a number in the few letters for which there is room.
func brief(x float64) string {
	if math.Abs(x) >= 1e4 && !math.IsInf(x, 0) {
		return minus(strconv.FormatFloat(x, 'e', 0, 64))
	}
	return minus(strconv.FormatFloat(math.Round(x*100)/100, 'g', -1, 64))
}

// powerOfTen writes 0.00002 as 2·10⁻⁵, with up to three digits that mean something.
func powerOfTen(x float64) string {
	digits, exponent, _ := strings.Cut(strconv.FormatFloat(x, 'e', 2, 64), "e")
	digits = strings.TrimRight(strings.TrimRight(digits, "0"), ".")
	power, err := strconv.Atoi(exponent)
	if err != nil || x == 0 {
		return strconv.FormatFloat(x, 'g', 3, 64)
	}
	return digits + "·10" + superscript.Replace(strconv.Itoa(power))
}

var superscript = strings.NewReplacer("-", "⁻", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

func minus(s string) string {
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return strings.ReplaceAll(s, "-", "−")
}

// finiteRange is the least and the largest of some numbers that can be drawn, and how many cannot; low > high where none can.
func finiteRange(values ...float64) (low, high float64, odd int) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if !finite(v) {
			odd++
			continue
		}
		low, high = min(low, v), max(high, v)
	}
	return low, high, odd
}

// apart widens a range in which all values are the same, but for their last digits, so that an axis can be drawn.
func apart(low, high float64) (float64, float64) {
	largest := max(math.Abs(low), math.Abs(high))
	if high-low > 1e-12*largest {
		return low, high
	}
	half := max(1, largest/2)
	return low - half, high + half
}
