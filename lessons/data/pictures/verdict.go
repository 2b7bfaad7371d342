package pictures

import (
	"encoding/base64"
	"fmt"
	"html"
	"math"
	"path/filepath"
	"strings"

	"nekonote/lessons/data/album"
	"nekonote/nn"
	"nekonote/nn/words"
	"nekonote/plots/display"
)

// catOrNot are the classes where nobody names others.
var catOrNot = []words.Text{words.T("not a cat", "猫ではない"), words.T("cat", "猫")}

// Judge opens a picture and shows it with what a network says of it: network gets the picture as a column X, 12288×1, values
// 0 … 255, and returns the probability that it is a cat. What cannot be opened is said, with what to do.
//
//	pictures.Judge("pictures/my.jpg", func(X nn.Matrix) float64 { … })
func Judge(path string, network func(X nn.Matrix) float64) {
	photo, err := Open(path)
	if err != nil {
		display.Text(err.Error())
		return
	}
	Verdict(photo, network(photo.X))
}

// Verdict shows a photograph as it was given, as the pixels that the network sees (its Picture), and what the network says of it:
// the probability that it is a cat, 0 … 1; above 0.5 it says yes. Where the network has learned other things, classes
// says what: first what 0 means, then what 1 means, as in a data set's Classes.
func Verdict(photo Photo, probability float64, classes ...words.Text) {
	if len(classes) != 2 {
		classes = catOrNot
	}
	display.HTML(verdictHTML(photo, probability, classes), verdictText(photo, probability, classes))
}

// Show shows a photograph as it was given and as the network sees it, without a verdict.
func (p Photo) Show() {
	display.HTML(card(p.stages()), p.String())
}

// String says what the photograph is, in the current language.
func (p Photo) String() string {
	return words.T(
		"%[1]s: %[2]s, %[3]d×%[4]d pixels. The network sees %[5]d×%[5]d pixels of its middle.",
		"%[1]s: %[2]s、%[3]d×%[4]d ピクセル。ネットワークが見るのは、中央を縮めた %[5]d×%[5]d ピクセルです。",
	).Fill(filepath.Base(p.Path), p.Kind, p.Columns, p.Rows, len(p.Picture)).String()
}

// judgement is what a probability means: the class, or what is wrong with the number.
func judgement(probability float64, classes []words.Text) (class words.Text, wrong words.Text) {
	switch {
	case math.IsNaN(probability):
		return class, words.T(
			"The network's answer is NaN, not a number. A cost that is NaN, or a learning rate that is too large, spoils the weights.",
			"ネットワークの答えが NaN（数ではない値）です。コストが NaN になっていたり、学習率が大きすぎたりすると、重みが壊れます。",
		)
	case probability < 0 || probability > 1:
		return class, words.T(
			"The network's answer is %.4g, but a probability lies between 0 and 1. Is the sigmoid missing?",
			"ネットワークの答えが %.4g ですが、確率は 0 から 1 の間です。シグモイド関数を忘れていませんか？",
		).Fill(probability)
	case probability > 0.5:
		return classes[1], words.Text{}
	}
	return classes[0], words.Text{}
}

var (
	says    = words.T("The network says", "ネットワークの答え")
	chances = words.T("probability of \"%s\": %s", "「%s」の確率：%s")
	verdict = words.T("The network says: %s (%s)", "ネットワークの答え：%s（%s）")
)

func verdictText(photo Photo, probability float64, classes []words.Text) string {
	class, wrong := judgement(probability, classes)
	if !wrong.Empty() {
		return photo.String() + "\n" + wrong.String()
	}
	return photo.String() + "\n" + verdict.Fill(class, chances.Fill(classes[1], fmt.Sprintf("%.3f", probability))).String()
}

func verdictHTML(photo Photo, probability float64, classes []words.Text) string {
	class, wrong := judgement(probability, classes)
	if !wrong.Empty() {
		return card(photo.stages() + arrow + `<div style="flex:1 1 200px;max-width:300px">` + html.EscapeString(wrong.String()) + `</div>`)
	}
	color := "#d97706"
	if probability > 0.5 {
		color = "#0d9488"
	}
	var b strings.Builder
	b.WriteString(`<div style="flex:1 1 200px;min-width:190px;max-width:300px">`)
	fmt.Fprintf(&b, `<div style="opacity:.7">%s</div>`, html.EscapeString(says.String()))
	fmt.Fprintf(&b, `<div style="font-size:1.9em;font-weight:700;line-height:1.3;color:%s">%s</div>`, color, html.EscapeString(class.String()))
	// A bar from 0 to 1 with a mark at 0.5, where the verdict turns.
	fmt.Fprintf(&b, `<div style="position:relative;height:12px;margin:10px 0 6px 0;border-radius:6px;background:rgba(128,128,128,.25);overflow:hidden">`+
		`<div style="position:absolute;left:0;top:0;bottom:0;width:%.1f%%;background:%s"></div>`+
		`<div style="position:absolute;left:50%%;top:0;bottom:0;width:2px;margin-left:-1px;background:var(--jp-content-font-color1,#222);opacity:.6"></div></div>`,
		100*probability, color)
	fmt.Fprintf(&b, `<div>%s</div>`, html.EscapeString(chances.Fill(classes[1], fmt.Sprintf("%.3f", probability)).String()))
	b.WriteString(`</div>`)
	return card(photo.stages() + arrow + b.String())
}

const arrow = `<div style="font-size:1.6em;opacity:.45" aria-hidden="true">→</div>`

func card(inside string) string {
	return `<div style="display:flex;flex-wrap:wrap;gap:16px;align-items:center;max-width:820px;padding:16px;` +
		`border:1px solid rgba(128,128,128,.35);border-radius:12px;font-family:var(--jp-content-font-family,sans-serif);` +
		`color:var(--jp-content-font-color1,inherit)">` + inside + `</div>`
}

// stages shows the photograph with the square that is cut out of it, and the square as the network sees it.
func (p Photo) stages() string {
	const side = 200 // screen pixels
	if p.Columns < 1 || p.Rows < 1 {
		return ""
	}
	longer := max(p.Columns, p.Rows)
	width, height := max(1, side*p.Columns/longer), max(1, side*p.Rows/longer)
	square := min(width, height)
	name := html.EscapeString(filepath.Base(p.Path))

	given := fmt.Sprintf(`<div style="position:relative;width:%[1]dpx;height:%[2]dpx;overflow:hidden;border-radius:6px">`+
		`<img alt="%[3]s" width="%[1]d" height="%[2]d" style="display:block;max-width:none" src="data:image/jpeg;base64,%[4]s">`+
		`<div style="position:absolute;left:%[5]dpx;top:%[6]dpx;width:%[7]dpx;height:%[7]dpx;box-sizing:border-box;border:2px solid #fff;box-shadow:0 0 0 999px rgba(0,0,0,.45)"></div></div>`,
		width, height, name, base64.StdEncoding.EncodeToString(p.shown), (width-square)/2, (height-square)/2, square)
	seen := words.T("as the network sees it", "ネットワークの見え方")
	return figure(given, fmt.Sprintf("%s · %d×%d", name, p.Columns, p.Rows)) + arrow +
		figure(album.HTML(p.Picture, seen.String(), 192), fmt.Sprintf("%s · %d×%[2]d", html.EscapeString(seen.String()), len(p.Picture)))
}

func figure(inside, caption string) string {
	return `<figure style="margin:0">` + inside + `<figcaption style="margin-top:6px;font-size:.9em;opacity:.75;max-width:200px;overflow-wrap:anywhere">` + caption + `</figcaption></figure>`
}
