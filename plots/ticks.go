package plots

import (
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
)

// steps marks an axis at round numbers, about five of them.
type steps struct{}

func (steps) Ticks(low, high float64) []plot.Tick {
	step := roundStep((high - low) / 5)
	if !finite(step) || step <= 0 {
		return []plot.Tick{{Value: low, Label: number(low)}}
	}
	label := labels(low, high, step)
	var ticks []plot.Tick
	for i := math.Ceil(low/step - 1e-9); i*step <= high+1e-9*step; i++ {
		ticks = append(ticks, plot.Tick{Value: i * step, Label: label(i * step)})
	}
	return ticks
}

// labels writes the marks of an axis with as many decimals as it takes to tell them apart, and with a power of ten where all
// are very small or very large.
func labels(low, high, step float64) func(x float64) string {
	largest, decimals := math.Max(math.Abs(low), math.Abs(high)), max(0, -int(math.Floor(math.Log10(step)+1e-9)))
	if largest < 1e-3 || largest >= 1e6 {
		return func(x float64) string { return minus(powerOfTen(x)) }
	}
	return func(x float64) string { return minus(strconv.FormatFloat(x, 'f', min(decimals, 12), 64)) }
}

// roundStep is the next number of the form 1, 2 or 5 times a power of ten.
func roundStep(x float64) float64 {
	ten := math.Pow(10, math.Floor(math.Log10(x)))
	for _, k := range []float64{1, 2, 5} {
		if k*ten >= x*(1-1e-9) {
			return k * ten
		}
	}
	return 10 * ten
}

// decades marks a logarithmic axis at powers of ten, and between them at 2 and 5 where it spans few; where it spans many, at
// each second power, or each tenth, and so on.
type decades struct{}

func (decades) Ticks(low, high float64) []plot.Tick {
	between := []float64{1}
	if math.Log10(high/low) < 3 {
		between = []float64{1, 2, 5}
	}
	every := max(1, math.Ceil(roundStep(math.Log10(high/low)/8)))
	var ticks []plot.Tick
	for e := math.Floor(math.Log10(low)/every) * every; e <= math.Ceil(math.Log10(high)); e += every {
		for _, k := range between {
			if v := k * math.Pow(10, e); v >= low*(1-1e-9) && v <= high*(1+1e-9) {
				ticks = append(ticks, plot.Tick{Value: v, Label: decade(v)})
			}
		}
	}
	return ticks
}

// decade writes a mark of a logarithmic axis.
func decade(v float64) string {
	if v >= 1e-4 && v < 1e6 {
		return number(v)
	}
	return minus(strings.TrimPrefix(powerOfTen(v), "1·"))
}
