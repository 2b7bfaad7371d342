package plots

import (
	"strings"
	"testing"

	"nekonote/nn"
)

// TestNoPanelIsLeftOverAlone: small multiples fill their rows, and a row fits a page.
func TestNoPanelIsLeftOverAlone(t *testing.T) {
	for n := 1; n <= 12; n++ {
		columns, wide := inRow(n), small(n)
		if n > columns && n%columns == 1 {
			t.Errorf("of %d panels, %d in a row, one stands alone", n, columns)
		}
		if row := wide*float64(columns) + panelGap*float64(columns-1); row > pageWidth || wide < 140 {
			t.Errorf("%d panels of %v points make a row of %v", n, wide, row)
		}
	}
	X, Y := rings(20)
	page := decisionBoundaries(make([]Boundary, 0), X, Y, options{}).html()
	if strings.Contains(page, "max-width:-") {
		t.Error("no panels have a width")
	}
	seven := make([]Boundary, 7)
	for i := range seven {
		seven[i] = Boundary{Name: "n", Predict: ring(0.5)}
	}
	if page := decisionBoundaries(seven, X, Y, options{}).html(); !strings.Contains(page, "max-width:781px") && !strings.Contains(page, "max-width:777px") {
		t.Errorf("seven panels have no rows of four: %.400s", page)
	}
}

// TestHistogramsShareTheirScale: the same number stands at the same place in every layer.
func TestHistogramsShareTheirScale(t *testing.T) {
	wide, narrow := nn.Row(-4, 0, 4), nn.Row(-0.001, 0, 0.001)
	on := scaleOf(append(entries(wide), entries(narrow)...))
	one, _ := binned(wide, on)
	other, said := binned(narrow, on)
	if one.low != other.low || one.high != other.high {
		t.Errorf("from %v to %v, and from %v to %v", one.low, one.high, other.low, other.high)
	}
	if !strings.Contains(said, "0.001") {
		t.Errorf("the words do not tell the layer's own range: %s", said)
	}
}
