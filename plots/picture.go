package plots

import (
	"image"

	"nekonote/nn/words"
)

// Picture shows one picture, large enough to see each of its pixels as a sharp square. p is an image.Image or a column of
// X (12288×1). It heeds Title and Width (384 without it).
func Picture(p any, options ...Option) {
	showPicture(picture(p), heed("Picture", options, "Width")).show()
}

var pictureWords = words.T("a picture of %d×%d pixels", "%d×%d ピクセルの画像")

func showPicture(p image.Image, o options) figure {
	if o.width <= 0 {
		o.width = 384
	}
	size := p.Bounds().Size()
	said := pictureWords.Fill(size.X, size.Y).String()
	return figure{title: o.title, body: img(p, o.width, said), text: said}
}
