package nn

import "fmt"

// Activation is the function g of a layer, A = g(Z).
type Activation string

// The activations of the course.
const (
	Sigmoid   Activation = "sigmoid"    // σ(z) = 1 / (1 + e⁻ᶻ), for the last layer: a probability
	Tanh      Activation = "tanh"       // between −1 and 1, with mean near 0
	ReLU      Activation = "relu"       // max(0, z)
	LeakyReLU Activation = "leaky relu" // z where z > 0, 0.01·z elsewhere
)

const leak = 0.01

// Of returns A = g(Z).
func (g Activation) Of(Z Matrix) Matrix {
	switch g {
	case Sigmoid:
		return Z.Sigmoid()
	case Tanh:
		return Z.Tanh()
	case ReLU:
		return Z.ReLU()
	case LeakyReLU:
		return Z.LeakyReLU(leak)
	}
	panic(g.unknown())
}

// Backward returns dZ = dA ∗ g′(Z): how the cost changes with Z, when dA says how it changes with A = g(Z).
func (g Activation) Backward(dA, Z Matrix) Matrix {
	sameShape("Backward", dA, Z)
	switch g {
	case Sigmoid:
		S := Z.Sigmoid()
		return dA.Mul(S).Mul(oneMinus(S)) // σ′ = σ(1 − σ)
	case Tanh:
		A := Z.Tanh()
		return dA.Mul(oneMinus(A.Mul(A))) // tanh′ = 1 − tanh²
	case ReLU:
		return dA.zip("Backward", Z, func(da, z float64) float64 {
			if z > 0 {
				return da
			}
			return 0
		})
	case LeakyReLU:
		return dA.zip("Backward", Z, func(da, z float64) float64 {
			if z > 0 {
				return da
			}
			return leak * da
		})
	}
	panic(g.unknown())
}

func (g Activation) known() bool {
	return g == Sigmoid || g == Tanh || g == ReLU || g == LeakyReLU
}

func (g Activation) unknown() error {
	return fmt.Errorf("nn: unknown activation %q; there are %q, %q, %q and %q", string(g), Sigmoid, Tanh, ReLU, LeakyReLU)
}

// oneMinus returns 1 − A.
func oneMinus(A Matrix) Matrix {
	return A.Apply(func(a float64) float64 { return 1 - a })
}
