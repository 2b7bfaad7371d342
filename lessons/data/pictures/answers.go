package pictures

import (
	"fmt"
	"html"
	"math"
	"slices"
	"strings"

	"nekonote/nn"
	"nekonote/nn/words"
	"nekonote/plots/display"
)

// listed is how many answers are shown, the most probable ones.
const listed = 5

var (
	sayFirst  = words.T("The network says: %s", "ネットワークの答え：%s")
	saySpoilt = words.T("The network's answers are no probabilities: they should lie between 0 and 1 and sum to 1, a row for each of %d kinds. Is the softmax missing?",
		"ネットワークの答えが確率になっていません。%d 種類に 1 行ずつ、0 から 1 の数で、足して 1 になるはずです。ソフトマックスを忘れていませんか？")
)

// Answers shows a photograph as it was given, as the 64×64 pixels that were made of it, and what a network says of it that tells
// kinds apart: A is a column with the probability of each, in the order of kinds, as in a data set's Kinds.
func Answers(photo Photo, A nn.Matrix, kinds []words.Text) {
	if !probabilities(A, len(kinds)) {
		said := saySpoilt.Fill(len(kinds)).String()
		display.HTML(card(photo.stages()+arrow+`<div style="flex:1 1 200px;max-width:300px">`+html.EscapeString(said)+`</div>`), photo.String()+"\n"+said)
		return
	}
	order := surest(A)
	lines := []string{photo.String(), sayFirst.Fill(kinds[order[0]]).String()}
	var b strings.Builder
	fmt.Fprintf(&b, `<div style="flex:1 1 220px;min-width:200px;max-width:340px"><div style="opacity:.7">%s</div><div style="font-size:1.9em;font-weight:700;line-height:1.3;color:#0d9488">%s</div>`,
		html.EscapeString(says.String()), html.EscapeString(kinds[order[0]].String()))
	for _, k := range order[:min(listed, len(order))] {
		name, share := kinds[k].String(), 100*A.At(k, 0)
		lines = append(lines, "  "+words.Named(name, fmt.Sprintf("%.1f %%", share)).String())
		fmt.Fprintf(&b, `<div style="display:flex;justify-content:space-between;margin-top:6px"><span>%s</span><span>%.1f %%</span></div>`+
			`<div style="height:8px;border-radius:4px;background:rgba(128,128,128,.25);overflow:hidden"><div style="width:%.1f%%;height:100%%;background:#0d9488"></div></div>`,
			html.EscapeString(name), share, share)
	}
	b.WriteString(`</div>`)
	display.HTML(card(photo.stages()+arrow+b.String()), strings.Join(lines, "\n"))
}

// probabilities reports whether A is a column of n probabilities.
func probabilities(A nn.Matrix, n int) bool {
	rows, columns := A.Dims()
	if rows != n || columns != 1 || math.Abs(A.Sum()-1) > 1e-6 || math.IsNaN(A.Sum()) {
		return false
	}
	for i := range n {
		if a := A.At(i, 0); a < 0 || a > 1 {
			return false
		}
	}
	return true
}

// surest returns the rows of a column, the largest entry first.
func surest(A nn.Matrix) []int {
	n, _ := A.Dims()
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case A.At(a, 0) > A.At(b, 0):
			return -1
		case A.At(a, 0) < A.At(b, 0):
			return 1
		}
		return 0
	})
	return order
}
