package commands

import (
	"slices"
	"testing"
)

func TestUnreachableFunctionsAreNamed(t *testing.T) {
	got, err := unreachable([]byte(`[{"Name":"nn","Path":"nekonote/nn","Funcs":[
		{"Name":"Matrix.idle","Position":{"File":"nn/matrix.go","Line":7,"Col":1},"Generated":false},
		{"Name":"ExampleDot","Position":{"File":"nn/dot_example_test.go","Line":3,"Col":1},"Generated":false}]}]`))
	if want := []string{"nekonote/nn.Matrix.idle (nn/matrix.go:7)"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
	if got, err := unreachable([]byte("null")); err != nil || len(got) > 0 {
		t.Errorf("of nothing: %q, %v", got, err)
	}
	if _, err := unreachable([]byte("deadcode: ...")); err == nil {
		t.Error("what is no JSON is taken for nothing")
	}
}
