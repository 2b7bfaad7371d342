package bench

import (
	"context"
	"fmt"
	"io"
	"text/tabwriter"
	"time"

	"nekonote/lessons/week4"
	"nekonote/nn"
	"nekonote/nn/words"
)

// atMost is how many times nn's time the functions that a learner writes in week 4 may take.
const atMost = 1.3

// compareHers compares nn's training with that of the functions that a learner has written when week 4 is solved, taking turns.
func (c *Train) compareHers(w io.Writer, X, Y nn.Matrix) {
	n, _ := X.Dims()
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintln(table, words.T("\tsolved week 4 ms\tnn ms\tweek 4 / nn\tat most\t", "\t第 4 週の解答 ms\tnn ms\t解答 / nn\t上限\t"))
	for _, of := range []struct {
		name  string
		what  words.Text
		sizes []int
	}{
		{"five-layer", words.T("five-layer training", "5 層の訓練"), []int{n, 20, 7, 5, 1}},
		{"two-layer", words.T("two-layer training", "2 層の訓練"), []int{n, 7, 1}},
	} {
		const times = 100
		model, params := nn.NewDeep(of.sizes...), week4.Blocks.InitializeScaled(of.sizes)
		var ours, hers []time.Duration
		for range max(1, c.Rounds) {
			began := time.Now()
			_ = model.Train(context.Background(), X, Y, nn.Training{Alpha: 0.0075, Iterations: times})
			ours = append(ours, time.Since(began))
			began = time.Now()
			week4.Blocks.DeepModel(X, Y, params, times, 0.0075)
			hers = append(hers, time.Since(began))
		}
		a, b := median(hers).Seconds()/times, median(ours).Seconds()/times
		_, _ = fmt.Fprintf(table, "%s\t%.2f\t%.2f\t%.2f\t%.1f\t\n", of.what, 1000*a, 1000*b, a/b, atMost)
		c.note(of.name+", solved week 4", "ms", 1000*a)
	}
	_ = table.Flush()
}
