package plots

import (
	"fmt"
	"image"
	"image/color"

	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn/words"
)

// Flatten explains how a picture becomes a column of numbers: the picture, the three matrices of its colour channels, and
// the column that the network gets, pixel after pixel, of each red, green, blue. p is an image.Image or a column of X
// (12288×1). It heeds Title.
func Flatten(p any, options ...Option) {
	flatten(picture(p), heed("Flatten", options)).show()
}

var (
	flattenPicture = words.T("the picture", "画像")
	flattenPixels  = words.T("%d × %d pixels", "%d × %d ピクセル")
	flattenMatrix  = words.T("three matrices, %d×%d", "%d×%d の行列が三つ")
	flattenColumn  = words.T("one column", "一列に")
	flattenPixel   = words.T("pixel (%d, %d)", "ピクセル (%d, %d)")
	flattenWords   = words.T("A picture of %d×%d pixels becomes a column of %d numbers. Pixel (0, 0) is red %d, green %d, blue %d; these are the first three. The last three are %d, %d, %d.",
		"%d×%d ピクセルの画像が、%d 個の数値の一列になります。ピクセル (0, 0) は赤 %d、緑 %d、青 %d で、これが最初の三つです。最後の三つは %d、%d、%d です。")
)

// channelColours are red, green and blue in shades that can be read on light and dark pages.
var channelColours = []color.NRGBA{{0xd6, 0x3b, 0x3b, 0xff}, {0x1d, 0x93, 0x4e, 0xff}, {0x2f, 0x78, 0xd0, 0xff}}

func flatten(p image.Image, o options) figure {
	size := p.Bounds().Size()
	if size.X < 2 || size.Y < 2 {
		panic(words.T("plots: Flatten wants a picture of at least 2×2 pixels, this one has %d×%d.", "plots: Flatten には 2×2 ピクセル以上の画像が必要です。この画像は %d×%d です。").Fill(size.X, size.Y).String())
	}
	first, last := rgb(p, 0, 0), rgb(p, size.X-1, size.Y-1)
	f := figure{title: o.title}
	f.text = flattenWords.Fill(size.X, size.Y, 3*size.X*size.Y, int(first[0]), int(first[1]), int(first[2]), int(last[0]), int(last[1]), int(last[2])).String()
	f.panels = []panel{{width: 660, height: 400, draw: func(c draw.Canvas) {
		b := board{c}
		head, small := bold(centred(lettering(13, strong))), centred(lettering(12, soft))

		b.words(95, 14, flattenPicture.String(), head)
		b.words(95, 33, flattenPixels.Fill(size.X, size.Y).String(), small)
		b.picture(10, 120, 170, 170, p)
		b.line(stroke(strong, 1.5), [2]float64{10, 120}, [2]float64{18, 120}, [2]float64{18, 128}, [2]float64{10, 128}, [2]float64{10, 120})
		b.arrow(stroke(soft, 1.5), [2]float64{190, 205}, [2]float64{222, 205})

		b.words(325, 14, flattenMatrix.Fill(size.Y, size.X).String(), head)
		b.words(325, 33, fmt.Sprintf("%d × %d × 3", size.Y, size.X), small)
		for k := range 3 {
			b.channel(p, k, 236, 50+float64(k)*114)
		}
		b.arrow(stroke(soft, 1.5), [2]float64{424, 205}, [2]float64{456, 205})

		b.words(500, 14, flattenColumn.String(), head)
		b.words(500, 33, fmt.Sprintf("%d × 1", 3*size.X*size.Y), small)
		b.column(p, 466, 50)
	}}}
	return f
}

// channel draws the top left corner of one channel's matrix: three rows of four numbers.
func (b board) channel(p image.Image, k int, x, y float64) {
	colour := channelColours[k]
	b.box(x, y, 178, 104, 8, alpha(colour, 0.1), alpha(colour, 0.7))
	b.words(x+9, y+14, channelWords[k].String(), bold(coloured(lettering(12, strong), colour)))
	style := lettering(13, strong)
	style.XAlign = draw.XRight
	size := p.Bounds().Size()
	for row := range min(3, size.Y) {
		for column := range min(4, size.X) {
			s := style
			if row == 0 && column == 0 {
				s = bold(coloured(style, colour))
			}
			b.words(x+38+float64(column)*36, y+36+float64(row)*20, fmt.Sprint(rgb(p, column, row)[k]), s)
		}
		b.words(x+166, y+36+float64(row)*20, "…", centred(lettering(13, soft)))
	}
	for column := range min(4, size.X) {
		b.words(x+28+float64(column)*36, y+93, "⋮", centred(lettering(13, soft)))
	}
}

// column draws the flattened picture: its first two pixels, the gap, the last one.
func (b board) column(p image.Image, x, y float64) {
	size := p.Bounds().Size()
	b.line(stroke(medium, 1.5), [2]float64{x + 8, y}, [2]float64{x, y}, [2]float64{x, y + 342}, [2]float64{x + 8, y + 342})
	b.line(stroke(medium, 1.5), [2]float64{x + 60, y}, [2]float64{x + 68, y}, [2]float64{x + 68, y + 342}, [2]float64{x + 60, y + 342})
	at := y + 18
	for _, pixel := range [][2]int{{0, 0}, {0, 1}, {-1, -1}, {size.Y - 1, size.X - 1}} {
		if pixel[0] < 0 {
			b.words(x+34, at+4, "⋮", centred(lettering(16, soft)))
			at += 30
			continue
		}
		for k, value := range rgb(p, pixel[1], pixel[0]) {
			style := lettering(14, strong)
			style.XAlign = draw.XRight
			b.words(x+48, at+float64(k)*32, fmt.Sprint(value), bold(coloured(style, channelColours[k])))
		}
		b.line(stroke(faint*2, 1.5), [2]float64{x + 76, at - 9}, [2]float64{x + 81, at - 9}, [2]float64{x + 81, at + 73}, [2]float64{x + 76, at + 73})
		b.words(x+88, at+32, flattenPixel.Fill(pixel[0], pixel[1]).String(), lettering(12, soft))
		at += 104
	}
}
