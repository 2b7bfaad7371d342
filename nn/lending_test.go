package nn

import (
	"slices"
	"sync"
	"testing"
)

// large is a matrix whose numbers can be lent, and a copy of it that shares nothing.
func large() (A, copied Matrix) {
	A = NewRand(9).Randn(120, 100).Add(Row(1))
	return A, A.Reshape(120, 100)
}

// k·A and A·B that wait are what they would have been at once, to the bit, however they are looked at.
func TestWhatWaitsIsTheSame(t *testing.T) {
	A, copied := large()
	W := NewRand(10).Randn(120, 100)
	scaled := func(A Matrix) Matrix { return A.Apply(func(x float64) float64 { return 0.3 * float64(x*7) }) }
	want := scaled(copied)
	S := A.Scale(7).Scale(0.3)
	if S.waiting == nil || S.waiting.of != A.numbers() {
		t.Fatal("a large matrix is not scaled later")
	}
	for name, pair := range map[string][2]Matrix{
		"W − S":   {W.Sub(S), W.Sub(want)},
		"S / W":   {S.Div(W), want.Div(W)},
		"S ∗ S":   {S.Mul(S), want.Mul(want)},
		"Wᵀ + Sᵀ": {W.T().Add(S.T()), W.T().Add(want.T())},
		"S + row": {S.Add(W.Slice(0, 1, 0, 100)), want.Add(W.Slice(0, 1, 0, 100))},
	} {
		if !pair[0].Equal(pair[1], 0) {
			t.Errorf("%s differs", name)
		}
	}
	if S.waiting.numbers.Load() == nil {
		t.Error("a transpose of S was not made of S itself") // Sᵀ needs the numbers: from then on S has them
	}
	if !S.Equal(want, 0) || !S.T().Equal(want.T(), 0) || S.Sum() != want.Sum() || !A.Equal(copied, 0) {
		t.Error("S is another matrix when one looks at it")
	}
	if S.waiting.of != nil {
		t.Error("S keeps what it was computed from")
	}
}

// Who gets the numbers by Dense may change them: nothing that was asked for before sees that, and the matrix itself does.
func TestDenseAfterLending(t *testing.T) {
	A, copied := large()
	B := NewRand(11).Randn(100, 1)
	tall := NewRand(12).Randn(1, 120)
	S, product, again := A.Scale(2), A.T().Dot(tall.T()), A
	wide := Matrix{waiting: held(A.Dot(NewRand(13).Randn(100, 100)).inOrder()).waiting}
	kept, wasLent := wide.kept()
	if !wasLent || kept.dense != wide.numbers() {
		t.Fatal("a large product is not lent")
	}
	before := slices.Clone(kept.values())
	A.Dense().Set(3, 4, 1000)
	wide.Dense().Set(0, 0, -1)
	if S.At(3, 4) != 2*copied.At(3, 4) || !S.Equal(copied.Apply(func(x float64) float64 { return 2 * x }), 0) {
		t.Error("2·A changed with A")
	}
	if !product.Equal(copied.T().Dot(tall.T()), 0) {
		t.Error("Aᵀ·B changed with A")
	}
	if A.At(3, 4) != 1000 || again.At(3, 4) != 1000 || A.Dot(B).At(3, 0) == copied.Dot(B).At(3, 0) {
		t.Error("what was set through Dense is not there")
	}
	if wide.At(0, 0) != -1 || !slices.Equal(kept.values(), before) {
		t.Error("a lender and a borrower see one another")
	}
	if first := A.Dense(); A.Dense() != first {
		t.Error("Dense gives another matrix each time")
	}
	if later := A.Scale(2); later.waiting != nil {
		t.Error("what Dense gave out was lent")
	} else if A.Dense().Set(0, 0, 5); later.At(0, 0) == 10 {
		t.Error("2·A changed with A, which had been given out")
	}
}

func TestManyBorrowAndLook(t *testing.T) {
	A, copied := large()
	want := copied.Apply(func(x float64) float64 { return 3 * x })
	S := A.Scale(3)
	var all sync.WaitGroup
	for i := range 12 {
		all.Go(func() {
			if i == 5 {
				A.Dense()
			}
			if !S.Equal(want, 0) || !S.Scale(2).Sub(S).Equal(want, 1e-12) {
				t.Error("one of many saw another product")
			}
		})
	}
	all.Wait()
}
