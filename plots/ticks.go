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
	decimals := max(0, -int(math.Floor(math.Log10(step)+1e-9)))
	var ticks []plot.Tick
	for i := math.Ceil(low/step - 1e-9); i*step <= high+1e-9*step; i++ {
		ticks = append(ticks, plot.Tick{Value: i * step, Label: minus(strconv.FormatFloat(i*step, 'f', decimals, 64))})
	}
	return ticks
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

// decades marks a logarithmic axis at powers of ten, and between them at 2 and 5 where it spans few.
type decades struct{}

func (decades) Ticks(low, high float64) []plot.Tick {
	between := []float64{1}
	if math.Log10(high/low) < 3 {
		between = []float64{1, 2, 5}
	}
	var ticks []plot.Tick
	for e := math.Floor(math.Log10(low)); e <= math.Ceil(math.Log10(high)); e++ {
		for _, k := range between {
			if v := k * math.Pow(10, e); v >= low*(1-1e-9) && v <= high*(1+1e-9) {
				ticks = append(ticks, plot.Tick{Value: v, Label: number(v)})
			}
		}
	}
	return ticks
}

// number writes a number as a reader wants it: up to four digits that mean something, and a true minus sign.
func number(x float64) string {
	return minus(strconv.FormatFloat(x, 'g', 4, 64))
}

func minus(s string) string {
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return strings.ReplaceAll(s, "-", "−")
}
