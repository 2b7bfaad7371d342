package plots

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn"
	"nekonote/plots/internal/svg"
)

// drawing is where everything of a network is drawn.
type drawing struct {
	layers    []layer
	W         []nn.Matrix // none of an architecture
	strongest float64     // the largest |w|; 0 where nothing tells the weights apart
	flow      []nn.Matrix
}

// figure is the drawing alone, without words.
func (d drawing) figure() figure {
	return figure{panels: []panel{{
		width: float64(len(d.layers)-1)*layerGap + 140, height: d.height(),
		draw: func(c draw.Canvas) {
			b := board{c}
			d.weights(b)
			for l := range d.layers {
				d.units(b, l, nn.Matrix{})
			}
			d.names(b)
		},
		frame: func(c draw.Canvas, i int) {
			for l := range i + 1 {
				d.units(board{c}, l, d.flow[l])
			}
		},
	}}}
}

func (d drawing) height() float64 {
	tallest := 0
	for _, l := range d.layers {
		tallest = max(tallest, len(l.units))
	}
	return float64(tallest)*unitRow + 62
}

// at is the middle of the k-th unit that is drawn of layer l.
func (d drawing) at(l, k int) [2]float64 {
	n := len(d.layers[l].units)
	return [2]float64{70 + float64(l)*layerGap, (d.height()-50)/2 + 4 + (float64(k)-float64(n-1)/2)*unitRow}
}

func (d drawing) weights(b board) {
	for l := range len(d.layers) - 1 {
		for k, i := range d.layers[l+1].units {
			for q, j := range d.layers[l].units {
				if i < 0 || j < 0 {
					continue
				}
				from, to := d.at(l, q), d.at(l+1, k)
				b.line(d.weightLine(l, i, j), [2]float64{from[0] + unitRadius, from[1]}, [2]float64{to[0] - unitRadius, to[1]})
			}
		}
	}
}

// weightLine is the line of a weight: neutral where nothing is known of it, dotted where it is no number.
func (d drawing) weightLine(l, i, j int) draw.LineStyle {
	if d.strongest == 0 || d.W == nil {
		return stroke(medium, 1)
	}
	w := d.W[l].At(i, j) / d.strongest
	if !finite(w) {
		style := stroke(faint, 1)
		style.Dashes = dashes[5]
		return style
	}
	return signed(w)
}

// signed is the line of a weight between −1 and 1.
func signed(w float64) draw.LineStyle {
	style := stroke(alpha(orange, 0.35+0.6*math.Abs(w)), 0.5+4*math.Abs(w))
	if w < 0 {
		style.Color = alpha(blue, 0.35+0.6*math.Abs(w))
		style.Dashes = dashes[1]
	}
	return style
}

// units draws the units of a layer, filled by their activations where A has some.
func (d drawing) units(b board, l int, A nn.Matrix) {
	for k, i := range d.layers[l].units {
		at := d.at(l, k)
		if i < 0 {
			b.words(at[0], at[1], "⋮", centred(bold(lettering(18, soft))))
			continue
		}
		b.disc(at[0], at[1], unitRadius, svg.Paper{}, strong)
		if A.IsEmpty() {
			continue
		}
		a := A.At(i, 0)
		b.disc(at[0], at[1], unitRadius-1.5, activationColour(a), nil)
		b.words(at[0], at[1], brief(a), centred(lettering(11, strong)))
	}
}

// activationColour fills a unit: the stronger, the further from 0.
func activationColour(a float64) color.Color {
	if math.IsNaN(a) {
		return svg.Paper{}
	}
	return alpha(classColour(b2i(a > 0)), 0.55*min(1, math.Abs(a)))
}

func (d drawing) names(b board) {
	for l, one := range d.layers {
		x := d.at(l, 0)[0]
		b.words(x, d.height()-34, one.name, centred(bold(lettering(12.5, strong))))
		b.words(x, d.height()-16, one.count(), centred(lettering(12, soft)))
	}
}
