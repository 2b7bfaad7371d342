package bench

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"sync"
	"text/tabwriter"
	"time"

	"nekonote/kernel/process"
	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

// Class is `bench class`: learners of one class on this machine. Each opens a notebook while the class begins, runs its first
// check, thinks, runs the next cell, and so on.
type Class struct {
	Learners  int           `help:"How many learners there are." ja:"学習者の人数。" default:"40"`
	Arrive    time.Duration `help:"How long it takes until all have opened a notebook." ja:"全員がノートブックを開き終えるまでの時間。" default:"30s"`
	Think     time.Duration `help:"How long a learner thinks between two cells, on average." ja:"セルとセルのあいだに考える時間の平均。" default:"30s"`
	Cells     int           `help:"How many cells each of them runs." ja:"一人が実行するセルの数。" default:"6"`
	Notebooks int           `help:"How many notebooks each of them has open, one after the other." ja:"一人が開いておくノートブックの数。順に使う。" default:"1"`
	Output
}

// classCells are what a learner runs in turn: an answer and its check, a line that prints, a figure. The number of the run
// makes each a text that nobody has compiled before.
var classCells = []string{
	sigmoidCell + checkCell + "\n// %d",
	"A := nn.Randn(2, 3).Scale(%d)\nfmt.Println(A.Dot(A.T()))",
	"plots.CostCurve([]float64{0.69, 0.45, 0.31, 0.24, 0.19, 0.17, 0.16})\n// %d",
}

// class is a class at work.
type class struct {
	Class
	place setup.Place

	mu           sync.Mutex
	first, later []time.Duration // how long learners waited for a cell, with and without the start of its kernel
	start, cells time.Duration   // processor time of kernels until their first cell was done, and after that
	starts       int
	memory       []float64 // of each learner, in MB
}

// Run simulates and prints.
func (c *Class) Run() error {
	if c.Learners < 1 || c.Cells < 1 || c.Notebooks < 1 {
		return errors.New(sayNoClass.String())
	}
	place, err := setup.Prepare(os.Stderr)
	if err != nil {
		return err
	}
	k := &class{Class: *c, place: place}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	began, failed := time.Now(), make([]error, c.Learners)
	var all sync.WaitGroup
	for i := range c.Learners {
		all.Go(func() {
			arrives := began.Add(c.Arrive * time.Duration(i) / time.Duration(c.Learners))
			if failed[i] = k.learn(ctx, i, arrives); failed[i] != nil {
				cancel()
			}
		})
	}
	all.Wait()
	if err := errors.Join(failed...); err != nil {
		return err
	}
	return k.report()
}

var sayNoClass = words.T("a class has at least one learner, one cell and one notebook", "学習者、セル、ノートブックは、それぞれ 1 以上にしてください")

// learn is one learner's hour.
func (k *class) learn(ctx context.Context, number int, arrives time.Time) error {
	random := rand.New(rand.NewPCG(1, uint64(number)))
	kernels := make([]*liveKernel, k.Notebooks)
	begun := make([]time.Duration, k.Notebooks)
	defer func() {
		for _, one := range kernels {
			if one != nil {
				one.end()
			}
		}
	}()
	time.Sleep(time.Until(arrives))
	for i := range k.Cells {
		if i > 0 {
			think(ctx, time.Duration((0.5+random.Float64())*float64(k.Think)))
		}
		at, clicked := i%k.Notebooks, time.Now()
		opens := kernels[at] == nil
		if opens {
			var err error
			if kernels[at], err = startKernel(ctx, k.place, k.place.Program(), "kernel"); err != nil {
				return err
			}
		}
		if _, err := kernels[at].run(ctx, fmt.Sprintf(classCells[i/k.Notebooks%len(classCells)], 1000*number+i)); err != nil {
			return err
		}
		waited := time.Since(clicked)
		if opens {
			begun[at], _ = process.Usage(kernels[at].cmd.Process.Pid)
		}
		k.waited(opens, waited)
	}
	k.used(kernels, begun)
	return nil
}

func think(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}

func (k *class) waited(opens bool, d time.Duration) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if opens {
		k.first = append(k.first, d)
	} else {
		k.later = append(k.later, d)
	}
}

// used notes what a learner's kernels have used in all.
func (k *class) used(kernels []*liveKernel, begun []time.Duration) {
	k.mu.Lock()
	defer k.mu.Unlock()
	total := 0.0
	for i, one := range kernels {
		if one == nil {
			continue
		}
		cpu, memory := process.Usage(one.cmd.Process.Pid)
		k.start += begun[i]
		k.cells += cpu - begun[i]
		k.starts++
		total += float64(memory) / 1e6
	}
	k.memory = append(k.memory, total)
}

func (k *class) report() error {
	table := tabwriter.NewWriter(k.table(), 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(table, "%s\tp50\tp95\t%s\t\n", sayClass.Fill(k.Learners, k.Arrive, k.Think), words.T("goal", "目標"))
	fmt.Fprintf(table, "%s\t%.2f s\t%.2f s\t≤ 5 s\t\n", sayFirst.Fill(len(k.first)), part(seconds(k.first), 0.5), part(seconds(k.first), 0.95))
	if len(k.later) > 0 {
		fmt.Fprintf(table, "%s\t%.2f s\t%.2f s\t≤ 2 s\t\n", sayLater.Fill(len(k.later)), part(seconds(k.later), 0.5), part(seconds(k.later), 0.95))
	}
	fmt.Fprintf(table, "%s\t%.0f MB\t%.0f MB\t\t\n", sayMemory.Fill(k.Notebooks), part(k.memory, 0.5), part(k.memory, 0.95))
	if err := table.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(k.table(), sayStart.Fill(fmt.Sprintf("%.2f", k.start.Seconds()/float64(k.starts))))
	if len(k.later) > 0 {
		one := k.cells.Seconds() / float64(len(k.later))
		fmt.Fprintln(k.table(), sayCells.Fill(fmt.Sprintf("%.2f", one), runtime.NumCPU(), int(float64(runtime.NumCPU())*k.Think.Seconds()/one)))
	}
	k.noteAll()
	return k.print("class")
}

// noteAll keeps the figures for the history.
func (k *class) noteAll() {
	of := fmt.Sprintf("%d learners within %v, %d cells %v apart, %d open: ", k.Learners, k.Arrive, k.Cells, k.Think, k.Notebooks)
	k.note(of+"first cell, p95", "s", part(seconds(k.first), 0.95))
	if len(k.later) > 0 {
		k.note(of+"later cells, p95", "s", part(seconds(k.later), 0.95))
	}
	k.note(of+"memory, p50", "MB", part(k.memory, 0.5))
}

var (
	sayClass  = words.T("%d learners, all there after %v, %v between two cells", "学習者 %d 人、%v のうちに全員が始め、セルの間隔は %v")
	sayFirst  = words.T("first cell of a notebook, with the kernel's start (%d)", "ノートブックの最初のセル（カーネルの起動を含む、%d 回）")
	sayLater  = words.T("later cells (%d)", "2 番目からのセル（%d 回）")
	sayMemory = words.T("memory a learner with %d open", "学習者一人のメモリー（ノートブック %d 冊）")
	sayStart  = words.T("Processor time of a kernel's start and first cell: %s s.", "カーネルの起動と最初のセルが使うプロセッサー時間：%s 秒。")
	sayCells  = words.T("Processor time of a later cell: %s s. By that alone, %d processors have room for %d learners.",
		"2 番目からのセルが使うプロセッサー時間：%s 秒。それだけで見ると、プロセッサー %d 個で %d 人まで。")
)

func seconds(times []time.Duration) []float64 {
	var all []float64
	for _, t := range times {
		all = append(all, t.Seconds())
	}
	return all
}

// part is the number that a part of all numbers does not exceed: 0.95 for p95.
func part(numbers []float64, of float64) float64 {
	sorted := slices.Sorted(slices.Values(numbers))
	return sorted[max(0, int(math.Ceil(of*float64(len(sorted))))-1)]
}
