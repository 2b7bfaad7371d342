package plots

import (
	"embed"
	"encoding/json"
	"fmt"
	"html"
	"math"
	"strings"

	"nekonote/nn"
	"nekonote/nn/words"
	"nekonote/plots/internal/svg"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A living figure computes in the page: what the learner takes hold of moves at once, with no kernel and no network, in the notebook
// as in an export. It is a drawing with named parts, made here, and a script beside it that draws these parts anew and brings along
// what can be touched. So where scripts may not run, a still picture is seen, of the state in which the figure begins, and no dead
// knob. The script is in the element itself and speaks to the elements around it, as that of a film does.
type living struct {
	title  string
	legend []entry
	panels []panel  // of which each part that moves is drawn between beginPart and endPart
	script string   // the figure's own, from the folder living
	beside []string // other scripts that it needs, beside those that all do
	data   any      // the numbers that it begins with, as JSON
	says   map[string]words.Text
	said   string // the state in words, as the script will say it
	note   string
	text   string
}

//go:embed living/*.js
var scripts embed.FS

// script reads a script from the folder living, without the lines that only who reads it needs.
func script(name string) string {
	whole, err := scripts.ReadFile("living/" + name + ".js")
	if err != nil {
		panic(err) // the names are written in this package
	}
	var b strings.Builder
	for line := range strings.Lines(string(whole)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "//") {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// begins is a picture of one transparent pixel, whose arrival starts the script: that works wherever handlers may run, and asks no
// question where they may not.
const begins = `<img alt="" width="1" height="1" style="display:none" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" onload="%s">`

// known are the page's names that scripts use most. A script that a picture's arrival starts looks for each name that it has not made itself in
// the picture first, then in the page: dozens of times as slow, where it computes.
const known = "const {Math,Number,Object,Array,Float64Array,Uint32Array,Uint8ClampedArray}=globalThis;"

// figure makes a living figure one like the others.
func (l living) figure() figure {
	said := map[string]string{}
	for name, text := range l.says {
		said[name] = text.String()
	}
	data, err := json.Marshal(map[string]any{"data": l.data, "say": said})
	if err != nil {
		panic(err) // numbers and words alone; what is no number has been refused
	}
	code := "(figure=>{'use strict';" + known
	for _, name := range append(append([]string{"network", "hands"}, l.beside...), l.script) {
		code += script(name)
	}
	code += "})(this.closest('.nekonote-figure'))"
	return figure{title: l.title, legend: l.legend, panels: l.panels, note: l.note, text: words.Sentences(l.text, l.said),
		wakes: fmt.Sprintf(`<div data-living="%s" data-numbers="%s">`, l.script, html.EscapeString(string(data))) +
			`<div data-said="" aria-live="polite" style="font-size:14px;font-variant-numeric:tabular-nums;margin-top:.3em;max-width:56em">` +
			html.EscapeString(l.said) + `</div>` + fmt.Sprintf(begins, html.EscapeString(code)) + `</div>`}
}

// beginPart starts a part of a drawing that the script draws anew; endPart ends it. On any other canvas than a page's they do nothing.
func beginPart(c draw.Canvas, name string) {
	if page := pageOf(c); page != nil {
		page.BeginPart(name)
	}
}

func endPart(c draw.Canvas) {
	if page := pageOf(c); page != nil {
		page.EndFrame()
	}
}

// pageOf is the page's drawing of which c is a piece, or nil.
func pageOf(c vg.Canvas) *svg.Canvas {
	switch c := c.(type) {
	case *svg.Canvas:
		return c
	case draw.Canvas:
		return pageOf(c.Canvas)
	case *draw.Canvas:
		return pageOf(c.Canvas)
	}
	return nil
}

// spot tells the script where a chart's data lie in the drawing, in points from its left and top.
type spot struct {
	X0     float64 `json:"x0"`
	X1     float64 `json:"x1"`
	Y0     float64 `json:"y0"`
	Y1     float64 `json:"y1"`
	Left   float64 `json:"left"`
	Top    float64 `json:"top"`
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
}

// spot is where the data of a chart lie that is drawn on a canvas, itself on a panel of this height.
func (ch chart) spot(c draw.Canvas, height float64) spot {
	area := ch.area(c)
	round := func(x float64) float64 { return math.Round(100*x) / 100 }
	return spot{ch.X.Min, ch.X.Max, ch.Y.Min, ch.Y.Max,
		round(float64(area.Min.X)), round(height - float64(area.Max.Y)), round(float64(area.Max.X - area.Min.X)), round(float64(area.Max.Y - area.Min.Y))}
}

// sheet is an empty canvas of a panel's size, to reckon on.
func sheet(width, height float64) draw.Canvas {
	return draw.NewCanvas(svg.New(width, height), vg.Length(width), vg.Length(height))
}

// layerNumbers is a layer as the script knows it.
type layerNumbers struct {
	W [][]float64 `json:"W"`
	B []float64   `json:"b"`
	G string      `json:"g"`
}

// numbersOf are layers as the script knows them: of none an empty list, for null is none.
func numbersOf(layers ...nn.Layer) []layerNumbers {
	all := make([]layerNumbers, 0, len(layers))
	for _, l := range layers {
		all = append(all, layerNumbers{rowsOf(l.W), rowsOf(l.B.T())[0], string(l.G)})
	}
	return all
}

// rowsOf are a matrix's rows, as numbers that JSON can carry. It panics where one is none.
func rowsOf(A nn.Matrix) [][]float64 {
	n, m := A.Dims()
	all := make([][]float64, n)
	for i := range all {
		all[i] = make([]float64, m)
		for j := range all[i] {
			all[i][j] = mustBeFinite(A.At(i, j))
		}
	}
	return all
}

var notLiving = words.T("plots: a figure that computes needs numbers, and %v is none.", "plots: 動かせる図には数値が必要です。%v は使えません。")

func mustBeFinite(x float64) float64 {
	if !finite(x) {
		panic(notLiving.Fill(x).String())
	}
	return x
}
