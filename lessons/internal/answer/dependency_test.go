package answer

import (
	"slices"
	"testing"
)

// TestDependencyKnowsThePackagesItUses: by their paths, under whatever name, and only those that are reached.
func TestDependencyKnowsThePackagesItUses(t *testing.T) {
	a := Parse("main.go", `package main

import (
	"fmt"
	"nekonote/lessons/data/cats"
	deep "nekonote/lessons/week4"
	"nekonote/nn"
)

func train() nn.Matrix { return helper() }

func helper() nn.Matrix { return deep.Blocks.InitializeScaled(nil)[0].W }

func other() { fmt.Println(cats.Load()) }
`)
	got := a.dependency(a.Funcs["train"]).Imports
	if want := []string{"nekonote/lessons/week4", "nekonote/nn"}; !slices.Equal(got, want) {
		t.Errorf("%q; want %q", got, want)
	}
}
