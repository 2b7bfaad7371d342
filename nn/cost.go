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

// Accuracy returns how many of the predictions (1×m, 0 or 1) are the labels Y (1×m, 0 or 1), in percent. It panics with a
// *LabelError where a number is neither 0 nor 1, as probabilities are.
func Accuracy(predictions, Y Matrix) float64 {
	sameShape("Accuracy", predictions, Y)
	areLabels("predictions", predictions)
	areLabels("Y", Y)
	_, m := Y.Dims()
	right := predictions.zip("Accuracy", Y, each(func(p, y float64) float64 {
		if p == y {
			return 1
		}
		return 0
	}))
	return 100 * right.Sum() / float64(m)
}

// LabelError is what Accuracy panics with when it is given what is no label, such as a probability.
type LabelError struct {
	Name  string  // what it was given as: "predictions" or "Y"
	Row   int     // where it is, counted from 0; the first in reading order
	Col   int     //
	Value float64 // neither 0 nor 1
}

// Words says in both languages where it is and what to do.
func (e *LabelError) Words() words.Text {
	return words.T("Accuracy: %v in row %d, column %d of %s (counted from 0) is neither 0 nor 1; make labels of probabilities first: 1 where they are above 0.5, else 0, as Predict does",
		"Accuracy：%[4]s の %[2]d 行 %[3]d 列（0 から数えて）の %[1]v は 0 でも 1 でもありません。確率なら、Predict のように 0.5 より大きいものを 1、それ以外を 0 にしてから渡してください").
		Fill(e.Value, e.Row, e.Col, e.Name)
}

// Error says the same in the learner's language.
func (e *LabelError) Error() string { return e.Words().String() }

// areLabels panics where a number is neither 0 nor 1.
func areLabels(name string, A Matrix) {
	n, m := A.Dims()
	for i := range n {
		for j := range m {
			if x := A.At(i, j); x != 0 && x != 1 {
				panic(&LabelError{Name: name, Row: i, Col: j, Value: x})
			}
		}
	}
}

// sameShape keeps a row of labels from being repeated against a column, which would give an m×m matrix, silently.
func sameShape(op string, A, B Matrix) {
	if shape(A) != shape(B) {
		panic(misfit(op, A, B, words.T("both need the same shape; labels are a row, 1×m, and a gradient has its parameter's shape", "同じ形にしてください。ラベルは 1×m の行、勾配はそのパラメーターと同じ形です")))
	}
}
