package nn

import (
	"testing"
)

// The products of the course's first layer, and a square one.
func BenchmarkDot(b *testing.B) {
	s := NewRand(1)
	for _, c := range []struct {
		name string
		A, B Matrix
	}{
		{"W·X", s.Randn(20, 12288), s.Randn(12288, 209)},
		{"dZ·Xᵀ", s.Randn(20, 209), s.Randn(12288, 209).T()},
		{"Wᵀ·dZ", s.Randn(20, 12288).T(), s.Randn(20, 209)},
		{"wᵀ·X", s.Randn(12288, 1).T(), s.Randn(12288, 209)},
		{"X·dᵀ", s.Randn(12288, 209), s.Randn(1, 209).T()},
		{"1024³", s.Randn(1024, 1024), s.Randn(1024, 1024)},
	} {
		b.Run(c.name, func(b *testing.B) {
			defer keepSpare()()
			for b.Loop() {
				giveBack(Matrix{dense: multiply(c.A, c.B)})
			}
		})
	}
}
