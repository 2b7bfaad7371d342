// Package bench measures: how fast networks train beside numpy.
package bench

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"text/tabwriter"
	"time"

	gonum "gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	stock "gonum.org/v1/gonum/blas/gonum"
	"gonum.org/v1/gonum/mat"

	"nekonote/kernel/setup"
	"nekonote/lessons/data/cats"
	"nekonote/nn"
	"nekonote/nn/speed"
	"nekonote/nn/words"
)

// Train is `bench train`: the three cat models of the course, trained here and in numpy, taking turns.
type Train struct {
	Rounds int `help:"How often each side does each task; the median counts." ja:"それぞれの課題を実行する回数。中央値を採る。" default:"5"`
	Output
}

// task is one thing that both sides do.
type task struct {
	name  string // what numpy's program calls it
	what  words.Text
	times int
	floor float64                      // what the ratio numpy / nn should reach on two processors with AVX-512
	flops float64                      // of doing it once, in its large products
	ready func() (run func(times int)) // makes what stands before the first iteration, which is not timed
}

func tasks(X, Y nn.Matrix) []task {
	n, m := X.Dims()
	s := nn.NewRand(2)
	W, S, T := s.Randn(20, n), s.Randn(1024, 1024), s.Randn(1024, 1024)
	deep := func(sizes ...int) func() func(int) {
		return func() func(int) {
			p := nn.NewDeep(sizes...)
			return func(times int) {
				_ = p.Train(context.Background(), X, Y, nn.Training{Alpha: 0.0075, Iterations: times})
			}
		}
	}
	logistic := func() func(int) {
		p := nn.NewLogisticRegression(n)
		return func(times int) {
			_ = p.Train(context.Background(), X, Y, nn.Training{Alpha: 0.005, Iterations: times})
		}
	}
	product := func(A, B nn.Matrix) func() func(int) {
		return func() func(int) {
			return func(times int) {
				for range times {
					A.Dot(B)
				}
			}
		}
	}
	large := 2 * float64(n) * float64(m)
	return []task{
		{"five-layer", words.T("five-layer training", "5 層の訓練"), 200, 2.0, 3 * 20 * large, deep(n, 20, 7, 5, 1)},
		{"two-layer", words.T("two-layer training", "2 層の訓練"), 300, 2.0, 3 * 7 * large, deep(n, 7, 1)},
		{"logistic", words.T("logistic regression training", "ロジスティック回帰の訓練"), 2000, 1.8, 2 * large, logistic},
		{"dot", words.T("Dot 20×%d·%d×%d", "Dot 20×%d·%d×%d").Fill(n, n, m), 300, 2.2, 20 * large, product(W, X)},
		{"square", words.T("Dot 1024³", "Dot 1024³"), 20, 0.9, 2 * 1024 * 1024 * 1024, product(S, T)},
	}
}

// Run measures and prints a table.
func (c *Train) Run() error {
	place, err := setup.Locate()
	if err != nil {
		return err
	}
	venv, err := Numpy.Make(place, os.Stderr)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "nekonote-bench-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	data, err := cats.Open(cats.BuiltIn)
	if err != nil {
		return err
	}
	X, Y := data.TrainX.Scale(1.0/255), data.TrainY
	py, err := startNumpy(venv, folder, X, Y)
	if err != nil {
		return err
	}
	if err := c.compare(c.table(), py, X, Y); err != nil {
		return err
	}
	if err := py.stop(); err != nil {
		return err
	}
	return c.print("train")
}

// compare lets both sides do each task in turn, and prints the medians.
func (c *Train) compare(w io.Writer, py *numpy, X, Y nn.Matrix) error {
	limits := speed.Measure()
	_, _ = fmt.Fprintln(w, words.T(
		"Kernels: %s. This machine reaches %.0f GFLOPS, and reads X's %.1f MB at %.0f GB/s.",
		"使用カーネル：%s。このマシンの上限は %.0f GFLOPS、X の %.1f MB の読み込みは %.0f GB/s です。",
	).Fill(nn.BLAS(), limits.GFLOPS, float64(len(X.Dense().RawMatrix().Data))*8/1e6, limits.GBs))
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintln(table, words.T(
		"\tnumpy ms\tnn ms\tnumpy / nn\tfloor\tof the limit\t",
		"\tnumpy ms\tnn ms\tnumpy / nn\t目標\t上限に対して\t"))
	for _, t := range tasks(X, Y) {
		t.ready()(2) // both sides warm up
		if _, err := py.run(t.name, 2); err != nil {
			return err
		}
		var theirs, ours []time.Duration
		for range max(1, c.Rounds) {
			took, err := py.run(t.name, t.times)
			if err != nil {
				return err
			}
			theirs = append(theirs, took)
			time.Sleep(pause)
			run := t.ready()
			began := time.Now()
			run(t.times)
			ours = append(ours, time.Since(began))
			time.Sleep(pause)
		}
		a, b := median(theirs).Seconds()/float64(t.times), median(ours).Seconds()/float64(t.times)
		_, _ = fmt.Fprintf(table, "%s\t%.2f\t%.2f\t%.2f\t%.1f\t%.0f %%\t\n", t.what, 1000*a, 1000*b, a/b, t.floor, 100*t.flops/b/1e9/limits.GFLOPS)
		c.note(t.name, "ms", 1000*b)
		c.note(t.name+", numpy / nn", "×", a/b)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	c.compareAVX2(w, X)
	c.compareHers(w, X, Y)
	return nil
}

// compareAVX2 compares with gonum on the products of the five-layer network's first layer, as a machine without AVX-512
// computes them.
func (c *Train) compareAVX2(w io.Writer, X nn.Matrix) {
	avx2, found := speed.Kernels("avx2")
	if !found {
		return
	}
	n, m := X.Dims()
	s := nn.NewRand(3)
	W, dZ := s.Randn(20, n).Dense(), s.Randn(20, m).Dense()
	products := func(with gonum.Float64) time.Duration {
		before := blas64.Implementation()
		blas64.Use(with)
		defer blas64.Use(before)
		began := time.Now()
		for range 10 {
			var Z, dW, dA mat.Dense
			Z.Mul(W, X.Dense())
			dW.Mul(dZ, X.Dense().T())
			dA.Mul(W.T(), dZ)
		}
		return time.Since(began)
	}
	var theirs, ours []time.Duration
	for range max(1, c.Rounds) {
		theirs = append(theirs, products(stock.Implementation{}))
		ours = append(ours, products(avx2))
	}
	a, b := median(theirs), median(ours)
	c.note("avx2, gonum / nn", "×", float64(a)/float64(b))
	_, _ = fmt.Fprintln(w, words.T(
		"AVX2 only, the three products of layer 1: gonum %.1f ms, nn %.1f ms, gonum / nn %.1f (floor 5)",
		"AVX2 のみ、第 1 層の 3 つの積：gonum %.1f ms、nn %.1f ms、gonum / nn %.1f（目標 5）",
	).Fill(a.Seconds()*100, b.Seconds()*100, float64(a)/float64(b)))
}

// pause lets the other side's threads fall asleep, so that nobody is measured while they still look out for work.
const pause = 100 * time.Millisecond

func median(of []time.Duration) time.Duration {
	slices.Sort(of)
	return of[len(of)/2]
}
