package nn

import "nekonote/nn/words"

// Cost returns the cross-entropy of the activations A (1×m, each between 0 and 1) for the labels Y (1×m, 0 or 1):
//
//	J = −(1/m) Σ ( Y·log A + (1 − Y)·log(1 − A) )
//
// It is +Inf or NaN once an activation has become exactly 0 or 1.
func Cost(A, Y Matrix) float64 {
	sameShape("Cost", A, Y)
	_, m := Y.Dims()
	right := Y.Mul(A.Log())
	wrong := oneMinus(Y).Mul(oneMinus(A).Log())
	return -right.Add(wrong).Sum() / float64(m)
}

// predictions returns 1 where an activation is above ½, and 0 elsewhere.
func predictions(A Matrix) Matrix {
	return A.Apply(func(a float64) float64 {
		if a > 0.5 {
			return 1
		}
		return 0
	})
}

// Accuracy returns how many of the predictions (1×m) are the labels Y (1×m), in percent.
func Accuracy(predictions, Y Matrix) float64 {
	sameShape("Accuracy", predictions, Y)
	_, m := Y.Dims()
	right := predictions.zip("Accuracy", Y, func(p, y float64) float64 {
		if p == y {
			return 1
		}
		return 0
	})
	return 100 * right.Sum() / float64(m)
}

// sameShape keeps a row of labels from being repeated against a column, which would give an m×m matrix, silently.
func sameShape(op string, A, B Matrix) {
	if shape(A) != shape(B) {
		panic(misfit(op, A, B, words.T("both need the same shape; labels are a row, 1×m, and a gradient has its parameter's shape", "同じ形にしてください。ラベルは 1×m の行、勾配はそのパラメーターと同じ形です")))
	}
}
