package main

import "math"

// What latte.go draws with: points, colours, distances to shapes, and how a distance becomes paint.

type point struct{ x, y float64 }

func (p point) minus(q point) point           { return point{p.x - q.x, p.y - q.y} }
func (p point) plus(q point, k float64) point { return point{p.x + k*q.x, p.y + k*q.y} }

func length(p point) float64 { return math.Sqrt(dot(p, p)) }
func dot(a, b point) float64 { return a.x*b.x + a.y*b.y }

// rgb is a colour, each channel 0 … 1.
type rgb struct{ r, g, b float64 }

func (c rgb) times(k float64) rgb { return rgb{c.r * k, c.g * k, c.b * k} }
func (c rgb) plus(d rgb) rgb      { return rgb{c.r + d.r, c.g + d.g, c.b + d.b} }

// mix returns the colour with the share k of another painted over it.
func (c rgb) mix(d rgb, k float64) rgb {
	k = clamp(k)
	return c.times(1 - k).plus(d.times(k))
}

func channel(v float64) uint8 { return uint8(math.Round(255 * clamp(v))) }

func clamp(v float64) float64 { return min(max(v, 0), 1) }

// smooth rises from 0 at a to 1 at b without a corner.
func smooth(a, b, v float64) float64 {
	t := clamp((v - a) / (b - a))
	return t * t * (3 - 2*t)
}

// edge is paint inside a shape, edgeSoft the same with a border of a width, soft a shadow that reaches beyond it.
func edge(d float64) float64            { return edgeSoft(d, 0.004) }
func edgeSoft(d, width float64) float64 { return 1 - smooth(-width, width, d) }
func soft(d, reach float64) float64     { return 1 - smooth(-reach/2, reach, d) }

// band is 1 where v is near center, and 0 a width away.
func band(v, center, width float64) float64 {
	return 1 - smooth(0, width, math.Abs(v-center))
}

// merge joins two shapes with a round joint of size k.
func merge(a, b, k float64) float64 {
	h := clamp(0.5 + 0.5*(b-a)/k)
	return b*(1-h) + a*h - k*h*(1-h)
}

func circle(p, center point, r float64) float64 { return length(p.minus(center)) - r }

// ellipse is nearly the distance, and exactly the border.
func ellipse(p, center point, rx, ry float64) float64 {
	p = p.minus(center)
	k1 := length(point{p.x / rx, p.y / ry})
	k2 := length(point{p.x / (rx * rx), p.y / (ry * ry)})
	if k2 == 0 {
		return -min(rx, ry)
	}
	return k1 * (k1 - 1) / k2
}

func segment(p, a, b point) float64 {
	pa, ba := p.minus(a), b.minus(a)
	h := clamp(dot(pa, ba) / dot(ba, ba))
	return length(pa.plus(ba, -h))
}

func triangle(p, a, b, c point) float64 {
	outside := min(segment(p, a, b), min(segment(p, b, c), segment(p, c, a)))
	side := func(a, b point) bool { return (p.x-a.x)*(b.y-a.y)-(p.y-a.y)*(b.x-a.x) >= 0 }
	s := side(a, b)
	if s == side(b, c) && s == side(c, a) {
		return -outside
	}
	return outside
}

// curve is the distance to a stroke from a to c that bends towards b (a quadratic Bézier curve, as eight segments).
func curve(p, a, b, c point) float64 {
	const pieces = 8
	near, from := math.Inf(1), a
	for i := 1; i <= pieces; i++ {
		t := float64(i) / pieces
		to := point{
			(1-t)*(1-t)*a.x + 2*t*(1-t)*b.x + t*t*c.x,
			(1-t)*(1-t)*a.y + 2*t*(1-t)*b.y + t*t*c.y,
		}
		near = min(near, segment(p, from, to))
		from = to
	}
	return near
}

// arc is the distance to the part of a circle's line between two angles, counted from the x axis towards y.
func arc(p, center point, r, from, to float64) float64 {
	d := p.minus(center)
	angle := math.Atan2(d.y, d.x)
	for angle < from {
		angle += 2 * math.Pi
	}
	if angle <= to {
		return math.Abs(length(d) - r)
	}
	end := func(a float64) float64 { return length(d.minus(point{r * math.Cos(a), r * math.Sin(a)})) }
	return min(end(from), end(to))
}

// cloud is smooth noise, 0 … 1, that changes within 1/scale: four layers, each finer and fainter.
func cloud(p point, scale float64) float64 {
	sum, weight := 0.0, 0.5
	for layer := range 4 {
		sum += weight * noise(point{p.x*scale + 17*float64(layer), p.y*scale - 31*float64(layer)})
		scale, weight = scale*2, weight/2
	}
	return sum / 0.9375
}

// noise is a value at each whole point, 0 … 1, and what lies between them in between.
func noise(p point) float64 {
	x, y := math.Floor(p.x), math.Floor(p.y)
	tx, ty := smooth(0, 1, p.x-x), smooth(0, 1, p.y-y)
	top := hash(int(x), int(y))*(1-tx) + hash(int(x)+1, int(y))*tx
	bottom := hash(int(x), int(y)+1)*(1-tx) + hash(int(x)+1, int(y)+1)*tx
	return top*(1-ty) + bottom*ty
}

func hash(x, y int) float64 {
	h := uint32(x)*0x9E3779B1 ^ uint32(y)*0x85EBCA77
	h = (h ^ h>>15) * 0x2C1B3C6D
	h = (h ^ h>>12) * 0x297A2D39
	return float64(h^h>>15) / math.MaxUint32
}
