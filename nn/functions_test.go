package nn

import (
	"context"
	"math"
	"testing"
)

// The course's functions, each computed the way a learner would with this package, against the published case.
// A tolerance of 0 stands for the usual one, 1e-12 relative to the numpy figures or to the correctly rounded ones.
var courseFunctions = map[string]struct {
	do        func(in arrays) arrays
	tolerance float64
}{
	"basics/basic_sigmoid": {do: func(in arrays) arrays { return out("s", in["x"].Sigmoid()) }},
	"basics/sigmoid":       {do: func(in arrays) arrays { return out("s", in["x"].Sigmoid()) }},
	"basics/sigmoid_derivative": {do: func(in arrays) arrays {
		return out("ds", Sigmoid.Backward(ones(in["x"].Matrix), in["x"].Matrix))
	}},
	"basics/image2vector": {do: func(in arrays) arrays {
		n, m := in["image"].Dims()
		return out("v", in["image"].Reshape(n*m, 1))
	}},
	"basics/normalizeRows": {do: func(in arrays) arrays {
		norms := in["x"].Mul(in["x"].Matrix).SumRows().Apply(math.Sqrt)
		return out("out", in["x"].Div(norms), "row_norms", norms)
	}},
	"basics/softmax": {do: func(in arrays) arrays {
		e := in["x"].Exp()
		return out("s", e.Div(e.SumRows()))
	}},
	"basics/L1": {do: func(in arrays) arrays {
		return out("loss", Row(in["y"].Sub(in["yhat"].Matrix).Apply(math.Abs).Sum()))
	}},
	"basics/L2": {do: func(in arrays) arrays {
		d := in["y"].Sub(in["yhat"].Matrix)
		return out("loss", d.Dot(d.T()))
	}},
	"basics/vectorisation_demo": {do: func(in arrays) arrays {
		a, b := in["x1"].Matrix, in["x2"].Matrix
		return out("dot", a.Dot(b.T()), "outer", a.T().Dot(b), "mul", a.Mul(b))
	}},
	"week2/sigmoid": {do: func(in arrays) arrays { return out("s", in["z"].Sigmoid()) }},
	"week2/initialize_with_zeros": {do: func(in arrays) arrays {
		p := NewLogisticRegression(number(in["dim"]))
		return out("w", p.W, "b", p.B)
	}},
	"week2/propagate": {do: func(in arrays) arrays {
		p := &LogisticRegression{W: in["w"].Matrix, B: in["b"].Matrix}
		A := p.Forward(in["X"].Matrix)
		dw, db := p.Backward(in["X"].Matrix, A, in["Y"].Matrix)
		return out("dw", dw, "db", db, "cost", Row(Cost(A, in["Y"].Matrix)), "A", A)
	}},
	"week2/optimize": {do: func(in arrays) arrays {
		p := &LogisticRegression{W: in["w"].Matrix, B: in["b"].Matrix}
		X, Y := in["X"].Matrix, in["Y"].Matrix
		var dw, db Matrix
		var costs []float64
		for i := range 100 {
			A := p.Forward(X)
			if i%100 == 0 {
				costs = append(costs, Cost(A, Y))
			}
			dw, db = p.Backward(X, A, Y)
			p.Update(dw, db, 0.009)
		}
		return out("w", p.W, "b", p.B, "dw", dw, "db", db, "costs", Row(costs...))
	}},
	"week2/predict": {do: func(in arrays) arrays {
		p := &LogisticRegression{W: in["w"].Matrix, B: in["b"].Matrix}
		return out("A", p.Forward(in["X"].Matrix), "predictions", p.Predict(in["X"].Matrix))
	}},
	"week3/layer_sizes": {do: func(in arrays) arrays {
		nx, _ := in["X"].Dims()
		ny, _ := in["Y"].Dims()
		return out("n_x", Row(float64(nx)), "n_y", Row(float64(ny)))
	}},
	"week3/initialize_parameters": {do: func(in arrays) arrays {
		Seed(2)
		return named(NewTwoLayer(number(in["n_x"]), number(in["n_h"]), number(in["n_y"])))
	}},
	"week3/forward_propagation": {do: func(in arrays) arrays {
		A2, c := twoLayer(in).Forward(in["X"].Matrix)
		return out("Z1", c.Z1, "A1", c.A1, "Z2", c.Z2, "A2", A2,
			"means_Z1_A1_Z2_A2", Row(c.Z1.Mean(), c.A1.Mean(), c.Z2.Mean(), A2.Mean()))
	}},
	"week3/compute_cost": {do: func(in arrays) arrays { return out("cost", Row(Cost(in["A2"].Matrix, in["Y"].Matrix))) }},
	"week3/backward_propagation": {tolerance: 1e-8, do: func(in arrays) arrays { // A1 and Z1 of the case are rounded to 8 digits
		d := twoLayer(in).Backward(Cache{in["Z1"].Matrix, in["A1"].Matrix, in["Z2"].Matrix, in["A2"].Matrix}, in["X"].Matrix, in["Y"].Matrix)
		return out("dW1", d.W1, "db1", d.B1, "dW2", d.W2, "db2", d.B2)
	}},
	"week3/update_parameters": {do: func(in arrays) arrays {
		p := twoLayer(in)
		p.Update(Gradients{in["dW1"].Matrix, in["db1"].Matrix, in["dW2"].Matrix, in["db2"].Matrix}, 1.2)
		return named(p)
	}},
	"week3/nn_model": {tolerance: 0.046, do: func(in arrays) arrays { // rounding decides: see its sensitivity in the figures
		Seed(2)
		nx, _ := in["X"].Dims()
		p := NewTwoLayer(nx, 4, 1)
		if err := p.Train(context.Background(), in["X"].Matrix, in["Y"].Matrix, Training{Alpha: 1.2, Iterations: 10000}); err != nil {
			panic(err)
		}
		return named(p)
	}},
	"week3/predict": {do: func(in arrays) arrays {
		A2, _ := twoLayer(in).Forward(in["X"].Matrix)
		p := twoLayer(in).Predict(in["X"].Matrix)
		return out("A2", A2, "predictions", p, "predictions_mean", Row(p.Mean()))
	}},
	"week4_steps/initialize_parameters": {do: func(in arrays) arrays {
		Seed(1)
		return named(NewSmallDeep(number(in["n_x"]), number(in["n_h"]), number(in["n_y"])))
	}},
	"week4_steps/initialize_parameters_deep": {do: func(in arrays) arrays {
		Seed(3)
		return named(NewSmallDeep(number(in["layer_dims_0"]), number(in["layer_dims_1"]), number(in["layer_dims_2"])))
	}},
	"week4_steps/linear_forward": {do: func(in arrays) arrays {
		l := Layer{W: in["W"].Matrix, B: in["b"].Matrix, G: ReLU}
		_, c := l.Forward(in["A"].Matrix)
		return out("Z", c.Z)
	}},
	"week4_steps/linear_activation_forward[sigmoid]": {do: layerForward(Sigmoid)},
	"week4_steps/linear_activation_forward[relu]":    {do: layerForward(ReLU)},
	"week4_steps/L_model_forward": {do: func(in arrays) arrays {
		AL, c := deep(in).Forward(in["X"].Matrix)
		return out("Z1", c[0].Z, "A1", c[1].APrev, "Z2", c[1].Z, "AL", AL, "number_of_caches", Row(float64(len(c))))
	}},
	"week4_steps/compute_cost": {do: func(in arrays) arrays { return out("cost", Row(Cost(in["AL"].Matrix, in["Y"].Matrix))) }},
	"week4_steps/linear_backward": {do: func(in arrays) arrays {
		l := Layer{W: in["W"].Matrix, B: in["b"].Matrix, G: ReLU}
		dZ := in["dZ"].Matrix
		d := l.Backward(dZ, LayerCache{APrev: in["A_prev"].Matrix, Z: ones(dZ)}) // where Z > 0, dZ = dA
		return out("dA_prev", d.APrev, "dW", d.W, "db", d.B)
	}},
	"week4_steps/linear_activation_backward[sigmoid]": {do: layerBackward(Sigmoid)},
	"week4_steps/linear_activation_backward[relu]":    {do: layerBackward(ReLU)},
	"week4_steps/L_model_backward": {do: func(in arrays) arrays {
		d := deep(in).Backward(in["AL"].Matrix, in["Y"].Matrix, []LayerCache{{in["A1"].Matrix, in["Z1"].Matrix}, {in["A2"].Matrix, in["Z2"].Matrix}})
		return out("dA2", d[1].APrev, "dW2", d[1].W, "db2", d[1].B, "dA1", d[0].APrev, "dW1", d[0].W, "db1", d[0].B)
	}},
	"week4_steps/update_parameters": {do: func(in arrays) arrays {
		p := deep(in)
		p.Update([]LayerGradients{{W: in["dW1"].Matrix, B: in["db1"].Matrix}, {W: in["dW2"].Matrix, B: in["db2"].Matrix}}, 0.1)
		return named(p)
	}},
}

// What figures.json lists as functions although they are whole trainings: cats_test.go has them.
var trainings = map[string]bool{
	"week2/model": true, "week4_app/two_layer_model": true, "week4_app/L_layer_model": true, "week4_app/predict": true,
}

// Outputs that no function of nn returns: a constant of the course, a step inside Deep.Backward, a curve.
var notComputed = map[string]bool{"n_h": true, "dAL": true, "costs_every_1000": true}

func TestFunctionsGiveThePublishedFigures(t *testing.T) {
	for id, want := range figures(t).Functions {
		f, ok := courseFunctions[id]
		if !ok && !trainings[id] {
			t.Errorf("%s is in the figures, but not tested", id)
		}
		if !ok {
			continue
		}
		t.Run(id, func(t *testing.T) { compare(t, f.do(want.Inputs), want, f.tolerance) })
	}
}

// Later versions of the course's notebooks changed four cases.
func TestFunctionsGiveTheLaterFigures(t *testing.T) {
	for id, want := range figures(t).Later {
		if len(want.Inputs) == 0 {
			continue // the same case under other names
		}
		in := arrays{}
		for name, a := range figures(t).Functions[id].Inputs {
			in[name] = a
		}
		for name, a := range want.Inputs {
			in[name] = a
		}
		t.Run(id, func(t *testing.T) {
			compare(t, courseFunctions[id].do(in), want, min(courseFunctions[id].tolerance, 1e-8))
		})
	}
}

// compare fails unless each output is near the numpy figure or the correctly rounded one.
func compare(t *testing.T, got arrays, want call, tolerance float64) {
	t.Helper()
	if tolerance == 0 {
		tolerance = 1e-12
	}
	compared := 0
	for name := range want.Outputs {
		if _, ok := got[name]; !ok && !notComputed[name] {
			t.Errorf("%s is in the figures, but not computed", name)
		}
	}
	for name, g := range got {
		w, ok := want.Outputs[name]
		if p, published := want.PublishedOrder[name]; published {
			w = p
		}
		if !ok {
			continue
		}
		compared++
		n, m := w.Dims()
		if a, b := g.Dims(); a*b == n*m && a*b > 0 {
			g = array{g.Reshape(n, m)} // a list in the figures is a row here
		}
		scale := max(1, w.Apply(math.Abs).Max())
		if tolerance > 1e-9 {
			scale = 1 // those tolerances are absolute
		}
		exact, hasExact := want.Exact[name]
		if !g.Equal(w.Matrix, tolerance*scale) && !(hasExact && g.Equal(exact.Matrix, tolerance*scale)) {
			t.Errorf("%s is\n%v\nwant\n%v", name, g, w)
		}
	}
	if compared == 0 {
		t.Errorf("nothing was compared: got %v, figures %v", got, want.Outputs)
	}
}

func out(pairs ...any) arrays {
	a := arrays{}
	for k := 0; k < len(pairs); k += 2 {
		a[pairs[k].(string)] = array{pairs[k+1].(Matrix)}
	}
	return a
}

// named returns a model's parameters by their names.
func named(model Model) arrays {
	a := arrays{}
	for _, p := range model.parameters() {
		a[p.name] = array{*p.value}
	}
	return a
}

func number(a array) int { return int(a.At(0, 0)) }

func ones(A Matrix) Matrix { return A.Apply(func(float64) float64 { return 1 }) }

func twoLayer(in arrays) *TwoLayer {
	return &TwoLayer{W1: in["W1"].Matrix, B1: in["b1"].Matrix, W2: in["W2"].Matrix, B2: in["b2"].Matrix, G: Tanh}
}

func deep(in arrays) *Deep {
	return &Deep{Layers: []Layer{{in["W1"].Matrix, in["b1"].Matrix, ReLU}, {in["W2"].Matrix, in["b2"].Matrix, Sigmoid}}}
}

func layerForward(g Activation) func(in arrays) arrays {
	return func(in arrays) arrays {
		l := Layer{W: in["W"].Matrix, B: in["b"].Matrix, G: g}
		A, c := l.Forward(in["A_prev"].Matrix)
		return out("A", A, "Z", c.Z)
	}
}

func layerBackward(g Activation) func(in arrays) arrays {
	return func(in arrays) arrays {
		l := Layer{W: in["W"].Matrix, B: in["b"].Matrix, G: g}
		d := l.Backward(in["dA"].Matrix, LayerCache{in["A_prev"].Matrix, in["Z"].Matrix})
		return out("dZ", g.Backward(in["dA"].Matrix, in["Z"].Matrix), "dA_prev", d.APrev, "dW", d.W, "db", d.B)
	}
}
