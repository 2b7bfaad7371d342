package album

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
	"nekonote/lessons/data/pixels"
)

// perRow is how many tiles stand beside one another on a sheet.
const perRow = 16

// WriteSheet writes pictures of Side × Side pixels as the tiles of one PNG, sixteen in a row, from the top left corner;
// what is left of the last row is black. Nothing of a pixel is lost. It returns an error for a picture of another size.
func WriteSheet(w io.Writer, pictures []pixels.Picture) error {
	rows := (len(pictures) + perRow - 1) / perRow
	sheet := pixels.New(rows*pixels.Side, perRow*pixels.Side)
	for i, p := range pictures {
		if size := p.Bounds().Size(); size.X != pixels.Side || size.Y != pixels.Side {
			return fmt.Errorf("picture %d has %d×%d pixels; a sheet takes %d×%d", i, size.Y, size.X, pixels.Side, pixels.Side)
		}
		top, left := tile(i)
		for row := range p {
			copy(sheet[top+row][left:], p[row])
		}
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	return encoder.Encode(w, sheet.RGBA())
}

// ReadSheet returns the first n tiles of a sheet that WriteSheet has written. It returns an error where sheet is no PNG,
// is damaged, or has no room for n tiles.
func ReadSheet(sheet []byte, n int) ([]pixels.Picture, error) {
	rows := (n + perRow - 1) / perRow
	// The size is asked for first: a file that claims to be enormous must not take the memory.
	config, err := png.DecodeConfig(bytes.NewReader(sheet))
	if err != nil {
		return nil, fmt.Errorf("the sheet is not a PNG: %w", err)
	}
	if config.Width != perRow*pixels.Side || config.Height != rows*pixels.Side {
		return nil, fmt.Errorf("the sheet has %d×%d pixels; %d pictures take %d×%d", config.Height, config.Width, n, rows*pixels.Side, perRow*pixels.Side)
	}
	img, err := png.Decode(bytes.NewReader(sheet))
	if err != nil {
		return nil, fmt.Errorf("the sheet is damaged: %w", err)
	}
	rgba, ok := img.(*image.RGBA)
	if !ok {
		return nil, fmt.Errorf("the sheet is a PNG of another kind (%T)", img)
	}
	pictures := make([]pixels.Picture, n)
	for i := range pictures {
		p := pixels.New(pixels.Side, pixels.Side)
		top, left := tile(i)
		for row := range p {
			pix := rgba.Pix[rgba.PixOffset(left, top+row):]
			for x := range p[row] {
				p[row][x] = [pixels.Channels]uint8(pix[4*x : 4*x+pixels.Channels])
			}
		}
		pictures[i] = p
	}
	return pictures, nil
}

// tile returns where picture i has its top left corner on a sheet.
func tile(i int) (top, left int) {
	return i / perRow * pixels.Side, i % perRow * pixels.Side
}
