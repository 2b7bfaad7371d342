package plots

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"nekonote/nn"
	"nekonote/nn/words"
	"nekonote/plots/internal/svg"
)

// Confusion shows which classes a network confuses: Y (1×m) is what each example is, predicted (1×m) what the network says,
// both numbers of classes, 0, 1, …; probabilities count as 1 above 0.5. Where one of the two is NaN or infinite, the example
// stands in no field, and is not right. It heeds Title and Classes, and panics where the shapes differ.
func Confusion(Y, predicted nn.Matrix, options ...Option) {
	confusion(Y, predicted, heed("Confusion", options, "Classes")).show()
}

var (
	saysWord       = words.T("the network says", "ネットワークの判定")
	truthIs        = words.T("the truth is", "正解")
	confusionTotal = words.T("%d of %d right (%.1f %%)", "%[2]d 個中 %[1]d 個が正解（%.1[3]f %%）")
	confusionOdd   = words.T("; without a class, because a number is missing (NaN): %d", "。数値がないためクラスが決まらないもの %d 個（NaN）")
	confusionCell  = words.T("truth %s, judged %s: %d", "正解は「%s」、判定は「%s」：%d 個")
	twoRows        = words.T("plots: Confusion wants two rows of one shape, 1×m; Y is %d×%d, predicted is %d×%d.", "plots: Confusion には同じ形（1×m）の行を二つ渡してください。Y は %d×%d、predicted は %d×%d です。")
	wholeClass     = words.T("plots: a class is a whole number from 0 on, not %v.", "plots: クラスは 0 以上の整数です。%v は使えません。")
)

// matches counts, for each class, what the network makes of its examples.
type matches struct {
	names  []string
	counts [][]int // of the truth, of the judgement
	odd    int     // examples that have no class
}

func confusion(Y, predicted nn.Matrix, o options) figure {
	n, m := Y.Dims()
	rows, columns := predicted.Dims()
	if n != 1 || rows != 1 || m != columns || m == 0 {
		panic(twoRows.Fill(n, m, rows, columns).String())
	}
	t := match(Y, predicted, o)
	right := 0
	var said []string
	for i, row := range t.counts {
		right += row[i]
		for j, count := range row {
			said = append(said, confusionCell.Fill(t.names[i], t.names[j], count).String())
		}
	}
	f := figure{title: o.title, text: strings.Join(said, "\n")}
	f.note = confusionTotal.Fill(right, m, 100*float64(right)/float64(m)).String()
	if t.odd > 0 {
		f.note += confusionOdd.Fill(t.odd).String()
	}
	f.panels = []panel{t.panel()}
	return f
}

func match(Y, predicted nn.Matrix, o options) matches {
	_, m := Y.Dims()
	classes := max(2, len(o.classes))
	var pairs [][2]int
	for j := range m {
		truth, judgement := Y.At(0, j), predicted.At(0, j)
		if !finite(truth) || !finite(judgement) {
			continue
		}
		pair := [2]int{whole(truth), whole(judgement)}
		classes = max(classes, pair[0]+1, pair[1]+1)
		pairs = append(pairs, pair)
	}
	t := matches{odd: m - len(pairs)}
	for k := range classes {
		t.names = append(t.names, o.class(k))
		t.counts = append(t.counts, make([]int, classes))
	}
	for _, pair := range pairs {
		t.counts[pair[0]][pair[1]]++
	}
	return t
}

// whole is the class that a number stands for.
func whole(x float64) int {
	if x < 0 || x > 99 {
		panic(wholeClass.Fill(x).String())
	}
	return int(math.Ceil(x - 0.5))
}

const (
	fieldHeight = 64.0
	manyClasses = 5    // from more of them on, the fields are smaller
	manyHeight  = 34.0 // of such a field
	fieldsTop   = 50.0
)

// panel draws a field for each pair of classes, the stronger the more examples it has.
func (t matches) panel() panel {
	widest, most := 0.0, 1
	for i, name := range t.names {
		widest = max(widest, float64(svg.TextWidth(name, lettering(13, strong).Font)))
		for _, count := range t.counts[i] {
			most = max(most, count)
		}
	}
	width, height := max(84, widest+18), fieldHeight
	if len(t.names) > manyClasses {
		width, height = max(40, widest+8), manyHeight
	}
	left := max(widest, float64(svg.TextWidth(truthIs.String(), lettering(12, soft).Font))) + 26
	classes := float64(len(t.names))
	return panel{width: left + width*classes + 10, height: 58 + height*classes, draw: func(c draw.Canvas) {
		b := board{c}
		b.words(left+width*classes/2, 12, saysWord.String(), centred(lettering(12, soft)))
		side := lettering(12, soft)
		side.XAlign = draw.XRight
		b.words(left-14, 34, truthIs.String(), side)
		for i, name := range t.names {
			b.words(left+width*(float64(i)+0.5), 34, name, centred(bold(lettering(13, strong))))
			style := bold(lettering(13, strong))
			style.XAlign = draw.XRight
			b.words(left-14, fieldsTop+height*(float64(i)+0.5)-2, name, style)
			for j, count := range t.counts[i] {
				x, y := left+width*float64(j), fieldsTop+height*float64(i)
				b.field(x, y, width, height, count, 0.06+0.5*float64(count)/float64(most), i == j)
			}
		}
	}}
}

// field draws how many examples there are of one truth and one judgement.
func (b board) field(x, y, width, height float64, count int, opacity float64, right bool) {
	colour, style := orange, centred(lettering(18, strong))
	if right {
		colour, style = blue, bold(style)
	}
	b.box(x+2, y+2, width-4, height-4, 6, alpha(colour, opacity), nil)
	b.words(x+width/2, y+height/2, fmt.Sprint(count), style)
}
