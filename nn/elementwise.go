package nn

import (
	"math"

	"nekonote/nn/internal/blas"
	"nekonote/nn/internal/lanes"
)

// Apply returns f of every entry; f is called in reading order.
func (A Matrix) Apply(f func(float64) float64) Matrix {
	n, m := A.Dims()
	out := Zeros(n, m)
	if out.IsEmpty() {
		return out
	}
	a, o := A.raw(), out.raw()
	count, length := pieces(n, m, a.Stride)
	for i := range count {
		to := o.Data[i*length:]
		for j, x := range a.Data[i*a.Stride : i*a.Stride+length] {
			to[j] = f(x)
		}
	}
	return out
}

// cheap and dear are how many multiplications a number is worth that is added to, and one whose eˣ or logarithm is computed.
const cheap, dear = 1, 50

// every is Apply for a function that does not care in which order it is called, nor by which processor; a number takes it so
// long as some multiplications.
func (A Matrix) every(multiplications int, f func(float64) float64) Matrix {
	return A.entries(multiplications, func(to, a []float64) {
		for i, x := range a[:len(to)] {
			to[i] = f(x)
		}
	})
}

// entries returns f of every entry, as Apply does, on several processors where that is worth it: f gets some of them at a time, in
// any order, and takes so long as some multiplications for each.
func (A Matrix) entries(multiplications int, f func(to, a []float64)) Matrix {
	n, m := A.Dims()
	out := Zeros(n, m)
	if out.IsEmpty() {
		return out
	}
	a, to := A.values(), out.values()
	blas.Divide(n*m, multiplications, func(i, next int) { f(to[i:next], a[i:next]) })
	return out
}

// Exp returns eˣ of every entry x.
func (A Matrix) Exp() Matrix { return A.entries(dear, lanes.Exp) }

// Log returns the natural logarithm of every entry: −Inf of 0, NaN of a negative number.
func (A Matrix) Log() Matrix { return A.every(dear, math.Log) }

// Sigmoid returns σ(x) = 1 / (1 + e⁻ˣ) of every entry x: a number between 0 and 1.
func (A Matrix) Sigmoid() Matrix { return A.entries(dear, lanes.Sigmoid) }

// Tanh returns the hyperbolic tangent of every entry: a number between −1 and 1.
func (A Matrix) Tanh() Matrix { return A.entries(dear, lanes.Tanh) }

// ReLU returns max(0, x) of every entry x; a NaN stays NaN.
func (A Matrix) ReLU() Matrix { return A.every(cheap, relu) }

// LeakyReLU returns x of every positive entry x and slope·x of every other; 0.01 is the usual slope.
func (A Matrix) LeakyReLU(slope float64) Matrix { return A.every(cheap, leakyReLU(slope)) }
