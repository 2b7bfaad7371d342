package bench

import (
	"bufio"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"nekonote/kernel/setup"
	"nekonote/nn"
	"nekonote/nn/words"
)

// Numpy is the environment of what Nekonote is compared with: numpy and scikit-learn.
var Numpy = setup.Environment{Name: "numpy", What: words.T("numpy, to compare with", "比較用の numpy"), Requirements: requirements}

//go:embed requirements.txt
var requirements []byte

//go:embed train.py
var script string

// numpy is a running train.py.
type numpy struct {
	cmd     *exec.Cmd
	tasks   io.WriteCloser
	answers *bufio.Scanner
}

// startNumpy starts train.py on X (n_x×m) and Y (1×m), which it reads from a file in folder. numpy chooses its own
// kernels: what the environment says about that is left out, since it only slows it down.
func startNumpy(venv, folder string, X, Y nn.Matrix) (*numpy, error) {
	path := filepath.Join(folder, "examples")
	if err := write(path, X, Y); err != nil {
		return nil, err
	}
	p := &numpy{cmd: exec.Command(filepath.Join(venv, "bin", "python"), "-c", script)}
	for _, set := range os.Environ() {
		if !strings.HasPrefix(set, "OPENBLAS_CORETYPE=") && !strings.HasPrefix(set, "OPENBLAS_L2_SIZE=") {
			p.cmd.Env = append(p.cmd.Env, set)
		}
	}
	p.cmd.Stderr = os.Stderr
	var err error
	if p.tasks, err = p.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.answers = bufio.NewScanner(out)
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	n, m := X.Dims()
	_, err = fmt.Fprintf(p.tasks, "%s %d %d\n", path, n, m)
	return p, err
}

// write writes the entries of the matrices, row by row, as numpy reads them.
func write(path string, matrices ...nn.Matrix) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriter(file)
	for _, M := range matrices {
		if err := binary.Write(buffered, binary.LittleEndian, M.Dense().RawMatrix().Data); err != nil {
			_ = file.Close()
			return err
		}
	}
	if err := buffered.Flush(); err != nil {
		_ = file.Close()
		return err
	}
	return file.Close()
}

// run does a task and returns how long it took.
func (p *numpy) run(task string, times int) (time.Duration, error) {
	if _, err := fmt.Fprintf(p.tasks, "%s %d\n", task, times); err != nil {
		return 0, err
	}
	if !p.answers.Scan() {
		return 0, fmt.Errorf("numpy's program stopped at the task %s (%v); what it said stands above", task, p.answers.Err())
	}
	seconds, err := strconv.ParseFloat(p.answers.Text(), 64)
	return time.Duration(seconds * float64(time.Second)), err
}

func (p *numpy) stop() error {
	if err := p.tasks.Close(); err != nil {
		return err
	}
	return p.cmd.Wait()
}
