package bench

import (
	"context"
	"fmt"
	"io"
	"time"

	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

// starting measures how long a learner waits when she opens a notebook: from the start of the kernel's program until it answers, and then
// for a graded cell, the first that the kernel runs. Other kernels have run the same check before, of a function like this one, as on any
// day but the very first.
func (c *Cells) starting(ctx context.Context, place setup.Place, table io.Writer) error {
	var starts, firsts []time.Duration
	for i := range c.Rounds {
		began := time.Now()
		k, err := startKernel(ctx, place, place.Program(), "kernel")
		if err != nil {
			return err
		}
		starts = append(starts, time.Since(began))
		took, err := k.run(ctx, sigmoidCell+checkCell+fmt.Sprintf("\n// a first cell, %d", i))
		k.end()
		if err != nil {
			return err
		}
		firsts = append(firsts, took)
	}
	start, first := middle(starts), middle(firsts)
	fmt.Fprintf(table, "%s\t%.2f s\t\t\t\t\t≤ 0.40 s\t\n", words.T("kernel start", "カーネルの起動"), start)
	fmt.Fprintf(table, "%s\t%.2f s\t\t\t\t\t≤ 1.00 s\t\n", words.T("first cell of a kernel, graded", "カーネルの最初のセル（採点あり）"), first)
	c.note("kernel start", "s", start)
	c.note("first graded cell of a kernel", "s", first)
	return nil
}
