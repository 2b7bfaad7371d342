package plots

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"nekonote/nn"
)

// A film of a real training: as many frames as there can be, small enough to stand in a notebook, and with all that it
// needs in itself, so that it plays in an exported page without a kernel and without a network.
func TestAFilmStandsAlone(t *testing.T) {
	X, Y := rings(200)
	nn.Seed(1)
	p := nn.NewTwoLayer(2, 4, 1)
	film := NewFilm(X, Y)
	err := p.Train(context.Background(), X, Y, nn.Training{Alpha: 1.2, Iterations: 2000, Each: func(i int, cost float64) {
		if i%25 == 0 {
			film.Add(i, cost, p.Predict)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	f := film.figure()
	if n := len(f.frames); n < 40 || n > filmFrames {
		t.Errorf("%d frames", n)
	}
	html := f.html()
	if len(html) > 1_500_000 {
		t.Errorf("the film has %d bytes; at most 1.5 MB", len(html))
	}
	t.Logf("%d frames, %d bytes", len(f.frames), len(html))
	if from := regexp.MustCompile(`(src|href|url\()\s*=?\s*["']?https?://[^"' >]*`).FindString(html); from != "" {
		t.Errorf("it fetches %s", from)
	}
	for _, needed := range []string{`type="range"`, "<button", "A film of"} {
		if !strings.Contains(html+f.words(), needed) {
			t.Errorf("it lacks %s", needed)
		}
	}
}

// The boundary of a network with 50 hidden units, at 400×400 points: eight million hyperbolic tangents, which take a third of it on AVX2, and
// memory for them.
func BenchmarkLargeBoundary(b *testing.B) {
	X, _ := rings(200)
	nn.Seed(1)
	p := nn.NewTwoLayer(2, 50, 1)
	predict := func(X nn.Matrix) nn.Matrix { A2, _ := p.Forward(X); return A2 }
	for b.Loop() {
		newGrid(predict, windowOf(X), 400)
	}
}

// A film of a training, from the first step to the page.
func BenchmarkFilm(b *testing.B) {
	X, Y := rings(200)
	for b.Loop() {
		nn.Seed(1)
		p := nn.NewTwoLayer(2, 4, 1)
		film := NewFilm(X, Y)
		err := p.Train(context.Background(), X, Y, nn.Training{Alpha: 1.2, Iterations: 2000, Each: func(i int, cost float64) {
			if i%25 == 0 {
				film.Add(i, cost, p.Predict)
			}
		}})
		if err != nil {
			b.Fatal(err)
		}
		film.figure().html()
	}
}

func BenchmarkDecisionBoundary(b *testing.B) {
	X, Y := rings(200)
	nn.Seed(1)
	p := nn.NewTwoLayer(2, 4, 1)
	if err := p.Train(context.Background(), X, Y, nn.Training{Alpha: 1.2, Iterations: 500}); err != nil {
		b.Fatal(err)
	}
	predict := func(X nn.Matrix) nn.Matrix { A2, _ := p.Forward(X); return A2 }
	for b.Loop() {
		decisionBoundary(predict, X, Y, options{}).html()
	}
}
