package plots

import (
	"nekonote/nn"
	"nekonote/nn/words"

	"gonum.org/v1/plot/vg/draw"
)

// Film is a decision boundary that bends while a network learns. NewFilm starts one.
type Film struct {
	X, Y    nn.Matrix
	options options
	window  window
	stride  int // each stride-th picture that is added is kept
	added   int
	frames  []snapshot
}

// snapshot is what one frame shows.
type snapshot struct {
	grid     grid
	i        int
	cost     float64
	accuracy float64
}

// A film has at most this many frames, and after a thinning half of them.
const (
	filmFrames = 80
	filmSide   = 100
)

// NewFilm starts a film over the examples X (2×m) of classes Y (1×m). Add a frame every few iterations, 40 or more in all,
// then Show it: the page then holds all frames under a slider, and needs no kernel to play them. It heeds Title and Classes.
//
//	film := plots.NewFilm(X, Y)
//	for i := range iterations {
//		…
//		if i%100 == 0 {
//			film.Add(i, cost, predict)
//		}
//	}
//	film.Show()
func NewFilm(X, Y nn.Matrix, options ...Option) *Film {
	examplesFit(X, Y)
	return &Film{X: X, Y: Y, options: heed("NewFilm", options, "Classes"), window: windowOf(X), stride: 1}
}

// Add takes a frame: what predict makes of the plane now, at iteration i with this cost. predict is called at once, and
// not kept. A film that grows long keeps every second frame, then every fourth, and so on.
func (f *Film) Add(i int, cost float64, predict func(nn.Matrix) nn.Matrix) {
	f.added++
	if (f.added-1)%f.stride != 0 {
		return
	}
	if len(f.frames) == filmFrames {
		kept := f.frames[:0]
		for k := 0; k < filmFrames; k += 2 {
			kept = append(kept, f.frames[k])
		}
		f.frames = kept
		f.stride *= 2
	}
	f.frames = append(f.frames, snapshot{newGrid(predict, f.window, filmSide), i, cost, accuracy(predict, f.X, f.Y)})
}

// Show shows the film, at rest on its last frame.
func (f *Film) Show() { f.figure().show() }

var (
	filmFrame = words.T("iteration %s · cost %s · %.1f %% right", "%s 回目 · コスト %s · 正解率 %.1f %%")
	filmWords = words.T("A film of %d frames. First: %s. Last: %s.", "%d コマの動画。最初：%s。最後：%s。")
	noFrames  = words.T("The film has no frame yet: call Add while the network learns.", "まだコマがありません。学習の途中で Add を呼んでください。")
)

func (f *Film) figure() figure {
	fig := figure{title: f.options.title}
	if len(f.frames) == 0 {
		fig.note = noFrames.String()
		return fig
	}
	fig.legend = append(f.options.classLegend(), entry{name: lineWord.String(), colour: strong})
	for _, e := range f.frames {
		fig.frames = append(fig.frames, filmFrame.Fill(thousands(e.i), fixed(e.cost, 4), e.accuracy).String())
	}
	n := len(f.frames)
	fig.text = filmWords.Fill(n, fig.frames[0], fig.frames[n-1]).String()
	fig.note = examples{X: f.X, Y: f.Y}.note()
	ch := empty(f.window)
	fig.panels = []panel{{width: 480, height: f.window.height(480), draw: ch.draw, frame: func(c draw.Canvas, i int) {
		data := ch.area(c)
		regionPlot{f.frames[i].grid, 1.75}.Plot(data, ch.Plot)
	}, over: func(c draw.Canvas) {
		examples{f.X, f.Y, 3.4}.Plot(ch.area(c), ch.Plot)
	}}}
	return fig
}
