package judge

import (
	"slices"

	"nekonote/nn/words"
)

// misplaced finds a result that is what another one should be, in every trial, and says so; and where the two are exchanged, that.
func misplaced(trials []trial, name string) (said words.Text, ok bool) {
	for _, other := range trials[0].want.leaves {
		if other.Name == name || !everywhere(trials, name, other.Name) {
			continue
		}
		if everywhere(trials, other.Name, name) {
			return sayExchanged.Fill(name, other.Name), true
		}
		return sayMisplaced.Fill(name, other.Name), true
	}
	return said, false
}

// everywhere reports whether one result is in every trial what another should be, and not just what both are: then it would tell nothing.
func everywhere(trials []trial, name, other string) bool {
	apart := false
	for _, t := range trials {
		got, there := t.got.leaf(name)
		want, wanted := t.want.leaf(other)
		own, _ := t.want.leaf(name)
		if !there || !wanted || len(got.Data) == 0 || got.Kind != want.Kind || !slices.Equal(got.Dims, want.Dims) || slices.Contains(got.Marks(want), true) {
			return false
		}
		apart = apart || !own.Equal(want)
	}
	return apart
}

var (
	sayExchanged = words.T("%s and %s are exchanged: each is what the other should be.", "%s と %s が入れ替わっています。")
	sayMisplaced = words.T("%s is what %s should be: is another value meant here?", "%s が、%s の値になっています。代入する値を確かめてください。")
)
