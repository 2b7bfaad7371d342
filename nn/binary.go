package nn

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Version is that of what nn computes. It changes when the same calls give other numbers than before, so that what was
// computed with an older nn is not taken for what this one gives.
const Version = 1

// MarshalBinary returns the matrix as bytes: its numbers of rows and of columns, then its entries row by row, each as
// eight bytes, little-endian. What UnmarshalBinary makes of them is the same to the bit.
func (A Matrix) MarshalBinary() ([]byte, error) {
	n, m := A.Dims()
	out := make([]byte, 0, 16+8*n*m)
	out = binary.LittleEndian.AppendUint64(out, uint64(n))
	out = binary.LittleEndian.AppendUint64(out, uint64(m))
	if A.IsEmpty() {
		return out, nil
	}
	raw := A.raw()
	for i := range n {
		for _, x := range raw.Data[i*raw.Stride : i*raw.Stride+m] {
			out = binary.LittleEndian.AppendUint64(out, math.Float64bits(x))
		}
	}
	return out, nil
}

// UnmarshalBinary makes A the matrix that MarshalBinary has written. It returns an error where data is no such matrix;
// then A is as it was.
func (A *Matrix) UnmarshalBinary(data []byte) error {
	if len(data) < 16 {
		return fmt.Errorf("nn: %d bytes are no matrix", len(data))
	}
	n, m := binary.LittleEndian.Uint64(data), binary.LittleEndian.Uint64(data[8:])
	data = data[16:]
	numbers := uint64(len(data) / 8)
	if len(data)%8 != 0 || (n == 0) != (m == 0) || n > numbers || m > numbers || n*m != numbers {
		return fmt.Errorf("nn: %d bytes are no %d×%d matrix", len(data), n, m)
	}
	out := Zeros(int(n), int(m))
	for i := range int(n) {
		row := out.row(i)
		for j := range row {
			row[j] = math.Float64frombits(binary.LittleEndian.Uint64(data))
			data = data[8:]
		}
	}
	*A = out
	return nil
}
