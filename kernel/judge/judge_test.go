package judge

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

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

// What says that it is a program is ended only if the engine has started it.
func TestTheJudgeEndsTheEnginesProgramsAlone(t *testing.T) {
	j, err := Start()
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	if !strings.Contains(j.Environ(), "=") {
		t.Errorf("the environment is %q", j.Environ())
	}
	start := func() *exec.Cmd {
		cmd := exec.Command("sleep", "60")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return cmd
	}
	ours, another := start(), start()
	j.Engine(func() (string, []process.Process) { return t.TempDir(), []process.Process{{PID: ours.Process.Pid}} })
	j.end(another.Process.Pid)
	j.end(ours.Process.Pid)
	if err := ours.Wait(); err == nil {
		t.Error("the engine's program was not ended")
	}
	if err := another.Process.Signal(os.Kill); err != nil {
		t.Errorf("another program was ended: %v", err)
	}
	_ = another.Wait()
}
