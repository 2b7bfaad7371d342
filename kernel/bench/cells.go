package bench

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"text/tabwriter"
	"time"

	"nekonote/kernel/process"
	"nekonote/kernel/relay"
	"nekonote/kernel/scratch"
	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

// Cells is `bench cells`: how long a learner waits for a graded cell and for a figure, beside GoNB as it comes, taking
// turns: by the clock, and by what processors do meanwhile, where that is known. GoNB has no graded cells: there the same function
// is compared by hand, with gonum alone. The last lines say how long it takes from the beginning of the cell's program until the
// card of its check is shown, until a new kernel answers, and for its first graded cell.
type Cells struct {
	Rounds int `help:"How often each side runs each cell; the median counts." ja:"それぞれのセルを実行する回数。中央値を採る。" default:"10"`
	Output
}

// cellTask is one thing to do in a cell, in Nekonote's words and in those of GoNB with gonum. Every run adds a line, as
// a learner's change would, so that nothing is taken from a cache that she would not have.
type cellTask struct {
	name        string // in the history
	what        words.Text
	goal        string // where the ratio Nekonote / GoNB should stay
	ours, stock string // both for the same result
}

const (
	sigmoidCell = `func sigmoid(z nn.Matrix) (s nn.Matrix) {
	return z.Apply(func(x float64) float64 { return 1 / (1 + math.Exp(-x)) })
}

`
	checkCell = "week2.Sigmoid.Check(sigmoid)"
)

var cellTasks = []cellTask{
	{"graded cell", words.T("graded cell; with gonum, by hand", "採点されるセル（GoNB では gonum を使い、手で確かめる）"), "≤ 0.60", sigmoidCell + checkCell, `import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

func sigmoid(z *mat.Dense) *mat.Dense {
	var s mat.Dense
	s.Apply(func(_, _ int, x float64) float64 { return 1 / (1 + math.Exp(-x)) }, z)
	return &s
}

%%
got, want := sigmoid(mat.NewDense(1, 2, []float64{0, 2})), mat.NewDense(1, 2, []float64{0.5, 0.8807970779778824})
fmt.Println(mat.EqualApprox(got, want, 1e-9))`},
	{"plot cell", words.T("plot cell", "図を描くセル"), "≤ 0.30", `plots.CostCurve([]float64{0.69, 0.45, 0.31, 0.24, 0.19, 0.17, 0.16})`, `import (
	"bytes"

	"github.com/janpfeifer/gonb/gonbui"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

%%
p := plot.New()
p.X.Label.Text, p.Y.Label.Text = "iteration", "cost"
var points plotter.XYs
for i, cost := range []float64{0.69, 0.45, 0.31, 0.24, 0.19, 0.17, 0.16} {
	points = append(points, plotter.XY{X: float64(i), Y: cost})
}
line, err := plotter.NewLine(points)
if err != nil {
	panic(err)
}
p.Add(line)
w, err := p.WriterTo(6*vg.Inch, 3*vg.Inch, "svg")
if err != nil {
	panic(err)
}
var svg bytes.Buffer
if _, err := w.WriteTo(&svg); err != nil {
	panic(err)
}
gonbui.DisplaySVG(svg.String())
gonbui.Sync()`},
}

// fetch gives GoNB's module what its cells import: the versions that Nekonote uses, which are there already.
const fetch = "!*go get github.com/janpfeifer/gonb@%s gonum.org/v1/gonum@%s gonum.org/v1/plot@%s"

// Run measures and prints.
func (c *Cells) Run() error {
	place, err := setup.Prepare(os.Stderr)
	if err != nil {
		return err
	}
	versions, err := versionsInUse()
	if err != nil {
		return err
	}
	ctx := context.Background()
	ours, err := startKernel(ctx, place, place.Program(), "kernel")
	if err != nil {
		return err
	}
	defer ours.end()
	stock, err := startKernel(ctx, place, filepath.Join(place.Tools(), "gonb"), "-go_work="+place.Library(), "-kernel")
	if err != nil {
		return err
	}
	defer stock.end()
	if _, err := stock.run(ctx, fmt.Sprintf(fetch, versions[0], versions[1], versions[2])); err != nil {
		return err
	}
	table := tabwriter.NewWriter(c.table(), 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(table, "\tNekonote\tCPU\tGoNB %s\tCPU\t%s\t%s\t\n", versions[0], words.T("ratio", "比"), words.T("goal", "目標"))
	for _, task := range cellTasks {
		var clocks [2][]time.Duration
		var cpu [2]time.Duration
		for i := range c.Rounds + 1 {
			for side, code := range []string{task.ours, task.stock} {
				k := []*liveKernel{ours, stock}[side]
				before, _ := process.Usage(k.cmd.Process.Pid)
				took, err := k.run(ctx, code+fmt.Sprintf("\n// %d", i))
				if err != nil {
					return err
				}
				if i > 0 { // the first fills the build cache
					clocks[side] = append(clocks[side], took)
					after, _ := process.Usage(k.cmd.Process.Pid)
					cpu[side] += after - before
				}
			}
		}
		each := func(side int) float64 { return cpu[side].Seconds() / float64(c.Rounds) }
		a, b := middle(clocks[0]), middle(clocks[1])
		fmt.Fprintf(table, "%s\t%.2f s\t%.2f s\t%.2f s\t%.2f s\t%.2f\t%s\t\n", task.what, a, each(0), b, each(1), a/b, task.goal)
		c.noteTask(task.name, a, each(0), b)
	}
	first, err := c.firstVerdict(ctx, ours)
	if err != nil {
		return err
	}
	fmt.Fprintf(table, "%s\t%.0f ms\t\t\t\t\t≤ 50 ms\t\n", words.T("until the first verdict", "最初の判定まで"), 1000*first)
	c.note("first verdict", "ms", 1000*first)
	if err := c.starting(ctx, place, table); err != nil {
		return err
	}
	return errors.Join(table.Flush(), c.print("cells"))
}

// noteTask keeps what a task takes here, of the clock and of the processors, and in stock GoNB.
func (c *Cells) noteTask(name string, ours, cpu, stock float64) {
	c.note(name, "s", ours)
	c.note(name+", processor time", "s", cpu)
	c.note(name+", GoNB / Nekonote", "×", stock/ours)
}

// versionsInUse are those of GoNB, gonum and gonum/plot.
func versionsInUse() ([]string, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Version}}",
		"github.com/janpfeifer/gonb", "gonum.org/v1/gonum", "gonum.org/v1/plot").Output()
	return strings.Fields(string(out)), err
}

// firstVerdict is how long the program of a graded cell takes until its card is shown.
func (c *Cells) firstVerdict(ctx context.Context, k *liveKernel) (float64, error) {
	const code = sigmoidCell + "%%\nbegan := time.Now()\n" + checkCell + "\nos.WriteFile(\"took\", []byte(time.Since(began).String()), 0o600)"
	var all []time.Duration
	for i := range c.Rounds {
		if _, err := k.run(ctx, code+fmt.Sprintf("\n// %d", i)); err != nil {
			return 0, err
		}
		text, err := os.ReadFile(filepath.Join(k.room, "took"))
		if err != nil {
			return 0, err
		}
		took, err := time.ParseDuration(string(text))
		if err != nil {
			return 0, err
		}
		all = append(all, took)
	}
	return middle(all), nil
}

// middle is the median, in seconds.
func middle(times []time.Duration) float64 {
	slices.Sort(times)
	return (times[(len(times)-1)/2] + times[len(times)/2]).Seconds() / 2
}

// liveKernel is a kernel that runs, in a folder of its own.
type liveKernel struct {
	*relay.Client
	cmd  *exec.Cmd
	room string
	gone chan struct{} // closed when the kernel has ended
}

// startKernel starts a kernel: the program with the connection file as its last argument.
func startKernel(ctx context.Context, place setup.Place, program string, args ...string) (*liveKernel, error) {
	room, err := scratch.Make("nk-")
	if err != nil {
		return nil, err
	}
	file, err := relay.NewConnection(room)
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(program, append(args, file)...)
	cmd.Dir = room
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Env = append(place.Environ(os.Environ()), "NEKONOTE_DIR="+room, "NEKONOTE_MODULE="+place.Library(), "NEKONOTE_PROGRAM="+place.Program())
	k := &liveKernel{cmd: cmd, room: room, gone: make(chan struct{})}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		_ = cmd.Wait()
		close(k.gone)
	}()
	starting, cancel := context.WithTimeout(ctx, 90*time.Second)
	defer cancel()
	if k.Client, err = relay.Connect(starting, file, k.gone); err != nil {
		return nil, errors.Join(err, k.kill())
	}
	return k, nil
}

// run runs a cell and says how long it took.
func (k *liveKernel) run(ctx context.Context, code string) (time.Duration, error) {
	began := time.Now()
	reply, err := k.Execute(ctx, code)
	if err == nil && !reply.OK {
		err = fmt.Errorf("%s: %s\n%s", reply.Name, reply.Value, strings.Join(reply.Trace, "\n"))
	}
	return time.Since(began), err
}

func (k *liveKernel) end() {
	_ = k.Shutdown()
	time.Sleep(500 * time.Millisecond)
	k.Close()
	_ = k.kill()
}

func (k *liveKernel) kill() error {
	_ = syscall.Kill(-k.cmd.Process.Pid, syscall.SIGTERM)
	<-k.gone
	return os.RemoveAll(k.room)
}
