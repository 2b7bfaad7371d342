package weeks_test

import (
	"math"

	"nekonote/lessons/week2"
	"nekonote/lessons/week3"
	"nekonote/lessons/week4"
	"nekonote/nn"
)

// squeezed are the z that go through an activation, or that an answer stands for whose loss is asked for: of each exercise in which
// there are such.
var squeezed = map[string]func(args []any) []float64{
	"basics/sigmoidDerivative": itself, "basics/softmax": itself, "week1/sigmoid": itself, "week2/sigmoid": itself, "week1/lossSlope": itself,
	"week1/loss": func(a []any) []float64 { return []float64{math.Log(a[0].(float64) / (1 - a[0].(float64)))} },
	"week1/cost": scalars, "week1/gradientStep": scalars,
	"week2/propagate":                func(a []any) []float64 { return linear(a[0].(nn.Matrix).T(), a[2], nn.Row(a[1].(float64))) },
	"week2/predict":                  func(a []any) []float64 { return linear(a[0].(nn.Matrix).T(), a[2], nn.Row(a[1].(float64))) },
	"week2/optimize":                 func(a []any) []float64 { return linear(a[0].(nn.Matrix).T(), a[2], nn.Row(a[1].(float64))) },
	"week2/model":                    trained,
	"week3/computeCost":              logits,
	"week4/computeCost":              logits,
	"week3/forwardPropagation":       func(a []any) []float64 { return hidden(a[1].(week3.Params), a[0]) },
	"week3/predict":                  func(a []any) []float64 { return hidden(a[0].(week3.Params), a[1]) },
	"week3/backwardPropagation":      func(a []any) []float64 { return numbers(a[1].(week3.Cache).Z1) },
	"week4/linearActivationForward":  func(a []any) []float64 { return linear(a[1].(nn.Matrix), a[0], a[2].(nn.Matrix)) },
	"week4/linearActivationBackward": func(a []any) []float64 { return numbers(a[1].(week4.Cache).Z) },
	"week4/modelForward":             func(a []any) []float64 { return linear(a[1].([]week4.Layer)[0].W, a[0], a[1].([]week4.Layer)[0].B) },
	"week4/predict":                  func(a []any) []float64 { return linear(a[1].([]week4.Layer)[0].W, a[0], a[1].([]week4.Layer)[0].B) },
	"week4/modelBackward":            func(a []any) []float64 { return numbers(a[2].([]week4.Cache)[0].Z) },
}

// trained are the z of a classifier's test set at the end of its training: it begins with zeros.
func trained(a []any) []float64 {
	r := week2.Model.Reference(a[0].(nn.Matrix), a[1].(nn.Matrix), a[2].(nn.Matrix), a[3].(nn.Matrix), a[4].(int), a[5].(float64))
	return linear(r.W.T(), a[2], nn.Row(r.B))
}

func numbers(m nn.Matrix) []float64 { return m.Dense().RawMatrix().Data }

func itself(a []any) []float64 {
	switch x := a[0].(type) {
	case float64:
		return []float64{x}
	case nn.Matrix:
		return numbers(x)
	}
	return nil
}

func scalars(a []any) (all []float64) {
	for _, x := range a[2].([]float64) {
		all = append(all, a[0].(float64)*x+a[1].(float64))
	}
	return all
}

func linear(W nn.Matrix, X any, b nn.Matrix) []float64 { return numbers(W.Dot(X.(nn.Matrix)).Add(b)) }

func hidden(p week3.Params, X any) []float64 { return linear(p.W1, X, p.B1) }

func logits(a []any) []float64 {
	return numbers(a[0].(nn.Matrix).Apply(func(x float64) float64 { return math.Log(x / (1 - x)) }))
}
