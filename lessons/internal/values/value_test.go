package values

import (
	"fmt"
	"reflect"
	"testing"

	"nekonote/nn"
)

type layer struct {
	W nn.Matrix
	B float64
}

type network struct {
	Layers []layer
	Grads  map[string]nn.Matrix
	Next   *layer
	Name   string
	Sizes  []int
	hidden int
}

func example() network {
	return network{
		Layers: []layer{{nn.Row(1, 2), 3}, {nn.Column(4, 5), 6}},
		Grads:  map[string]nn.Matrix{"dW2": nn.Row(7), "dW1": nn.Row(8, 9)},
		Next:   &layer{W: nn.Row(1), B: 2}, Name: "neko", Sizes: []int{4, 2, 1}, hidden: 5,
	}
}

func TestLeavesTakeApartWhateverWeeksUse(t *testing.T) {
	var got []string
	for _, l := range Leaves("p", reflect.ValueOf(example())) {
		got = append(got, fmt.Sprintf("%s %s %v%s", l.Name, l.Shape(), l.Data, l.Text))
	}
	want := []string{
		"p.Layers[0].W 1×2 [1 2]", "p.Layers[0].B  [3]", "p.Layers[1].W 2×1 [4 5]", "p.Layers[1].B  [6]", "len(p.Layers)  [2]",
		`p.Grads["dW1"] 1×2 [8 9]`, `p.Grads["dW2"] 1×1 [7]`, "p.Next.W 1×1 [1]", "p.Next.B  [2]", "p.Name  []neko", "p.Sizes 3 [4 2 1]",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("leaves:\n%q\nwant:\n%q", got, want)
	}
	if l := Leaves("x", reflect.ValueOf(nn.Matrix{})); len(l) != 1 || l[0].Kind != Missing {
		t.Errorf("an empty matrix is %+v; want missing", l)
	}
	if l := Leaves("x", reflect.ValueOf([][]float64{{1, 2}, {3}})); len(l) != 3 {
		t.Errorf("a ragged list has %d leaves; want each row and the length", len(l))
	}
}

func TestCloneSharesNothing(t *testing.T) {
	was := example()
	made := Clone(reflect.ValueOf(was)).Interface().(network)
	made.Layers[0].W.Dense().Set(0, 0, 100)
	made.Grads["dW1"].Dense().Set(0, 0, 100)
	made.Next.B = 100
	made.Sizes[0] = 100
	if d := Difference(Leaves("p", reflect.ValueOf(was)), Leaves("p", reflect.ValueOf(example()))); d != "" {
		t.Errorf("a change of the copy reached %s", d)
	}
	for _, a := range Memory("", reflect.ValueOf(was)) {
		for _, b := range Memory("", reflect.ValueOf(made)) {
			if a.Begin < b.End && b.Begin < a.End {
				t.Errorf("%s and %s share memory", a.Name, b.Name)
			}
		}
	}
}

// TestATransposeSharesMemory: it lies where its matrix does.
func TestATransposeSharesMemory(t *testing.T) {
	X := nn.Rows([][]float64{{1, 2, 3}, {4, 5, 6}})
	share := func(a, b nn.Matrix) bool {
		x, y := Memory("a", reflect.ValueOf(a))[0], Memory("b", reflect.ValueOf(b))[0]
		return x.Begin < y.End && y.Begin < x.End
	}
	if !share(X, X.T()) || !share(X.T(), X) || !share(X, X.T().T()) {
		t.Error("a transpose seems to have numbers of its own")
	}
	if share(X, X.Scale(1)) || share(X, X.T().Scale(1)) {
		t.Error("a copy seems to share its numbers")
	}
}
