package plots

import (
	"fmt"
	"html"
	"image"
	"image/color"
	"math"

	"nekonote/nn"
	"nekonote/nn/words"
	"nekonote/plots/internal/svg"
)

// Pictures returns the columns of X as pictures: X is (side·side·3)×m in the course's order (row after row, pixel after
// pixel, of it red, green, blue), with values from 0 to 255, or, after the division, from 0 to 1. A pixel with a NaN is
// transparent. It panics where a column is no square picture.
func Pictures(X nn.Matrix) []image.Image {
	n, m := X.Dims()
	side := sideOf(n)
	scale := 1.0
	if brightest(X) <= 1 {
		scale = 255
	}
	pictures := make([]image.Image, m)
	for j := range pictures {
		img := image.NewNRGBA(image.Rect(0, 0, side, side))
		for i := range side * side {
			img.SetNRGBA(i%side, i/side, pixel(scale*X.At(3*i, j), scale*X.At(3*i+1, j), scale*X.At(3*i+2, j)))
		}
		pictures[j] = img
	}
	return pictures
}

// brightest is the largest number of X.
func brightest(X nn.Matrix) float64 {
	most := math.Inf(-1)
	for _, x := range entries(X) {
		if !math.IsNaN(x) {
			most = max(most, x)
		}
	}
	return most
}

// pixel has red, green and blue of 0 to 255; where one of them is no number, it is transparent.
func pixel(red, green, blue float64) color.NRGBA {
	if math.IsNaN(red + green + blue) {
		return color.NRGBA{}
	}
	shade := func(x float64) uint8 { return uint8(max(0, min(255, math.Round(x)))) }
	return color.NRGBA{shade(red), shade(green), shade(blue), 255}
}

// sideOf is the side of the square picture with n numbers, three a pixel.
func sideOf(n int) int {
	side := int(math.Round(math.Sqrt(float64(n) / 3)))
	if n == 0 || 3*side*side != n {
		panic(words.T("plots: %d numbers are no square picture: 3·side·side are needed, 12288 for 64×64. Give one column of X (12288×1), not a row.",
			"plots: %d 個の数値は正方形の画像になりません。3×辺×辺（64×64 なら 12288）個が必要です。行ではなく、X の一列（12288×1）を渡してください。").Fill(n).String())
	}
	return side
}

// picture is what the functions of this package accept as one: an image.Image, or an nn.Matrix with one column.
func picture(p any) image.Image {
	switch p := p.(type) {
	case image.Image:
		return p
	case nn.Matrix:
		if n, m := p.Dims(); m != 1 {
			panic(words.T("plots: a picture is one column, such as 12288×1; this matrix is %d×%d. plots.Pictures(X) gives all of them.",
				"plots: 画像は 12288×1 のような一列の行列です。この行列は %d×%d です。plots.Pictures(X) ですべての画像を取り出せます。").Fill(n, m).String())
		}
		return Pictures(p)[0]
	}
	panic(words.T("plots: a picture is an image.Image or a column of X (nn.Matrix, 12288×1), not %T.",
		"plots: 画像には image.Image か X の一列（nn.Matrix、12288×1）を渡してください。%T は使えません。").Fill(p).String())
}

// rgb returns the three numbers of a pixel, each 0 to 255, at column x and row y from the top left corner.
func rgb(p image.Image, x, y int) [3]uint8 {
	b := p.Bounds()
	c := color.NRGBAModel.Convert(p.At(b.Min.X+x, b.Min.Y+y)).(color.NRGBA)
	return [3]uint8{c.R, c.G, c.B}
}

// img is a picture as HTML, width pixels of the screen wide; its own pixels stay sharp squares where they are enlarged.
func img(p image.Image, width int, said string) string {
	size := p.Bounds().Size()
	if size.X == 0 || size.Y == 0 {
		return ""
	}
	const highest = 4 // times as high as wide: no picture takes more room, and none less than a pixel
	most := highest * width
	if width*size.Y > most*size.X {
		width = max(1, most*size.X/size.Y)
	}
	height := max(1, min(most, (width*size.Y+size.X/2)/size.X))
	sharp := ""
	if size.X < width {
		sharp = "image-rendering:pixelated;"
	}
	return fmt.Sprintf(`<img alt="%s" width="%d" height="%d" style="%sborder-radius:4px;max-width:none;margin:0;display:block" src="%s">`,
		html.EscapeString(said), width, height, sharp, svg.DataURL(p))
}
