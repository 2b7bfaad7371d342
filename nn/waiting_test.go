package nn

import (
	"slices"
	"sync"
	"testing"
)

// factors are a row and a column whose product waits.
func factors() (A, B Matrix) {
	s := NewRand(8)
	return s.Randn(120, 2), s.Randn(2, 100)
}

func TestLargeProductsWait(t *testing.T) {
	A, B := factors()
	want := Matrix{dense: multiply(A, B)}
	for name, C := range map[string]Matrix{"A·B": A.Dot(B), "(Bᵀ·Aᵀ)ᵀ": B.T().Dot(A.T()).T(), "of copies": From(A.Dense()).Dot(From(B.Dense()))} {
		if C.waiting == nil || C.waiting.numbers.Load() != nil {
			t.Fatalf("%s was computed before anybody looked", name)
		}
		if n, m := C.Dims(); n != 120 || m != 100 || C.IsEmpty() || C.waiting.numbers.Load() != nil {
			t.Fatalf("%s is %d×%d, or was computed to know that", name, n, m)
		}
		if !C.Equal(want, 0) || !C.T().Equal(want.T(), 0) || C.At(7, 9) != want.At(7, 9) || C.T().T().Slice(1, 2, 0, 100).Sum() != want.Slice(1, 2, 0, 100).Sum() {
			t.Errorf("%s is another product when one looks at it", name)
		}
		if C.waiting.A.dense != nil || C.waiting.B.dense != nil {
			t.Errorf("%s keeps its factors when it is computed", name)
		}
		if first := C.Dense(); !C.transposed && C.Dense() != first {
			t.Errorf("%s is another *mat.Dense each time", name)
		}
	}
	if A.T().Dot(A).waiting != nil {
		t.Error("a product waits that is smaller than its factors")
	}
}

// What is done to the factors after the product was asked for is nothing to it.
func TestAWaitingProductKeepsItsFactors(t *testing.T) {
	A, B := factors()
	want := Matrix{dense: multiply(A, B)}
	a, transposed := A.Dense(), From(A.T().Dense())
	first, second := A.Dot(B), transposed.T().Dot(B)
	a.Scale(2, a)
	transposed.Dense().Scale(2, transposed.Dense())
	B.Dense().Set(0, 0, 99)
	if !first.Equal(want, 0) || !second.Equal(want, 0) {
		t.Error("the product changed with its factors")
	}
}

func TestManyLookAtAWaitingProduct(t *testing.T) {
	A, B := factors()
	want := Matrix{dense: multiply(A, B)}.values()
	C := A.Dot(B)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if !slices.Equal(C.values(), want) {
				t.Error("one of many saw another product")
			}
		})
	}
	all.Wait()
}

func TestAWaitingProductIsRefusedAtOnce(t *testing.T) {
	A, B := factors()
	defer func() {
		if _, ok := recover().(*ShapeError); !ok {
			t.Error("sizes that do not fit were not refused by Dot")
		}
	}()
	A.Dot(B.T())
}

// W·X + b takes the place of W·X, which nobody has looked at; whoever looks at W·X nevertheless sees what it was.
func TestASumMadeOverAWaitingProduct(t *testing.T) {
	W, X := factors()
	product := Matrix{dense: multiply(W, X)}
	b, row := NewRand(9).Randn(120, 1), NewRand(10).Randn(1, 100)
	Z := W.Dot(X)
	first := Z.Add(b)
	if Z.waiting.numbers.Load() != nil {
		t.Error("the product was kept for a sum")
	}
	second := Z.Sub(row)
	if Z.waiting.numbers.Load() == nil {
		t.Error("the product was computed for each of two sums")
	}
	for name, pair := range map[string][2]Matrix{
		"W·X + b": {first, product.Add(b)}, "W·X − row": {second, product.Sub(row)}, "W·X": {Z, product}, "once more": {Z.Add(b), first},
		"(W·X)ᵀ + bᵀ": {W.Dot(X).T().Add(b.T()), first.T()}, "b + W·X": {b.Add(W.Dot(X)), first},
	} {
		if !pair[0].Equal(pair[1], 0) {
			t.Errorf("%s is another matrix", name)
		}
	}
}
