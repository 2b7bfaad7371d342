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
	Value([]struct {
		Name string
		cost float64
	}{{"α = 0.1", 0.5}, {"α = 1", 7}})
	Value(map[string]int{"cat": 3, "a dog": 5}, "counted")
	Value([][]float64{{1, 2}, {3}})
	Value(map[float64][]int{10: {1}, -2: {4, 5}})
	Value([]float64{1, 2}, []drawn{{1}})
	// Output:
	// 2.5
	// 猫 3
	// {W:1 B:2}
	// drawn
	// true
	// no file
	// func(float64) float64
	//    Name     cost
	// 0  α = 0.1  0.5
	// 1  α = 1    7
	// a dog  5
	// cat    3
	// counted
	//    0  1
	// 0  1  2
	// 1  3
	//     0  1
	// -2  4  5
	// 10  1
	// [1 2] [drawn]
}
