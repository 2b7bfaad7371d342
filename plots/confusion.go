package plots

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn"
	"nekonote/nn/words"
	"nekonote/plots/internal/svg"
)

// Confusion shows which classes a network confuses: Y (1×m) is what each example is, predicted (1×m) what the network says,
// both numbers of classes, 0, 1, …; probabilities count as 1 above 0.5. It heeds Title and Classes, and panics where the
// shapes differ.
func Confusion(Y, predicted nn.Matrix, options ...Option) {
	confusion(Y, predicted, heed("Confusion", options, "Classes")).show()
}

var (
	saysWord       = words.T("the network says", "ネットワークの判定")
	truthIs        = words.T("the truth is", "正解")
	confusionTotal = words.T("%d of %d right (%.1f %%)", "%[2]d 個中 %[1]d 個が正解（%.1[3]f %%）")
	confusionCell  = words.T("truth %s, judged %s: %d", "正解が%s、判定が%s：%d 個")
)

func confusion(Y, predicted nn.Matrix, o options) figure {
	n, m := Y.Dims()
	rows, columns := predicted.Dims()
	if n != 1 || rows != 1 || m != columns || m == 0 {
		panic(words.T("plots: Confusion wants two rows of one shape, 1×m; Y is %d×%d, predicted is %d×%d.", "plots: Confusion には同じ形（1×m）の行を二つ渡してください。Y は %d×%d、predicted は %d×%d です。").Fill(n, m, rows, columns).String())
	}
	classes := max(2, len(o.classes))
	whole := func(x float64) int {
		k := int(x + 0.5)
		if x < 0 || k > 99 {
			panic(words.T("plots: a class is a whole number from 0 on, not %v.", "plots: クラスは 0 以上の整数です。%v は使えません。").Fill(x).String())
		}
		return k
	}
	for j := range m {
		classes = max(classes, whole(Y.At(0, j))+1, whole(predicted.At(0, j))+1)
	}
	counts := make([][]int, classes)
	for k := range counts {
		counts[k] = make([]int, classes)
	}
	most, right := 1, 0
	for j := range m {
		truth, said := whole(Y.At(0, j)), whole(predicted.At(0, j))
		counts[truth][said]++
		most = max(most, counts[truth][said])
		right += b2i(truth == said)
	}
	total := confusionTotal.Fill(right, m, 100*float64(right)/float64(m)).String()
	f := figure{title: o.title, note: total}
	var said []string
	for i := range classes {
		for j := range classes {
			said = append(said, confusionCell.Fill(o.class(i), o.class(j), counts[i][j]).String())
		}
	}
	f.text = strings.Join(said, "\n")
	widest := 0.0
	for k := range classes {
		widest = max(widest, float64(svg.TextWidth(o.class(k), lettering(13, strong).Font)))
	}
	cell := max(84, widest+18)
	left := max(widest, float64(svg.TextWidth(truthIs.String(), lettering(12, soft).Font))) + 26
	f.panels = []panel{{width: left + cell*float64(classes) + 10, height: 58 + 64*float64(classes), draw: func(c draw.Canvas) {
		b := board{c}
		b.words(left+cell*float64(classes)/2, 12, saysWord.String(), centred(lettering(12, soft)))
		side := lettering(12, soft)
		side.XAlign = draw.XRight
		b.words(left-14, 34, truthIs.String(), side)
		for i := range classes {
			b.words(left+cell*(float64(i)+0.5), 34, o.class(i), centred(bold(lettering(13, strong))))
			name := bold(lettering(13, strong))
			name.XAlign = draw.XRight
			b.words(left-14, 50+64*float64(i)+30, o.class(i), name)
			for j := range classes {
				colour := orange
				if i == j {
					colour = blue
				}
				x, y := left+cell*float64(j), 50+64*float64(i)
				b.box(x+2, y+2, cell-4, 60, 6, alpha(colour, 0.06+0.5*float64(counts[i][j])/float64(most)), nil)
				style := centred(lettering(18, strong))
				if i == j {
					style = bold(style)
				}
				b.words(x+cell/2, y+32, fmt.Sprint(counts[i][j]), style)
			}
		}
	}}}
	return f
}
