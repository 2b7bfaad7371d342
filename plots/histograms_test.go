package plots

import (
	"slices"
	"testing"
)

func TestAnAxisOfFewMarksTellsThemApart(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		want      []string
	}{
		{0, 3000, []string{"0", "1000", "2000", "3000"}},
		{0, 85000, []string{"0", "20000", "40000", "60000", "80000"}},
		{0.49998, 0.50002, []string{"0.49998", "0.49999", "0.50000", "0.50001", "0.50002"}},
		{-0.02, 0.06, []string{"−0.02", "0.00", "0.02", "0.04", "0.06"}},
		{-1e-7, 2.2e-7, []string{"−1·10⁻⁷", "0", "1·10⁻⁷", "2·10⁻⁷"}},
		{-2e-6, 2.1e-5, []string{"0", "1·10⁻⁵", "2·10⁻⁵"}},
		{0.5000001, 0.500002, []string{"0.5000005", "0.5000010", "0.5000015", ""}},
		{0, 3e6, []string{"0", "1·10⁶", "2·10⁶", "3·10⁶"}},
	} {
		var got []string
		for _, tick := range (few{}).Ticks(c.low, c.high) {
			got = append(got, tick.Label)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("from %v to %v: %q; want %q", c.low, c.high, got, c.want)
		}
	}
}
