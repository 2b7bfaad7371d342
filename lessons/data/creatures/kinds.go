package creatures

// eyes are n eyes around (x, y), each with a radius.
func (p pose) eyes(n, x, y, radius int) []shape {
	var all []shape
	for k := range n {
		at := x + (2*k-n+1)*radius*5/4
		all = append(all, oval(white, at, y, radius, radius*11/10), oval(black, at+p.look*radius/10, y+radius/5, radius/2, radius/2))
	}
	return all
}

// long stretches a length of the kind as this one has it.
func (p pose) long(units int) int { return units * p.stretch / 100 }

// puka floats: a ball with a short string.
func puka(p pose) []shape {
	return append([]shape{
		triangle(p.shade, -4, 60, 4, 60, 0, 115), oval(p.body, 0, 0, p.long(78), 72), oval(white, -34, -32, 14, 10),
	}, p.eyes(2, 0, -4, 15)...)
}

// tsuno has a single large horn.
func tsuno(p pose) []shape {
	return append([]shape{
		triangle(p.shade, -22, -40, 22, -40, 4, -p.long(125)), oval(p.body, 0, 20, 66, 68), oval(p.shade, -34, 88, 20, 12), oval(p.shade, 34, 88, 20, 12),
	}, p.eyes(2, 0, 8, 14)...)
}

// nyoro is a long worm with rings.
func nyoro(p pose) []shape {
	all := []shape{}
	for k := range 5 {
		c := p.body
		if k%2 == 1 {
			c = p.shade
		}
		all = append(all, oval(c, 90-k*38, 40-[]int{0, 22, 6, 26, 50}[k], p.long(34), 34))
	}
	return append(all, p.eyes(2, -66, -18, 10)...)
}

// mimi has long ears.
func mimi(p pose) []shape {
	return append([]shape{
		oval(p.body, -30, -70, 15, p.long(56)), oval(p.body, 30, -70, 15, p.long(56)), oval(p.shade, -30, -70, 7, p.long(42)), oval(p.shade, 30, -70, 7, p.long(42)),
		oval(p.body, 0, 25, 58, 62),
	}, p.eyes(2, 0, 8, 13)...)
}

// hire is a fish.
func hire(p pose) []shape {
	return append([]shape{
		triangle(p.shade, 50, 0, p.long(112), -52, p.long(112), 52), triangle(p.shade, -20, -40, 36, -40, 30, -88),
		oval(p.body, -8, 0, 86, 52), triangle(p.shade, 0, 6, 34, 30, 6, 40),
	}, p.eyes(1, -54, -10, 14)...)
}

// toge has spikes all around.
func toge(p pose) []shape {
	var all []shape
	for _, d := range [][2]int{{0, -100}, {71, -71}, {100, 0}, {71, 71}, {0, 100}, {-71, 71}, {-100, 0}, {-71, -71}} {
		x, y := d[0], d[1]
		all = append(all, triangle(p.shade, -y/5+x/2, x/5+y/2, y/5+x/2, -x/5+y/2, p.long(x), p.long(y)))
	}
	return append(append(all, oval(p.body, 0, 0, 62, 62)), p.eyes(2, 0, -6, 13)...)
}

// hane has two wings.
func hane(p pose) []shape {
	return append([]shape{
		triangle(p.shade, -20, 0, -p.long(118), -60, -p.long(100), 40), triangle(p.shade, 20, 0, p.long(118), -60, p.long(100), 40),
		oval(p.body, 0, 10, 46, 66), triangle(p.shade, -8, 20, 8, 20, 0, 38),
	}, p.eyes(2, 0, -14, 12)...)
}

// ashi walks on long legs.
func ashi(p pose) []shape {
	var all []shape
	for _, x := range []int{-44, -15, 15, 44} {
		all = append(all, triangle(p.shade, x/2-8, 0, x/2+8, 0, x*5/4, p.long(108)), oval(p.shade, x*5/4, p.long(100), 12, 7))
	}
	return append(append(all, oval(p.body, 0, -38, 70, 44)), p.eyes(2, 0, -46, 13)...)
}

// mitsume has three eyes.
func mitsume(p pose) []shape {
	return append([]shape{
		oval(p.body, 0, 10, p.long(84), 76), oval(p.shade, 0, 52, 34, 10),
	}, p.eyes(3, 0, -8, 17)...)
}

// shippo has a large round tail.
func shippo(p pose) []shape {
	return append([]shape{
		oval(p.shade, 74, -34, p.long(44), p.long(52)), oval(p.body, 78, -48, p.long(28), p.long(32)), oval(p.body, -16, 34, 62, 50),
		triangle(p.body, -66, 4, -40, -4, -62, -46), triangle(p.body, -22, -6, 4, 2, -4, -46),
	}, p.eyes(2, -34, 22, 11)...)
}

// kinoko wears a mushroom's hat.
func kinoko(p pose) []shape {
	return append([]shape{
		oval(white, 0, 42, 42, 62), oval(p.body, 0, -34, p.long(96), 46), oval(white, -44, -44, 13, 10), oval(white, 6, -58, 15, 11), oval(white, 52, -36, 12, 9),
	}, oval(black, -15, 36, 6, 9), oval(black, 15, 36, 6, 9))
}

// kasane is two balls, the small one on the large one.
func kasane(p pose) []shape {
	return append([]shape{
		oval(p.shade, 0, 52, p.long(66), 54), oval(p.body, 0, -42, p.long(44), 44), oval(white, 0, 58, 9, 9), oval(white, 0, 84, 8, 8),
	}, p.eyes(2, 0, -46, 11)...)
}
