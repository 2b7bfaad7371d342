package pixels

import (
	"fmt"

	"nekonote/nn"
)

// Columns returns the pictures as the columns of a matrix, (rows·columns·3)×m, values 0 to 255: row after row, in it pixel
// after pixel, of it red, green, blue. This is the course's order, that of numpy's X.reshape(m, -1).T. It panics where the
// pictures differ in size.
func Columns(pictures ...Picture) nn.Matrix {
	if len(pictures) == 0 {
		return nn.Matrix{}
	}
	size := pictures[0].Bounds().Size()
	m := len(pictures)
	X := nn.Zeros(size.X*size.Y*Channels, m)
	if X.IsEmpty() {
		return X
	}
	for i, p := range pictures {
		if p.Bounds().Size() != size {
			panic(fmt.Sprintf("pixels: picture %d has %d×%d pixels, the first one %d×%d", i, p.Bounds().Dy(), p.Bounds().Dx(), size.Y, size.X))
		}
	}
	// A row of X holds the same channel of the same pixel of all pictures. It is written from end to end: jumping from row
	// to row instead, picture by picture, takes three times as long.
	raw := X.Dense().RawMatrix()
	rows := make([][][Channels]uint8, m)
	at := 0
	for row := range size.Y {
		for i, p := range pictures {
			rows[i] = p[row]
		}
		for x := range size.X {
			red, green, blue := raw.Data[at:at+m], raw.Data[at+raw.Stride:][:m], raw.Data[at+2*raw.Stride:][:m]
			for i := range rows {
				pixel := &rows[i][x]
				red[i], green[i], blue[i] = float64(pixel[0]), float64(pixel[1]), float64(pixel[2])
			}
			at += Channels * raw.Stride
		}
	}
	return X
}
