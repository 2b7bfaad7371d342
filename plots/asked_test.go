package plots

import (
	"fmt"
	"image"
	"math"
	"strings"
	"testing"

	"nekonote/nn"
	"nekonote/nn/words"
)

// TestFiguresSayWhatTheyWereNotGiven: where something is missing or no label, a figure says so in her language, and never in the
// runtime's words.
func TestFiguresSayWhatTheyWereNotGiven(t *testing.T) {
	X, Y := rings(6)
	bowl := func(w, b float64) float64 { return w*w + b*b }
	film := func(predict func(nn.Matrix) nn.Matrix, Y nn.Matrix) figure {
		f := NewFilm(X, Y)
		f.Add(0, 1, predict)
		return f.figure()
	}
	missing, other := words.T("is nil", "nil です"), words.T("neither 0 nor 1: 3", "3 個のラベルが 0 でも 1 でもありません")
	for name, c := range map[string]struct {
		draw func() figure
		want words.Text
	}{
		"boundary, no predict":   {func() figure { return decisionBoundary(nil, X, Y, options{}) }, missing},
		"boundaries, no predict": {func() figure { return decisionBoundaries([]Boundary{{Name: "a"}}, X, Y, options{}) }, missing},
		"film, no predict":       {func() figure { return film(nil, Y) }, missing},
		"covered, no predict":    {func() figure { return covered(nn.Zeros(12, 1), nil, options{}) }, missing},
		"tangent, no f":          {func() figure { return tangent(nil, 0, 1, options{}) }, missing},
		"descent, no J":          {func() figure { return descent(nil, 1, 1, 4, []float64{0.1}, options{}) }, missing},
		"gallery, no picture":    {func() figure { return gallery(images([]image.Image{sun(4), nil}), options{}) }, words.T("picture 1 (counted from 0) is nil", "1 番目の画像")},
		"descent, no rates":      {func() figure { return descent(bowl, 1, 1, 4, nil, options{}) }, words.T("learning rate", "学習率")},
		"boundaries, none":       {func() figure { return decisionBoundaries(nil, X, Y, options{}) }, words.T("no network", "ネットワークがありません")},
		"network, empty":         {func() figure { return network([]nn.Matrix{{}}, options{}) }, words.T("W1 is empty", "W1 が空")},
		"points, 1 and 2":        {func() figure { return pointsOf(X, Y.AddScalar(1), options{}) }, other},
		"boundary, −1 and 1":     {func() figure { return decisionBoundary(ring(1), X, Y.Scale(2).AddScalar(-1), options{}) }, other},
		"film, 0 and ½":          {func() figure { return film(ring(1), Y.Scale(0.5)) }, other},
		"neuron, 1 and 2":        {func() figure { return neuron(1, 0, []float64{1, 2}, []float64{1, 2}, options{}) }, words.T("not 2", "2 は使えません")},
	} {
		for _, lang := range words.Langs {
			t.Setenv(words.Variable, string(lang))
			if said := sayings(c.draw); !strings.Contains(said, c.want.In(lang)) || strings.Contains(said, "runtime error") {
				t.Errorf("%s: %s\nwant %q in it", name, said, c.want.In(lang))
			}
		}
	}
}

// sayings is what a figure says, or why it is none.
func sayings(draw func() figure) (said string) {
	defer func() {
		if r := recover(); r != nil {
			said = fmt.Sprint(r)
		}
	}()
	return strings.ReplaceAll(draw().words(), "−", "-")
}

// TestPicturesOfAnyShapeAreSeen: neither a hair's breadth nor a page's height.
func TestPicturesOfAnyShapeAreSeen(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {4000, 1}, {1, 4000}, {3, 2}, {64, 64}} {
		html := img(image.NewNRGBA(image.Rect(0, 0, size[0], size[1])), 96, "")
		var width, height int
		if _, err := fmt.Sscanf(html[strings.Index(html, "width="):], `width="%d" height="%d"`, &width, &height); err != nil {
			t.Fatal(err)
		}
		if width < 1 || width > 96 || height < 1 || height > 4*96 {
			t.Errorf("%d×%d is shown as %d×%d", size[0], size[1], width, height)
		}
		if square := size[0] == size[1]; square && math.Abs(float64(width-height)) > 0 {
			t.Errorf("%d×%[1]d is shown as %d×%d", size[0], width, height)
		}
	}
}
