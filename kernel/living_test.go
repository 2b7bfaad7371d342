package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"nekonote/kernel/browser"
	"nekonote/kernel/lab"
	"nekonote/kernel/needs"
	"nekonote/nn/words"
)

// figures are cells that show a living figure each, by the name of its script.
var figures = map[string]string{
	"neuron":   `plots.Neuron(0.8, 0.5, []float64{-3, -2, -1, 0, 0.5, 1.5, 2, 3}, []float64{0, 0, 0, 0, 1, 0, 1, 1})`,
	"hidden":   `plots.HiddenLayer(nn.TwoLayer{W1: nn.Rows([][]float64{{2, 0}, {0, 2}}), B1: nn.Column(0, 0), W2: nn.Row(3, -3), B2: nn.Column(0), G: nn.Tanh}, nn.Rows([][]float64{{-1, 1, 1, -1}, {-1, -1, 1, 1}}), nn.Row(0, 1, 0, 0))`,
	"matrices": `plots.MatrixProduct(nn.Rows([][]float64{{1, 2, 3}, {4, 5, 6}}), nn.Rows([][]float64{{1, 0, -1}, {2, 1, 0}}))`,
	"why":      `plots.WhyCat(nn.Randn(12288, 1).Scale(0.01), -0.5, cats.Load().TestX.Slice(0, 12288, 4, 5).Scale(1.0/255), plots.Classes("0", "1"))`,
	"passes":   `plots.ForwardBackward(nn.NewDeep(12288, 20, 7, 1).Layers, cats.Load().TestX.Slice(0, 12288, 0, 3).Scale(1.0/255), nn.Row(1, 0, 1))`,
	"folding": `plots.Folding([]nn.Layer{
	{W: nn.Rows([][]float64{{1, 1}, {-1, -1}, {2, -2}}), B: nn.Column(0, 0, 0), G: nn.ReLU},
	{W: nn.Row(2, 2, 0), B: nn.Column(-2), G: nn.Sigmoid}},
	nn.Rows([][]float64{{-1, 1, 1, -1}, {-1, -1, 1, 1}}), nn.Row(1, 0, 1, 0))`,
	"covered": `plots.Covered(cats.Load().TestX.Slice(0, 12288, 4, 5).Scale(1.0/255), func(X nn.Matrix) nn.Matrix { return X.SumCols().Scale(1.0 / 12288).AddScalar(-0.45).Scale(20).Sigmoid() })`,
}

// ours are elements of living figures, as axe names them.
var ours = regexp.MustCompile(`: <(g|svg|button type|input type="range"|select aria|div data-(living|said|panels)|div class="(tools|nekonote))[ ">]`)

// TestLivingFiguresInTheBrowser takes hold of the figures that compute in the page: in JupyterLab, light and English, and in what it
// exports, dark and Japanese.
func TestLivingFiguresInTheBrowser(t *testing.T) {
	t.Parallel()
	place := needs.SetUp(t)
	needs.Chromium(t)
	beside := browser.Beside(t, place)
	dir := t.TempDir()
	cells := []string{film}
	for _, name := range slices.Sorted(maps.Keys(figures)) {
		cells = append(cells, figures[name])
	}
	options := lab.Options{Place: place, Dir: filepath.Join(dir, "notebooks"), Private: filepath.Join(dir, "jupyter"), Lang: words.English}
	for lang, spec := range map[words.Lang]string{words.English: "nekonote", words.Japanese: "nekonote-ja"} {
		if err := writeNotebook(filepath.Join(options.Dir, "living-"+string(lang)+".ipynb"), spec, cells); err != nil {
			t.Fatal(err)
		}
	}
	server, err := lab.Start(options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Stop)
	page := browser.Open(t, server.URL)
	page.OpenNotebook("living-en.ipynb")
	showAll(t, page)
	live(t, page, "light")
	plays(t, page)
	for _, found := range page.Barriers(beside) {
		if ours.MatchString(found) {
			t.Errorf("axe finds %s", found)
		}
	}

	dark(t, options.Private)
	page.Go(server.URL)
	page.UntilLab()
	page.OpenNotebook("living-ja.ipynb")
	showAll(t, page)
	page.Key("s", 2)
	page.Until("the notebook saved", `!document.querySelector('.jp-mod-dirty')`)
	at, token, _ := strings.Cut(server.URL, "?")
	exported := at[:strings.Index(at, "/lab/")] + "/nbconvert/html/living-ja.ipynb?download=false&" + token
	page.Go(exported)
	page.Until("the figures", fmt.Sprintf(`document.querySelectorAll('[data-living]').length === %d`, len(figures)))
	live(t, page, "export")
	plays(t, page)
	if fetched := browser.Eval[[]string](page, `performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith('data:') && !n.endsWith('/favicon.ico'))`); len(fetched) > 0 {
		t.Errorf("the export fetches %q", fetched)
	}
	still(t, page, exported)
}

// showAll runs each figure's cell, and waits until the figure stands there: until then what lies below it moves.
func showAll(t *testing.T, page *browser.Page) {
	t.Helper()
	page.Run("film.Show()")
	for _, name := range slices.Sorted(maps.Keys(figures)) {
		page.Run(figures[name][:strings.Index(figures[name], "(")])
		page.Until("the hands of "+name, living{page, t, name}.all("[data-hand]")+".length")
	}
}

// living is a figure in the page that is open.
type living struct {
	*browser.Page
	t    *testing.T
	name string
}

// live tries each figure by mouse, finger, key and button, and sees that its words follow.
func live(t *testing.T, page *browser.Page, where string) {
	t.Helper()
	for name := range figures {
		l := living{page, t, name}
		page.Until("the hands of "+name, l.all("[data-hand]")+".length")
		if size := browser.Eval[int](page, l.one("")+`.closest('.nekonote-figure').outerHTML.length`); size > 300_000 {
			t.Errorf("%s has %d bytes", name, size)
		}
		tries[name](l)
		browser.Eval[bool](page, "("+l.one("")+`.closest('.nekonote-figure').scrollIntoView(), true)`)
		page.Screenshot("living-" + name + "-" + where)
	}
}

func (l living) one(selector string) string { return l.all(selector) + "[0]" }

// all are the elements of the figure, or what stands for the figure itself.
func (l living) all(selector string) string {
	whole := fmt.Sprintf(`[...document.querySelectorAll('[data-living=%q]')]`, l.name)
	if selector == "" {
		return whole
	}
	return whole + fmt.Sprintf(`.flatMap(e => [...e.closest('.nekonote-figure').querySelectorAll(%q)])`, selector)
}

// says is what the figure says of its state.
func (l living) says() string {
	return browser.Eval[string](l.Page, l.one("[data-said]")+`.textContent.replace('\u200b', '')`)
}

// changes does something and sees that the figure's words change by it, and hold what is wanted of them.
func (l living) changes(what string, do func(), want ...string) {
	l.t.Helper()
	before := l.says()
	do()
	l.Until("what "+what+" changes in the words of "+l.name, fmt.Sprintf("%s.textContent.replace('\\u200b', '') !== %q", l.one("[data-said]"), before))
	after := l.says()
	for _, words := range want {
		if !strings.Contains(after, words) {
			l.t.Errorf("%s: after %s it says %q, without %q", l.name, what, after, words)
		}
	}
}

// fill is one of two sentences: that in the language of the figure.
func (l living) fill(english, japanese string) string {
	if strings.ContainsAny(l.says(), "隠例紙") {
		return japanese
	}
	return english
}

// key presses a key on what has been given the focus.
func (l living) key(element, key string) {
	browser.Eval[bool](l.Page, "("+element+".focus({preventScroll: true}), true)")
	l.Key(key)
}

// tries are what a learner does with each figure.
var tries = map[string]func(l living){
	"neuron": func(l living) {
		hand := l.all("[data-hand]")
		l.changes("a button", func() { l.Click("one step", l.one("button")) }, "w = 0.87", "b = 0.27", "J = 0.490")
		l.changes("the mouse on the curve", func() { l.Drag("the curve", hand+"[0]", 0, -60) })
		l.changes("a finger in the bowl", func() { l.Finger("the place", hand+"[2]", 40, 30) })
		l.changes("an arrow key in the bowl", func() { l.key(hand+"[2]", kb.ArrowRight) })
		l.changes("a key on a slider", func() { l.key(l.one("input"), kb.Home) }, "w = −")
		l.changes("back", func() { l.Click("back", l.all("button")+".at(-1)") }, "w = 0.80", "b = 0.50", "J = 0.542")
	},
	"hidden": func(l living) {
		hand := l.all("[data-hand]")
		l.changes("the mouse on a line", func() { l.Drag("the line of unit 1", hand+"[1]", -60, 0) })
		l.changes("a finger on an arrow", func() { l.Finger("the arrow of unit 1", hand+"[0]", -20, 40) })
		l.changes("an arrow key on a line", func() { l.key(hand+"[3]", kb.ArrowUp) })
		button := l.all("button")
		l.changes("a switch", func() { l.Click("unit 1", button+"[0]") }, l.fill("2 hidden units, 1 of them on", "隠れユニット 2 個、うちオン 1 個"))
		l.changes("the switch once more", func() { l.Click("unit 1", button+"[0]") })
		l.changes("one step", func() { l.Click("one step", button+"[4]") })
		l.changes("a new unit", func() { l.Click("add", button+"[2]") }, l.fill("3 hidden units", "隠れユニット 3 個"))
		l.changes("back", func() { l.Click("back", button+".at(-1)") })
		l.changes("another bend", func() {
			browser.Eval[bool](l.Page, "(e => (e.value = 'linear', e.onchange(), true))("+l.one("select")+")")
		})
		l.changes("training", func() {
			before := l.says()
			l.Click("train", button+"[3]")
			l.Until("some steps", fmt.Sprintf("%s.textContent !== %q", l.one("[data-said]"), before))
			l.Click("pause", button+"[3]")
		})
	},
	"matrices": func(l living) {
		hand, button := l.one("[data-hand]"), l.all("button")
		l.changes("transposing", func() { l.Click("B.T()", button+"[1]") }, "3×2", "1·1 + 2·0 + 3·(−1) = −2")
		l.changes("the next entry", func() { l.Click("next", button+"[2]") }, "1·2 + 2·1 + 3·0 = 4")
		l.changes("an arrow key", func() { l.key(hand, kb.ArrowDown) }, "4·2 + 5·1 + 6·0 = 13")
		l.changes("a finger", func() { l.Finger("an entry", hand, -30, -30) }, "= −2")
		l.changes("the mouse", func() { l.Drag("an entry", hand, 30, 30) }, "= 13")
		l.changes("transposing once more", func() { l.Click("B.T()", button+"[1]") }, "2×3")
	},
	"passes": func(l living) {
		hand, button := l.one("[data-hand]"), l.all("button")
		l.changes("a step back", func() { l.Click("back", button+"[1]") }, l.fill("Step 2 of 6, forward: layer 2", "6 歩のうち 2 歩目、順伝播：層 2"))
		l.changes("an arrow key", func() { l.key(hand, kb.ArrowRight) }, "ŷ = 0.", "L = 0.")
		l.changes("a step on", func() { l.Click("on", button+"[2]") }, "dz = ŷ − y = ")
		l.changes("another step", func() { l.Click("on", button+"[2]") }, "dw = ")
		l.changes("the last step", func() { l.Click("on", button+"[2]") }, "|dw| = ")
		l.changes("another example", func() { l.Click("the second picture", button+"[4]") }, l.fill("Example 2", "例 2"))
		l.changes("the mouse on the way", func() { l.Drag("the step", hand, 300, -26) })
		l.changes("a finger on the way", func() { l.Finger("the step", hand, -400, 0) })
		l.changes("from the input", func() { l.Click("the input", button+"[0]") }, "12288")
	},
	"folding": func(l living) {
		hand, button := l.all("[data-hand]"), l.all("button")
		l.changes("unfolding", func() { l.Click("unfold", button+"[0]") }, l.fill("The sheet, flat.", "平らな紙。"))
		l.changes("folding", func() {
			l.Click("next", button+"[2]")
			l.Until("the next stage", l.one("[data-said]")+`.textContent.includes('W·a + b')`)
		})
		l.changes("a key on the slider", func() { l.key(l.one("input"), kb.End) }, "100.0 %")
		l.changes("an arrow key", func() { l.key(hand+"[1]", kb.ArrowRight) }, l.fill("Example 2", "例 2"))
		l.changes("the mouse in the plane", func() { l.Drag("the example", hand+"[0]", 0, -150) })
		l.changes("a finger in the plane", func() { l.Finger("the example", hand+"[0]", -150, 0) })
	},
	"covered": func(l living) {
		hand := l.one("[data-hand]")
		l.changes("the strongest", func() { l.Click("the strongest", l.all("button")+"[1]") })
		l.changes("the mouse", func() { l.Drag("the patch", hand, -50, -30) })
		l.changes("a finger", func() { l.Finger("the patch", hand, 60, 40) })
		l.changes("an arrow key", func() { l.key(hand, kb.ArrowLeft) })
		l.changes("a larger patch", func() { l.Click("24×24", l.all("button")+"[4]") }, "24×24")
		l.changes("a key on another size", func() { l.key(l.all("button")+"[2]", kb.Enter) }, "8×8")
		l.changes("uncovering", func() { l.Click("cover", l.one("button")) }, l.fill("A patch of 8×8 turns the answer at ", "8×8 の四角は、置き場所 225 個のうち"))
	},
	"why": func(l living) {
		hand, button := l.all("[data-hand]"), l.all("button")
		l.changes("the mouse on the picture", func() { l.Drag("the picture", hand+"[0]", 40, 10) })
		l.changes("an arrow key", func() { l.key(hand+"[0]", kb.ArrowUp) })
		l.changes("mirroring", func() { l.Click("mirror", button+"[0]") })
		l.changes("covering", func() { l.Click("cover", button+"[1]") })
		l.changes("a finger on the patch", func() { l.Finger("the patch", hand+"[1]", -40, 30) })
		l.changes("a key on brightness", func() { l.key(l.one("input"), kb.Home) })
		l.changes("back", func() { l.Click("back", button+".at(-1)") })
	},
}
