package plots

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"nekonote/nn"
	"nekonote/nn/words"
)

// TestNoMoreIsSeenThanThereIs: of the spread of a last hidden layer never more than all is seen, and all where it has but one unit, or is
// spread along the weights alone.
func TestNoMoreIsSeenThanThereIs(t *testing.T) {
	X, Y := rings(40)
	for name, layers := range map[string][]nn.Layer{
		"one unit":  {{W: nn.Row(1, 0.5), B: nn.Row(0.1), G: nn.Tanh}, {W: nn.Row(-2), B: nn.Row(0.3), G: nn.Sigmoid}},
		"two alike": {{W: nn.Rows([][]float64{{1, 0.5}, {1, 0.5}}), B: nn.Column(0.1, 0.1), G: nn.Tanh}, {W: nn.Row(1, 1), B: nn.Row(0.3), G: nn.Sigmoid}},
	} {
		stages := stagesOf(layers, X, Y, spot{0, 1, 0, 1, 2, 24, 100, 100})
		for _, s := range stages {
			if s.Seen > 100+1e-9 {
				t.Errorf("%s: %s: %v %% of the spread is seen", name, s.Name, s.Seen)
			}
		}
		last := stages[len(stages)-1]
		if math.Abs(last.Seen-100) > 1e-9 || last.P[1][0] != 0 {
			t.Errorf("%s: at last %v %% of the spread is seen, from %v", name, last.Seen, last.P)
		}
		if page := folding(layers, X, Y, options{}).html(); regexp.MustCompile(` (d|x|y|width|height)="[^"]*NaN`).MatchString(page) {
			t.Errorf("%s: a NaN is drawn", name)
		}
	}
}

// TestTheLastStageIsJudgedByItsOwnCut: its percentage is that of the dashed line, also where least squares would cut better; that of the
// others is said to be of least squares.
func TestTheLastStageIsJudgedByItsOwnCut(t *testing.T) {
	X, Y := rings(40)
	layers := ringNet()
	layers[2].B = nn.Row(1) // all lie on the one side of it
	stages := stagesOf(layers, X, Y, spot{0, 1, 0, 1, 2, 24, 100, 100})
	last := stages[len(stages)-1]
	if want := accuracy(func(X nn.Matrix) nn.Matrix { return throughAll(layers, X)[3] }, X, Y); last.Right != want || separable(throughAll(layers, X)[2], Y) <= want {
		t.Errorf("the last stage is %v %% right, want %v", last.Right, want)
	}
	for lang, want := range map[words.Lang][2]string{words.English: {"fitted by least squares gets", "the network's own straight cut, the dashed line, gets 50.0 %"}, words.Japanese: {"最小二乗法で", "ネットワーク自身の切り方（破線）"}} {
		t.Setenv(words.Variable, string(lang))
		said := folding(layers, X, Y, options{}).text
		for _, w := range want {
			if !strings.Contains(said, w) {
				t.Errorf("%s: %q is not in %q", lang, w, said)
			}
		}
	}
}

// TestAnOutputWithoutWeightsHasNoBoundary: then none is drawn, and all that is said, by Go as by the script, says so; nothing speaks of a
// dashed line. With weights it is drawn.
func TestAnOutputWithoutWeightsHasNoBoundary(t *testing.T) {
	X, Y := rings(40)
	layers := ringNet()
	if page := folding(layers, X, Y, options{}).html(); !strings.Contains(dashedPart(page), "<path") {
		t.Fatal("with weights no line is drawn")
	}
	layers[2].W, layers[2].B = layers[2].W.Scale(0), nn.Row(1)
	for lang, want := range map[words.Lang][2]string{words.English: {"There is no boundary, so no line is drawn", "dashed"}, words.Japanese: {"境界線はないので", "破線"}} {
		t.Setenv(words.Variable, string(lang))
		f := folding(layers, X, Y, options{})
		if page := f.html(); strings.Contains(dashedPart(page), "<path") {
			t.Errorf("%s: a line is drawn: %s", lang, dashedPart(page))
		}
		o := open(t, f)
		for by, said := range map[string]string{"Go": f.words(), "the script": o.after(""), "the script, there and back": o.after("button(0).click(); for (let k = 0; k < 9; k++) button(2).click()")} {
			if !strings.Contains(said, want[0]) || !strings.Contains(said, "ŷ = 0.731") || !strings.Contains(said, "50.0 %") || strings.Contains(said, want[1]) {
				t.Errorf("%s: %s says %q, want %q and no %q in it", lang, by, said, want[0], want[1])
			}
		}
	}
}

// dashedPart is the part of a drawing in which the cut is drawn.
func dashedPart(page string) string {
	_, part, _ := strings.Cut(page, `data-part="cut"`)
	part, _, _ = strings.Cut(part, "</g>")
	return part
}
