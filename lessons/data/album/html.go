package album

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"html"
	"image/png"
	"nekonote/lessons/data/pixels"
)

// HTML returns the picture as an HTML image, width screen pixels wide, each of its own pixels a sharp square; alt is
// what a screen reader says of it.
func HTML(p pixels.Picture, alt string, width int) string {
	if p.Bounds().Empty() {
		return ""
	}
	var data bytes.Buffer
	if err := png.Encode(&data, p.RGBA()); err != nil {
		panic(err) // only for sizes that PNG does not have
	}
	return fmt.Sprintf(`<img alt="%s" width="%d" height="%d" style="image-rendering:pixelated;border-radius:4px" src="data:image/png;base64,%s">`,
		html.EscapeString(alt), width, width*p.Bounds().Dy()/p.Bounds().Dx(), base64.StdEncoding.EncodeToString(data.Bytes()))
}
