package digits

import (
	"testing"

	"nekonote/nn"
)

func TestFramedAndScattered(t *testing.T) {
	X, _ := Load()
	X = X.Slice(0, 64, 0, 30)
	framed, scattered := Framed(X, 2), Scattered(X, 2, nn.NewRand(3))
	if n, m := framed.Dims(); n != 144 || m != 30 {
		t.Fatalf("framed they are %d×%d", n, m)
	}
	if !framed.SumCols().Equal(X.SumCols(), 1e-12) || !scattered.SumCols().Equal(X.SumCols(), 1e-12) {
		t.Error("ink is lost, or more of it")
	}
	if framed.At(2*12+2+3, 7) != X.At(3, 7) || framed.At(9*12+9, 7) != X.At(63, 7) || framed.At(12+5, 7) != 0 {
		t.Error("the picture is not in the middle")
	}
	places := map[int]bool{}
	for j := range 30 {
		for shift := range 5 * 12 {
			same := shift%12 < 5
			for i := range 64 {
				same = same && scattered.At(shift+i/8*12+i%8, j) == X.At(i, j)
			}
			if same {
				places[shift] = true
				break
			}
		}
	}
	if len(places) < 10 || !places[0] && !places[48] && !places[4] && !places[52] && len(places) < 15 {
		t.Errorf("the pictures are at %d places", len(places))
	}
	if !Framed(X, 0).Equal(X, 0) {
		t.Error("without a margin the pictures are others")
	}
}
