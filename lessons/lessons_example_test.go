package lessons_test

import (
	"fmt"
	"math"

	"nekonote/lessons"
	"nekonote/lessons/week2"
	"nekonote/nn"
	"nekonote/nn/words"
)

// An answer with a known mistake is almost right, and is told what to change.
func ExampleJudge() {
	sigmoid := func(z nn.Matrix) nn.Matrix {
		return z.Apply(func(x float64) float64 { return 1 / math.Exp(-x) })
	}
	v := lessons.Judge(week2.Sigmoid, sigmoid, "", 1)
	fmt.Println(v.Outcome, v.Points)
	fmt.Println(v.Say[0].In(words.English))
	// Output:
	// almost 0
	// The 1 + in the denominator is missing: $1 / (1 + e⁻ᶻ)$. Without it the result is $eᶻ$, which grows beyond 1.
}

// The same seed draws the same case again.
func ExampleNewDraw() {
	first, again := lessons.NewDraw(7), lessons.NewDraw(7)
	fmt.Println(first.Size(2, 100) == again.Size(2, 100), first.Matrix(2, 3).Equal(again.Matrix(2, 3), 0))
	// Output: true true
}
