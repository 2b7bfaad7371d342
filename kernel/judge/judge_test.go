package judge

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"testing"
	"time"

	"nekonote/kernel/process"
)

func TestChecksOfACell(t *testing.T) {
	for code, want := range map[string][]string{
		"week2.Sigmoid.Check(sigmoid)":              {"week2/sigmoid"},
		"week2.Quiz.Check(1, answer1)":              {"week2/quiz/1"},
		"week2.Quiz.Check(10, answer10)":            {"week2/quiz/10"},
		"fmt.Println(1)\nweek4.Predict.Check(f)":    {"week4/predict"},
		"week2.Sigmoid.Hint()":                      nil,
		"lessons.Progress(week2.Quiz.Entries()...)": nil,
	} {
		if got := Checks(code); !slices.Equal(got, want) {
			t.Errorf("%s: %q; want %q", code, got, want)
		}
	}
}

// The tests start this program again as the judge's process.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == Name {
		if err := (Command{}).Run(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// A process that does not let the system tell what it runs is not the program of a cell.
func TestWhoHidesIsAStranger(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("elsewhere it is not known what a process runs")
	}
	cmd := exec.Command("true")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = cmd.Wait() }()
	for process.Executable(cmd.Process.Pid) != "" { // when it has ended, and nobody has waited for it, it runs nothing
		time.Sleep(time.Millisecond)
	}
	j := &Judge{engine: func() Engine { return Engine{PID: os.Getpid(), Folder: t.TempDir()} }}
	if j.runs(cmd.Process.Pid) {
		t.Error("it is heard")
	}
}
