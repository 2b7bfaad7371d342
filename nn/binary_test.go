package nn

import (
	"bytes"
	"math"
	"testing"
)

func TestMatrixAsBytes(t *testing.T) {
	for _, A := range []Matrix{{}, Zeros(1, 1), Rows([][]float64{{1, -2, 3.5}, {math.Inf(1), math.Copysign(0, -1), 1e-310}}), Row(1, 2, 3).T()} {
		data, err := A.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		var B Matrix
		if err := B.UnmarshalBinary(data); err != nil {
			t.Fatal(err)
		}
		if again, _ := B.MarshalBinary(); !bytes.Equal(data, again) || shape(A) != shape(B) {
			t.Errorf("%v came back as %v", A, B)
		}
	}
}

func FuzzMatrixFromBytes(f *testing.F) {
	whole, _ := Row(1, 2).MarshalBinary()
	f.Add(whole)
	f.Add(whole[:len(whole)-3])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		var A Matrix
		if A.UnmarshalBinary(data) != nil {
			return
		}
		if again, _ := A.MarshalBinary(); !bytes.Equal(data, again) {
			t.Fatalf("%x came back as %x", data, again)
		}
	})
}
