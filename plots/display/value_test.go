package display

import "errors"

type drawn struct{ n int }

func (d drawn) String() string { return "drawn" }
func (d drawn) HTML() string   { return "<b>drawn</b>" }

func ExampleValue() {
	Value(2.5)
	Value("猫", 3, nil) // a nil error at the end is not shown
	Value(nil)
	Value(struct{ W, B float64 }{1, 2})
	Value(drawn{1})
	Value((*drawn)(nil) == nil)
	Value(errors.New("no file"))
	Value(func(x float64) float64 { return x })
	// Output:
	// 2.5
	// 猫 3
	// {W:1 B:2}
	// drawn
	// true
	// no file
	// func(float64) float64
}
