package plots

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"image"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"nekonote/nn"
	"nekonote/nn/words"
)

// opened is a living figure whose own script runs, whole, in as much of a page as it needs (testdata/page.js).
type opened struct{ page }

var livingPart = regexp.MustCompile(`data-part="(\w+)"`)

// open runs a figure's script, and fails where it throws.
func open(t *testing.T, f figure) opened {
	t.Helper()
	o := opened{page{t, goja.New()}}
	letters := func(text string) string { // one for each byte
		data, err := base64.StdEncoding.DecodeString(text)
		if err != nil {
			t.Error(err)
		}
		all := make([]rune, len(data))
		for i, c := range data {
			all[i] = rune(c)
		}
		return string(all)
	}
	if err := o.js.Set("letters", letters); err != nil {
		t.Fatal(err)
	}
	browser, err := os.ReadFile("testdata/page.js")
	if err != nil {
		t.Fatal(err)
	}
	shown, parts := f.html(), []string{}
	for _, found := range livingPart.FindAllStringSubmatch(shown, -1) {
		parts = append(parts, found[1])
	}
	handler := html.UnescapeString(livingHandler.FindStringSubmatch(shown)[1])
	numbers := html.UnescapeString(livingNumbers.FindStringSubmatch(shown)[1])
	code := fmt.Sprintf("%s\nvar figure = figureOf(%q, %q.split(' ')), said = () => figure.said.textContent, button = k => figure.buttons()[k];\n%s",
		browser, numbers, strings.Join(parts, " "), strings.Replace(handler, "this.closest('.nekonote-figure')", "figure", 1))
	if _, err := o.js.RunString(code); err != nil {
		t.Fatal(err)
	}
	return o
}

// after does something and is what the figure then says.
func (o opened) after(does string) string {
	o.t.Helper()
	if does != "" {
		if _, err := o.js.RunString(does); err != nil {
			o.t.Fatal(err)
		}
	}
	return strings.Trim(run[string](o.page, "said()", nil), "\u200b")
}

// TestAFigureBeginsAsItIsDrawn: its script, run whole, says at first what Go has said.
func TestAFigureBeginsAsItIsDrawn(t *testing.T) {
	t.Setenv(words.Variable, string(words.English))
	X, Y := rings(40)
	for name, f := range map[string]figure{
		"ForwardBackward": forwardBackward(ringNet(), X, Y, options{}),
		"Folding":         folding(ringNet(), X, Y, options{}),
		"Covered":         game(0.02),
	} {
		if said := open(t, f).after(""); !strings.HasSuffix(f.text, said) || said == "" {
			t.Errorf("%s says %q, and its script %q", name, f.text, said)
		}
	}
}

// TestOneNeuronOfManyInputs: a network of a single sigmoid over pixels goes its way forward and back.
func TestOneNeuronOfManyInputs(t *testing.T) {
	t.Setenv(words.Variable, string(words.English))
	r := nn.NewRand(3)
	X, Y := examplesOf(r, 12, 3)
	o := open(t, forwardBackward([]nn.Layer{{W: r.Randn(1, 12), B: nn.Zeros(1, 1), G: nn.Sigmoid}}, X, Y, options{}))
	for _, step := range []struct{ does, want string }{{"", "ŷ = "}, {"button(2).onclick()", "|dw| = "}, {"button(0).onclick()", "the input, 12 numbers"}} {
		if said := o.after(step.does); !strings.Contains(said, step.want) {
			t.Errorf("%q says %q, want %q in it", step.does, said, step.want)
		}
	}
}

// TestAButtonKeepsTheFocus: one that has nothing more to do says so, does nothing, and is not taken from under her finger.
func TestAButtonKeepsTheFocus(t *testing.T) {
	X, Y := rings(40)
	for name, c := range map[string]struct {
		figure   figure
		back, on int
	}{"ForwardBackward": {forwardBackward(ringNet(), X, Y, options{}), 1, 2}, "Folding": {folding(ringNet(), X, Y, options{}), 1, 2}} {
		o := open(t, c.figure)
		for _, k := range []int{c.back, c.on} {
			for range 12 {
				o.after(fmt.Sprintf("button(%d).click()", k))
			}
			before := o.after("")
			if said := o.after(fmt.Sprintf("button(%d).click()", k)); said != before {
				t.Errorf("%s: a button at its end changes %q to %q", name, before, said)
			}
			if state := run[[]string](o.page, fmt.Sprintf("[String(!!button(%d).disabled), button(%[1]d).getAttribute('aria-disabled')]", k), nil); state[0] != "false" || state[1] != "true" {
				t.Errorf("%s: button %d is disabled: %s, and says so: %s", name, k, state[0], state[1])
			}
		}
	}
}

// TestTheFoldingsSliderGoesByHalfStages: with the arrow keys, and says at each where it is.
func TestTheFoldingsSliderGoesByHalfStages(t *testing.T) {
	t.Setenv(words.Variable, string(words.English))
	X, Y := rings(40)
	o := open(t, folding(ringNet(), X, Y, options{}))
	o.after("var slide = figure.sliders()[0]; button(0).click()")
	for i, want := range []string{"On the way: The sheet, flat → Layer 1, W·a + b.", "Layer 1, W·a + b", "On the way: Layer 1, W·a + b → Layer 1, after relu."} {
		o.after("slide.send('keydown', { key: 'ArrowRight' })")
		if got := run[[]string](o.page, "[slide.value, slide.getAttribute('aria-valuetext')]", nil); got[0] != fmt.Sprint(float64(i+1)/2) || got[1] != want {
			t.Errorf("after %d keys the slider is at %s and says %q, want %q", i+1, got[0], got[1], want)
		}
	}
	o.after("slide.value = '0.98'; slide.oninput()")
	if got := run[[]string](o.page, "[slide.value, slide.getAttribute('aria-valuetext')]", nil); got[1] == "" {
		t.Errorf("the slider is at %s and says nothing", got[0])
	}
}

// game is a picture that is black, but for a bright spot in the corner at the left above; the answer is the brighter the surer, and turns
// where enough of the spot is covered: if the network asks for as much.
func game(threshold float64) figure {
	x := nn.Zeros(3*16*16, 1)
	for i := range 3 * 16 * 16 {
		if i/3/16 < 4 && i/3%16 < 4 {
			x.Dense().Set(i, 0, 1)
		}
	}
	return covered(x, func(X nn.Matrix) nn.Matrix {
		return X.SumCols().Scale(1. / (3 * 16 * 16)).AddScalar(-threshold).Scale(200).Sigmoid()
	}, options{})
}

// at is where a hand must be for the patch to lie at a place, and drag goes there over other places, and lets go.
const drags = `var patch = figure.found.hands.children[0], numbers = JSON.parse(figure.root.dataset.numbers).data;
var at = (c, r) => ({ clientX: numbers.picture.left + (c + 2) * numbers.picture.width / 16, clientY: numbers.picture.top + (r + 2) * numbers.picture.width / 16 });
var drag = (...places) => {
	patch.send('pointerdown', at(...places[0]));
	for (const place of places) patch.send('pointermove', at(...place));
};
var drop = () => patch.send('pointerup');`

// TestTheGameOfThePatch: it counts where the patch is left, not what it passes; says when she has won; and lets no button win for her.
func TestTheGameOfThePatch(t *testing.T) {
	t.Setenv(words.Variable, string(words.English))
	for name, steps := range map[string][][2]string{
		"a drag": {
			{drags + "drag([9, 9], [8, 8], [7, 7], [6, 6])", "Places tried: 0."}, {"drop()", "Places tried: 1."},
			{"patch.send('keydown', { key: 'ArrowLeft' }); patch.send('keyup', { key: 'ArrowLeft' })", "Places tried: 2."},
			{"drag([3, 3], [0, 0])", "."}, {"drop()", "changed its mind! Places you tried to find one: 3."},
		},
		"at once":    {{drags + "drag([4, 4], [0, 0]); drop()", "It has changed its mind, at the first place you tried!"}},
		"the button": {{"button(1).click()", "but a place was shown to you."}, {"button(0).click()", "Places tried: 0."}, {"button(0).click()", "but a place was shown to you."}},
	} {
		o := open(t, game(0.03))
		for _, step := range steps {
			if said := o.after(step[0]); !strings.HasSuffix(said, step[1]) {
				t.Errorf("%s: %q says %q, want %q at its end", name, step[0], said, step[1])
			}
		}
	}
	o := open(t, game(-0.1))
	for _, does := range []string{"", drags + "drag([0, 0]); drop()", "button(1).click()"} {
		if said := o.after(does); !strings.HasSuffix(said, "Wherever a patch of this size lies, the answer stays the same.") {
			t.Errorf("where no place turns the answer, %q says %q", does, said)
		}
	}
}

// TestAPatchOfAnotherSize: each size has the map that Go would draw, its own places and its own game; the middle of the patch stays where it was.
func TestAPatchOfAnotherSize(t *testing.T) {
	t.Setenv(words.Variable, string(words.English))
	f := game(0.03)
	o := open(t, f)
	var told struct{ Data coveredData }
	if err := json.Unmarshal([]byte(html.UnescapeString(livingNumbers.FindStringSubmatch(f.html())[1])), &told); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"A patch of 2×2 turns the answer at 0 of the 225 places", "A patch of 4×4 turns the answer at 3 of the 169 places", "A patch of 6×6 turns the answer at 3 of the 121 places"} {
		said := o.after(fmt.Sprintf("button(%d).onclick()", 2+i))
		if !strings.Contains(f.text, want) || !strings.HasPrefix(said, want) {
			t.Errorf("Go says %q, and the script %q, want %q", f.text, said, want)
		}
		if pressed := o.after("said = () => [2, 3, 4].map(k => button(k).getAttribute('aria-pressed')).join()"); strings.Count(pressed, "true") != 1 || strings.Split(pressed, ",")[i] != "true" {
			t.Errorf("size %d: the buttons are pressed: %s", i, pressed)
		}
		p := told.Data.Sizes[i]
		drawn, seen := heatMap(p.missed(told.Data.First, 16), 16, p.Most).(*image.NRGBA).Pix, strings.Fields(o.after("said = () => figure.found.why.children[0].attributes.href"))
		for k := range max(len(drawn), len(seen)) {
			if v, err := strconv.Atoi(seen[k]); err != nil || math.Abs(float64(v)-float64(drawn[k])) > 1 {
				t.Fatalf("size %d: the map is painted %v at %d, want %v", i, seen[k], k, drawn[k])
			}
		}
		if most := o.after("said = () => figure.found.most.children[0].textContent"); most != p.Strongest || !strings.HasPrefix(most, "strongest: ±0.") {
			t.Errorf("size %d: above the map stands %q, not %v", i, most, p.Most)
		}
		o.after("said = () => figure.said.textContent")
	}
	o = open(t, f)
	for _, step := range [][2]string{
		{drags + "drag([4, 4], [1, 1]); drop()", "Places tried: 1."}, {"button(4).onclick()", "at the first place you tried!"}, {"button(3).onclick()", "Places tried: 1."},
		{"button(2).onclick()", "Wherever a patch of this size lies, the answer stays the same."},
	} {
		if said := o.after(step[0]); !strings.HasSuffix(said, step[1]) {
			t.Errorf("%q says %q, want %q at its end", step[0], said, step[1])
		}
	}
	if said := o.after(""); !strings.HasPrefix(said, "2×2 covered, from column 2, row 2 on") {
		t.Errorf("the patch does not stay where it was: %q", said)
	}
}
