package nn

// epsilon is how far NumericalGradient steps to each side: small against what is measured, large against rounding.
const epsilon = 1e-6

// NumericalGradient returns how J changes with each entry of theta, by trying:
//
//	∂J/∂θ_ij ≈ ( J(θ + ε in i,j) − J(θ − ε in i,j) ) / 2ε
//
// J is called twice for each entry; it gets a matrix of its own each time. Compare with what your own backward
// propagation says, by GradientDifference.
func NumericalGradient(J func(theta Matrix) float64, theta Matrix) Matrix {
	n, m := theta.Dims()
	out := Zeros(n, m)
	for i := range n {
		for j := range m {
			moved := func(by float64) Matrix {
				to := theta.Reshape(n, m)
				to.row(i)[j] += by
				return to
			}
			out.row(i)[j] = (J(moved(epsilon)) - J(moved(-epsilon))) / (2 * epsilon)
		}
	}
	return out
}

// GradientDifference says how far apart two gradients of the same shape are:
//
//	‖a − b‖ / (‖a‖ + ‖b‖)
//
// Below 1e-6 the backward propagation is right; above 1e-3 it has a mistake. In between, look again: a ReLU that is just
// turning on or off may do that too.
func GradientDifference(a, b Matrix) float64 {
	sameShape("GradientDifference", a, b)
	both := a.Norm() + b.Norm()
	if both == 0 {
		return 0
	}
	return a.Sub(b).Norm() / both
}

// GradientCheck is the GradientDifference of one parameter.
type GradientCheck struct {
	Name       string // "W1"
	Difference float64
}

// CheckGradients compares each gradient of the model's Backward on X and Y with NumericalGradient. It computes the cost
// twice for every single number in the parameters, so give it a small network. The model is left as it was.
func CheckGradients(model Model, X, Y Matrix) []GradientCheck {
	var checks []GradientCheck
	gradients := model.gradients(X, Y)
	for k, p := range model.parameters() {
		kept := *p.value
		numerical := NumericalGradient(func(theta Matrix) float64 {
			*p.value = theta
			return model.Cost(X, Y)
		}, kept)
		*p.value = kept
		checks = append(checks, GradientCheck{p.name, GradientDifference(gradients[k], numerical)})
	}
	return checks
}
