package nn

import (
	"fmt"
	"math"
	"strings"

	"nekonote/nn/internal/lanes"
	"nekonote/nn/internal/numpy"
)

// Activation is the name of a layer's function g, A = g(Z). Of, Backward, At and Slope compute the function that it names,
// and panic where it names none, as the zero value does.
type Activation string

// The names of the course's activations.
const (
	Sigmoid   Activation = "sigmoid"    // σ(z) = 1 / (1 + e⁻ᶻ), for the last layer: a probability
	Tanh      Activation = "tanh"       // between −1 and 1, with mean near 0
	ReLU      Activation = "relu"       // max(0, z)
	LeakyReLU Activation = "leaky relu" // z where z > 0, 0.01·z elsewhere
)

// function is what an activation names: g, and how da = ∂J/∂a becomes dz = ∂J/∂z, which is da·g′(z); a is g(z).
type function struct {
	name Activation
	cost int // of g: cheap or dear
	g    func(z float64) float64
	many func(a, z []float64) // g of many numbers, the same to the bit, where that can be had faster; or nil
	back func(da, z, a float64) float64
}

// functions lists all activations: whatever needs to know one reads it here.
var functions = []function{
	{Sigmoid, dear, sigmoid, lanes.Sigmoid, func(da, _, a float64) float64 {
		return da * a * (1 - a) // σ′ = σ(1 − σ)
	}},
	{Tanh, dear, numpy.Tanh, lanes.Tanh, func(da, _, a float64) float64 {
		return da * (1 - float64(a*a)) // tanh′ = 1 − tanh²
	}},
	{ReLU, cheap, relu, nil, func(da, z, _ float64) float64 {
		if z > 0 {
			return da
		}
		return 0
	}},
	{LeakyReLU, cheap, leakyReLU(leak), nil, func(da, z, _ float64) float64 {
		if z > 0 {
			return da
		}
		return leak * da
	}},
}

const leak = 0.01

// Activations lists the names of all activations.
func Activations() []Activation {
	var names []Activation
	for _, f := range functions {
		names = append(names, f.name)
	}
	return names
}

// Of returns A = g(Z).
func (name Activation) Of(Z Matrix) Matrix {
	f := name.function()
	if f.many != nil {
		return Z.entries(f.cost, f.many)
	}
	return Z.every(f.cost, f.g)
}

// Backward returns dZ = dA ∗ g′(Z): how the cost changes with Z, when dA says how it changes with A = g(Z).
func (name Activation) Backward(dA, Z Matrix) Matrix {
	sameShape("Backward", dA, Z)
	f := name.function()
	return dA.zip("Backward", Z, func(dz, da, z []float64) {
		if f.many != nil {
			f.many(dz, z) // a, for the moment
		}
		for i, a := range dz {
			dz[i] = f.back(da[i], z[i], a)
		}
	})
}

// At returns g(z) of a single number.
func (name Activation) At(z float64) float64 { return name.function().g(z) }

// Slope returns g′(z) of a single number; where g has a kink, the slope to the left of it.
func (name Activation) Slope(z float64) float64 {
	f := name.function()
	return f.back(1, z, f.g(z))
}

// function returns what the activation names.
func (name Activation) function() function {
	f, err := name.find()
	if err != nil {
		panic(err)
	}
	return f
}

func (name Activation) find() (function, error) {
	for _, f := range functions {
		if f.name == name {
			return f, nil
		}
	}
	var names []string
	for _, f := range functions {
		names = append(names, fmt.Sprintf("%q", f.name))
	}
	return function{}, fmt.Errorf("nn: unknown activation %q; there are %s", string(name), strings.Join(names, ", "))
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

func relu(z float64) float64 { return max(0, z) }

func leakyReLU(slope float64) func(z float64) float64 {
	return func(z float64) float64 {
		if z > 0 {
			return z
		}
		return slope * z
	}
}

// oneMinus returns 1 − A.
func oneMinus(A Matrix) Matrix {
	return A.Apply(func(a float64) float64 { return 1 - a })
}
