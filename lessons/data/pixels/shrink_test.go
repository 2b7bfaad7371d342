package pixels

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"testing"
)

// oracle reduces a grey picture by the definition: each pixel of the result is the sum over all pixels of the original,
// weighted by the stretched filter, in floating point, both directions at once.
func oracle(original [][]float64, rows, columns int) [][]float64 {
	filter := func(x float64) float64 {
		switch {
		case x == 0:
			return 1
		case math.Abs(x) >= 3:
			return 0
		}
		return 3 * math.Sin(math.Pi*x) * math.Sin(math.Pi*x/3) / (math.Pi * math.Pi * x * x)
	}
	weights := func(from, to, i int) []float64 {
		scale := float64(from) / float64(to)
		stretch := math.Max(scale, 1)
		w, total := make([]float64, from), 0.0
		for j := range w {
			w[j] = filter(((float64(j) + 0.5) - (float64(i)+0.5)*scale) / stretch)
			total += w[j]
		}
		for j := range w {
			w[j] /= total
		}
		return w
	}
	result := make([][]float64, rows)
	for i := range result {
		result[i] = make([]float64, columns)
		down := weights(len(original), rows, i)
		for j := range result[i] {
			across := weights(len(original[0]), columns, j)
			for y, wy := range down {
				for x, wx := range across {
					result[i][j] += wy * wx * original[y][x]
				}
			}
			result[i][j] = math.Min(math.Max(result[i][j], 0), 255)
		}
	}
	return result
}

func TestShrinkIsTheDefinition(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, size := range [][4]int{{160, 160, 64, 64}, {37, 91, 16, 9}, {5, 3, 8, 12}, {64, 64, 64, 64}, {1, 1, 4, 4}} {
		original := make([][]float64, size[0])
		img := image.NewGray(image.Rect(0, 0, size[1], size[0]))
		for y := range original {
			original[y] = make([]float64, size[1])
			for x := range original[y] {
				grey := uint8(random.IntN(256))
				original[y][x] = float64(grey)
				img.SetGray(x, y, color.Gray{Y: grey})
			}
		}
		want := oracle(original, size[2], size[3])
		got := Shrink(img, size[2], size[3])
		for row := range got {
			for x, c := range got[row] {
				if c[0] != c[1] || c[1] != c[2] {
					t.Fatalf("%v: pixel (%d, %d) of a grey picture is %v", size, row, x, c)
				}
				if math.Abs(float64(c[0])-want[row][x]) > 0.502 {
					t.Fatalf("%v: pixel (%d, %d) = %d; want %.3f", size, row, x, c[0], want[row][x])
				}
			}
		}
	}
}

func TestShrinkKeepsAnEvenColour(t *testing.T) {
	img := image.NewRGBA(image.Rect(7, 9, 207, 142))
	for i := 0; i < len(img.Pix); i += 4 {
		copy(img.Pix[i:], []uint8{255, 3, 130, 255})
	}
	for row, line := range Shrink(img, 64, 64) {
		for x, c := range line {
			if c != [3]uint8{255, 3, 130} {
				t.Fatalf("pixel (%d, %d) = %v; want 255, 3, 130", row, x, c)
			}
		}
	}
}

// TestShrinkReadsEveryKindOfImage compares the short ways with asking for each pixel, the corner not at (0, 0).
func TestShrinkReadsEveryKindOfImage(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	fill := func(pix []uint8) {
		for i := range pix {
			pix[i] = uint8(random.IntN(256))
		}
	}
	box := image.Rect(0, 0, 24, 20)
	ycc := image.NewYCbCr(box, image.YCbCrSubsampleRatio420)
	fill(ycc.Y)
	fill(ycc.Cb)
	fill(ycc.Cr)
	straight := image.NewNRGBA(box)
	fill(straight.Pix)
	multiplied := image.NewRGBA(box)
	for y := range 20 {
		for x := range 24 {
			multiplied.Set(x, y, straight.At(x, y))
		}
	}
	picture := New(20, 24)
	for y := range picture {
		for x := range picture[y] {
			picture[y][x] = [3]uint8{uint8(random.IntN(256)), 7, uint8(random.IntN(256))}
		}
	}
	part := image.Rect(5, 3, 21, 17)
	for _, img := range []image.Image{ycc.SubImage(part), straight.SubImage(part), multiplied.SubImage(part), Cut(picture, part)} {
		slow := Shrink(onlyAt{img}, 6, 5)
		fast := Shrink(img, 6, 5)
		for row := range slow {
			for x := range slow[row] {
				for channel := range slow[row][x] {
					if math.Abs(float64(slow[row][x][channel])-float64(fast[row][x][channel])) > 1 {
						t.Fatalf("%T: pixel (%d, %d) = %v; asked one by one %v", img, row, x, fast[row][x], slow[row][x])
					}
				}
			}
		}
	}
}

// onlyAt hides an image's type.
type onlyAt struct{ image.Image }

func TestWhatIsTransparentStandsOnWhite(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 4, 4)) // black and wholly transparent
	if got := Shrink(img, 1, 1)[0][0]; got != [3]uint8{255, 255, 255} {
		t.Errorf("a transparent picture is %v; want white", got)
	}
}

func TestSquareIsTheMiddle(t *testing.T) {
	for _, test := range []struct{ from, want image.Rectangle }{
		{image.Rect(0, 0, 100, 60), image.Rect(20, 0, 80, 60)},
		{image.Rect(10, 10, 40, 110), image.Rect(10, 45, 40, 75)},
		{image.Rect(0, 0, 8, 8), image.Rect(0, 0, 8, 8)},
	} {
		if got := Square(image.NewGray(test.from)).Bounds(); got != test.want {
			t.Errorf("Square of %v is %v; want %v", test.from, got, test.want)
		}
	}
}
