package creatures

import (
	"nekonote/lessons/data/pixels"
	"nekonote/nn"
)

// shape is a filled ellipse, or a triangle, in the creature's own units: (0, 0) is its middle, y goes down, it is about 200
// high.
type shape struct {
	colour colour
	oval   [4]int    // its middle, and half its width and height; of an ellipse
	points [3][2]int // of a triangle
}

func oval(c colour, x, y, rx, ry int) shape { return shape{colour: c, oval: [4]int{x, y, rx, ry}} }

func triangle(c colour, x1, y1, x2, y2, x3, y3 int) shape {
	return shape{colour: c, points: [3][2]int{{x1, y1}, {x2, y2}, {x3, y3}}}
}

const (
	fine    = 16              // units of a drawing a pixel
	samples = 4               // a pixel is looked at in 4×4 places
	apart   = fine / samples  // between two of them
	across  = pixels.Side * 4 // places in a row
)

// draw makes one drawing of a kind.
func draw(kind Kind, stream *nn.Stream) pixels.Picture {
	p := lot(stream)
	canvas := make([]colour, across*across)
	for i := range canvas {
		canvas[i] = p.ground
	}
	for range 5 { // something lies about in the background
		speck := colour{p.ground[0] * 85 / 100, p.ground[1] * 85 / 100, p.ground[2] * 85 / 100}
		x, y, r := stream.Intn(across), stream.Intn(across), 3+stream.Intn(14)
		fill(canvas, speck, x-r, y-r, x+r, y+r, func(i, j int) bool { return (i-x)*(i-x)+(j-y)*(j-y) <= r*r })
	}
	for _, s := range kind.parts(p) {
		p.paint(canvas, s)
	}
	return reduced(canvas, stream)
}

// paint fills a shape. A place is turned back into the creature's units, times 64, and looked up there.
func (p pose) paint(canvas []colour, s shape) {
	inside := s.inside()
	left, top, right, bottom := p.box(s)
	fill(canvas, s.colour, left, top, right, bottom, func(i, j int) bool {
		y := (j*apart + apart/2 - p.y) * 6400 / p.size
		x := (i*apart+apart/2-p.x)*6400/p.size + y*p.lean/100
		if p.mirrored {
			x = -x
		}
		return inside(x, y)
	})
}

// box is where on the canvas a shape lies, with a little room around it.
func (p pose) box(s shape) (left, top, right, bottom int) {
	corners := s.points[:]
	if x, y, rx, ry := s.oval[0], s.oval[1], s.oval[2], s.oval[3]; rx > 0 {
		corners = [][2]int{{x - rx, y - ry}, {x + rx, y - ry}, {x - rx, y + ry}, {x + rx, y + ry}}
	}
	left, top = across, across
	for _, c := range corners {
		x, y := c[0], c[1]
		if p.mirrored {
			x = -x
		}
		i, j := (p.x+(x*100-y*p.lean)*p.size/10000)/apart, (p.y+y*p.size/100)/apart
		left, top, right, bottom = min(left, i-2), min(top, j-2), max(right, i+3), max(bottom, j+3)
	}
	return left, top, right, bottom
}

// fill colours the places of a box that are inside.
func fill(canvas []colour, c colour, left, top, right, bottom int, inside func(i, j int) bool) {
	for j := max(0, top); j < min(across, bottom); j++ {
		for i := max(0, left); i < min(across, right); i++ {
			if inside(i, j) {
				canvas[j*across+i] = c
			}
		}
	}
}

// inside returns what tells whether a point, in 64ths of the creature's units, lies in the shape.
func (s shape) inside() func(x, y int) bool {
	if s.oval[2] > 0 {
		cx, cy, rx, ry := s.oval[0]*64, s.oval[1]*64, s.oval[2], s.oval[3]
		within := rx * ry * 64
		return func(x, y int) bool {
			dx, dy := (x-cx)*ry, (y-cy)*rx
			return dx*dx+dy*dy <= within*within
		}
	}
	side := func(a, b [2]int, x, y int) int { return (b[0]-a[0])*(y-a[1]*64) - (b[1]-a[1])*(x-a[0]*64) }
	return func(x, y int) bool {
		a, b, c := side(s.points[0], s.points[1], x, y), side(s.points[1], s.points[2], x, y), side(s.points[2], s.points[0], x, y)
		return a >= 0 && b >= 0 && c >= 0 || a <= 0 && b <= 0 && c <= 0
	}
}

// reduced is the canvas as a picture: each pixel the mean of its places, with a little grain.
func reduced(canvas []colour, stream *nn.Stream) pixels.Picture {
	out := pixels.New(pixels.Side, pixels.Side)
	for row := range out {
		for column := range out[row] {
			var sum colour
			for k := range samples * samples {
				c := canvas[(row*samples+k/samples)*across+column*samples+k%samples]
				for channel := range c {
					sum[channel] += c[channel]
				}
			}
			grain := stream.Intn(13) - 6
			for channel := range sum {
				out[row][column][channel] = uint8(min(255, max(0, sum[channel]/(samples*samples)+grain)))
			}
		}
	}
	return out
}
