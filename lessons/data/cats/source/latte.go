package main

import (
	"image"
	"image/color"
	"math"
	"sync"
)

// A cup of latte, seen from above: two of them lie in lessons/data/pictures/try, one with a cat's face in its foam and one
// with a person's. What will a network that has only seen photographs say?
//
// The plane of a drawing has its origin in the middle of the cup, x to the right and y down, and the coffee's edge at
// distance 1. A shape is a function that says how far a point is outside of it, negative inside; so shapes are moved,
// merged and outlined with a few words of arithmetic (I. Quilez, "2D distance functions").

// cup is a drawing of lessons/data/pictures/try.
type cup struct {
	file string
	foam func(p point) float64 // how much milk there is at a point: 0 … 1
}

var cups = []cup{
	{"latte-cat.png", catFace},
	{"latte-person.png", personFace},
}

const (
	drawn = 512 // pixels, both ways
	view  = 1.5 // what is seen of the plane, from the middle to the edge
	fine  = 2   // points asked per pixel, both ways
)

// draw returns the picture of the cup.
func (c cup) draw() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, drawn, drawn))
	var lines sync.WaitGroup
	for y := range drawn {
		lines.Go(func() {
			for x := range drawn {
				img.SetRGBA(x, y, c.pixel(x, y))
			}
		})
	}
	lines.Wait()
	return img
}

// pixel returns the mean colour of the points of a pixel.
func (c cup) pixel(x, y int) color.RGBA {
	var sum rgb
	for sub := range fine * fine {
		px := (float64(x) + (float64(sub%fine)+0.5)/fine) / drawn
		py := (float64(y) + (float64(sub/fine)+0.5)/fine) / drawn
		sum = sum.plus(c.scene(point{(2*px - 1) * view, (2*py - 1) * view}))
	}
	sum = sum.times(1.0 / (fine * fine))
	return color.RGBA{R: channel(sum.r), G: channel(sum.g), B: channel(sum.b), A: 255}
}

// scene returns the colour at a point: the table, on it the saucer, on it the cup, in it the coffee.
func (c cup) scene(p point) rgb {
	surface := edge(circle(p, point{}, 1))
	if surface == 1 {
		return c.coffee(p)
	}
	out := dishes(p)
	if surface > 0 {
		out = out.mix(c.coffee(p), surface)
	}
	return out
}

func dishes(p point) rgb {
	light := (p.x + p.y) * -0.5 // it comes from the upper left
	out := table(p)

	saucer := circle(p, point{}, 1.44)
	out = out.mix(rgb{0.13, 0.07, 0.04}, 0.62*soft(circle(p, point{0.09, 0.13}, 1.40), 0.2))
	plate := porcelain.times(0.93 + 0.05*light)
	plate = plate.times(1 - 0.10*band(length(p), 1.21, 0.025) + 0.06*band(length(p), 1.395, 0.025))
	out = out.mix(plate, edge(saucer))

	handle := segment(p, point{0.9, 0.52}, point{1.29, 0.75}) - 0.095
	wall := circle(p, point{}, 1.1)
	out = out.mix(rgb{0.25, 0.18, 0.15}, 0.5*soft(min(circle(p, point{0.07, 0.1}, 1.1), segment(p, point{0.97, 0.62}, point{1.35, 0.84})-0.09), 0.14))
	out = out.mix(porcelain.times(0.94-0.9*max(0, handle+0.05)+0.10*(0.66-p.y)), edge(handle))
	out = out.mix(porcelain.times(1-0.06*soft(handle, 0.1)+0.05*light), edge(wall))
	return out.mix(porcelain.times(0.80-0.09*light), edge(circle(p, point{}, 1.045)))
}

var (
	porcelain = rgb{0.965, 0.955, 0.935}
	milk      = rgb{0.985, 0.945, 0.865}
	crema     = rgb{0.60, 0.345, 0.155}
	dark      = rgb{0.335, 0.165, 0.065}
)

// coffee returns the colour of the surface: crema, darker towards the cup's wall, and the milk that was poured into it.
func (c cup) coffee(p point) rgb {
	r := length(p)
	out := crema.mix(dark, 0.75*smooth(0.55, 1.02, r)+0.30*(cloud(p, 3)-0.5))
	out = out.mix(rgb{0.74, 0.47, 0.24}, 0.35*smooth(0.52, 0.8, cloud(point{p.x + 9, p.y - 4}, 7)))

	// Milk is poured, not printed: its edges wander a little.
	wander := point{p.x + 0.030*(cloud(p, 4)-0.5), p.y + 0.030*(cloud(point{p.x + 5, p.y + 8}, 4)-0.5)}
	amount := c.foam(wander)
	foam := milk.mix(rgb{0.90, 0.79, 0.64}, 0.55*smooth(0.45, 0.85, cloud(point{p.x - 3, p.y + 2}, 5)))
	out = out.mix(foam, amount*0.97)

	for _, b := range bubbles {
		d := length(p.minus(b.center))
		out = out.mix(rgb{0.93, 0.80, 0.62}, 0.55*band(d, b.radius, 0.006))
	}
	out = out.times(1 - 0.30*smooth(0.9, 1, r)) // the wall's shadow
	shine := soft(ellipse(p, point{-0.47, -0.62}, 0.34, 0.11), 0.25)
	return out.mix(rgb{1, 1, 1}, 0.10*shine)
}

var bubbles = []struct {
	center point
	radius float64
}{
	{point{0.80, -0.38}, 0.020}, {point{0.84, -0.33}, 0.013}, {point{0.77, -0.44}, 0.011},
	{point{-0.86, 0.22}, 0.016}, {point{-0.83, 0.28}, 0.010}, {point{-0.15, 0.93}, 0.014}, {point{-0.09, 0.94}, 0.009},
}

// catFace is a cat who looks at you: milk for its head, and crema drawn through the milk with a barista's needle.
func catFace(p point) float64 {
	q := point{math.Abs(p.x), p.y} // a cat is the same on both sides, nearly
	head := ellipse(p, point{0, 0.13}, 0.64, 0.50)
	ear := triangle(q, point{0.13, -0.28}, point{0.48, -0.72}, point{0.57, -0.08}) - 0.035
	outline := merge(head, ear, 0.07)
	cheeks := merge(outline, ellipse(q, point{0.46, 0.30}, 0.16, 0.14), 0.06)
	out := edgeSoft(cheeks, 0.022)

	scratch := func(d, strength float64) { out *= 1 - strength*edgeSoft(d, 0.014) }
	scratch(triangle(q, point{0.29, -0.37}, point{0.450, -0.60}, point{0.495, -0.26})-0.012, 0.72) // inside of the ear
	scratch(ellipse(q, point{0.235, 0.045}, 0.088, 0.108), 0.97)                                   // eye
	out = max(out, edgeSoft(circle(p, point{-0.260, 0.005}, 0.030), 0.012))                        // the light in both eyes
	out = max(out, edgeSoft(circle(p, point{0.210, 0.005}, 0.030), 0.012))
	scratch(triangle(p, point{-0.052, 0.215}, point{0.052, 0.215}, point{0, 0.262})-0.022, 0.95) // nose
	scratch(segment(p, point{0, 0.27}, point{0, 0.325})-0.010, 0.9)
	scratch(arc(q, point{0.078, 0.318}, 0.078, 0.10*math.Pi, 0.98*math.Pi)-0.011, 0.9) // mouth
	scratch(curve(p, point{0, -0.30}, point{0.004, -0.22}, point{0, -0.15})-0.017, 0.75)
	scratch(curve(q, point{0.10, -0.295}, point{0.100, -0.22}, point{0.075, -0.17})-0.015, 0.75) // a tabby's stripes
	scratch(curve(q, point{0.63, 0.06}, point{0.55, 0.085}, point{0.47, 0.075})-0.013, 0.6)
	scratch(curve(q, point{0.64, 0.15}, point{0.57, 0.160}, point{0.50, 0.150})-0.012, 0.6)

	// Whiskers are dark on milk and light on coffee.
	for _, whisker := range [][3]point{
		{{0.25, 0.275}, {0.55, 0.215}, {0.83, 0.235}},
		{{0.25, 0.315}, {0.55, 0.320}, {0.84, 0.375}},
		{{0.24, 0.355}, {0.50, 0.415}, {0.78, 0.515}},
	} {
		line := edgeSoft(curve(q, whisker[0], whisker[1], whisker[2])-0.009, 0.010)
		out += line * (0.85 - 1.5*out) * 0.9
	}
	return clamp(max(out, leaves(p)))
}

// personFace is someone who smiles with closed eyes, her hair in a bun.
func personFace(p point) float64 {
	q := point{math.Abs(p.x), p.y}
	hair := merge(ellipse(p, point{0, -0.05}, 0.56, 0.58), ellipse(q, point{0.44, 0.30}, 0.15, 0.30), 0.10)
	hair = merge(hair, circle(p, point{0, -0.70}, 0.17), 0.035)
	out := edgeSoft(hair, 0.022)

	scratch := func(d, strength float64) { out *= 1 - strength*edgeSoft(d, 0.014) }
	for i := range 6 { // strands, from the parting down both sides
		at := float64(i)
		scratch(curve(q, point{0.03 + 0.018*at, -0.58 + 0.012*at}, point{0.30 + 0.050*at, -0.50 + 0.030*at}, point{0.36 + 0.036*at, 0.10 + 0.085*at})-0.010, 0.85)
	}
	scratch(segment(p, point{0, -0.60}, point{0, -0.36})-0.010, 0.8)
	for _, r := range []float64{0.055, 0.115} {
		scratch(arc(p, point{0, -0.70}, r, -0.9*math.Pi, 0.75*math.Pi)-0.009, 0.75)
	}

	face := ellipse(p, point{0, 0.13}, 0.375, 0.455)
	fringe := ellipse(q, point{0.30, -0.45}, 0.34, 0.30) // the hair falls from the parting over the brow
	inside := max(face, -fringe)
	scratch(inside-0.040, 0.95)
	out = max(out, edgeSoft(inside, 0.018))

	scratch(arc(q, point{0.165, 0.060}, 0.072, 1.12*math.Pi, 1.88*math.Pi)-0.014, 0.95) // eye
	scratch(curve(q, point{0.230, 0.010}, point{0.25, -0.005}, point{0.262, -0.02})-0.009, 0.8)
	scratch(curve(q, point{0.085, -0.085}, point{0.165, -0.130}, point{0.245, -0.085})-0.012, 0.7) // eyebrow
	scratch(curve(p, point{0.006, 0.10}, point{0.045, 0.215}, point{-0.022, 0.215})-0.009, 0.7)    // nose
	scratch(arc(p, point{0, 0.250}, 0.135, 0.14*math.Pi, 0.86*math.Pi)-0.015, 0.95)                // smile
	out -= 0.22 * soft(circle(q, point{0.235, 0.225}, 0.050), 0.06) * out                          // a blush
	return clamp(max(out, leaves(p)))
}

// leaves are the ripples that the pouring leaves along the cup's lower wall.
func leaves(p point) float64 {
	out := 0.0
	for i, r := range []float64{0.80, 0.885} {
		half := 0.20 - 0.045*float64(i)
		d := arc(p, point{}, r, (0.5-half)*math.Pi, (0.5+half)*math.Pi)
		out = max(out, 0.9*edgeSoft(d-0.020+0.010*float64(i), 0.016))
	}
	return out
}

// table returns the colour of the wood at a point: three planks, each with a grain of its own.
func table(p point) rgb {
	plank := math.Floor((p.y + 0.55) / 1.15)
	grain := cloud(point{p.x*0.55 + 7*plank, p.y*5 + 3*plank}, 2.2)
	rings := 0.5 + 0.5*math.Sin(30*(grain+0.16*p.y)+plank)
	out := rgb{0.56, 0.37, 0.235}.mix(rgb{0.40, 0.245, 0.145}, 0.62*grain+0.20*rings)
	out = out.times(0.97 + 0.05*math.Sin(2.1*plank))
	gap := math.Abs(p.y + 0.55 - 1.15*math.Round((p.y+0.55)/1.15))
	return out.mix(rgb{0.16, 0.09, 0.05}, 0.75*(1-smooth(0.006, 0.018, gap)))
}
