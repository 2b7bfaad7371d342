package bench

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"github.com/shirou/gopsutil/v4/cpu"

	"nekonote/nn"
)

// Output is how a measurement is printed. Its zero value is a table for a person to read.
type Output struct {
	JSON bool `name:"json" help:"Print one line for kernel/bench/history.jsonl instead of a table." ja:"表の代わりに、kernel/bench/history.jsonl に足す 1 行を出力する。"`

	figures []Figure
}

// Record is one measurement, as a line of the history: what was measured, when, of which commit, on which machine.
type Record struct {
	Bench   string   `json:"bench"`  // "cells"
	Date    string   `json:"date"`   // 2026-11-30
	Commit  string   `json:"commit"` // with a + behind it where files were changed since; "" outside of a clone
	Machine string   `json:"machine"`
	Figures []Figure `json:"figures"`
}

// Figure is a number that was measured.
type Figure struct {
	Name  string  `json:"name"` // "graded cell"
	Unit  string  `json:"unit"` // "s", "ms", "MB", or "×" for how many times better than what it is compared with
	Value float64 `json:"value"`
}

// less says whether less of it is better: all but ratios are costs.
func (f Figure) less() bool { return f.Unit != "×" }

// table is where a table goes: nowhere, where a line is wanted.
func (o *Output) table() io.Writer {
	if o.JSON {
		return io.Discard
	}
	return os.Stdout
}

func (o *Output) note(name, unit string, value float64) {
	o.figures = append(o.figures, Figure{name, unit, value})
}

// print prints the line, where one is wanted.
func (o *Output) print(bench string) error {
	if !o.JSON {
		return nil
	}
	line, err := json.Marshal(Record{bench, time.Now().Format(time.DateOnly), commit(), machine(), o.figures})
	if err == nil {
		_, err = fmt.Println(string(line))
	}
	return err
}

// commit is the short name of what is checked out here.
func commit() string {
	out, err := exec.Command("git", "rev-parse", "--short", "HEAD").Output()
	if err != nil {
		return ""
	}
	name := strings.TrimSpace(string(out))
	if exec.Command("git", "diff", "--quiet", "HEAD", "--", "*.go", "*.s").Run() != nil {
		name += "+"
	}
	return name
}

// machine tells machines apart by what decides how fast they are.
func machine() string {
	model := runtime.GOARCH
	if all, err := cpu.Info(); err == nil && len(all) > 0 && all[0].ModelName != "" {
		model = all[0].ModelName
	}
	return fmt.Sprintf("%s, %d processors, %s, %s", model, runtime.NumCPU(), nn.BLAS(), runtime.GOOS)
}
