package lessons_test

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// survivor trains by her own functions, a hundredth of a second a step, so that the clock puts it away as in a long training.
const survivor = `package main

import (
	"fmt"
	"os"
	"time"

	"nekonote/lessons/face/lessons"
	"nekonote/nn"
)

type network struct {
	W     nn.Matrix
	Costs []float64
}

func forward(W, X nn.Matrix) nn.Matrix { return W.Dot(X).Apply(func(z float64) float64 { return z / (1 + z*z) }) }

func step(W, X nn.Matrix) (nn.Matrix, float64) {
	A := forward(W, X)
	return W.Sub(A.Dot(X.T()).Scale(0.01)).Add(nn.Randn(4, 6).Scale(0.001)), A.Mean()
}

func train() network {
	nn.Seed(1)
	X, net := nn.Randn(6, 9), network{W: nn.Randn(4, 6)}
	for range lessons.Steps(500, &net) {
		W, cost := step(net.W, X)
		net.W, net.Costs = W, append(net.Costs, cost)
		if os.Getenv("SLOW") != "" {
			time.Sleep(10 * time.Millisecond)
		}
	}
	return net
}

func main() {
	net := lessons.Remember("survivor", train)
	fmt.Println("got", net.Costs, net.W.Sum())
}
`

// TestTrainingSurvives: a real program is killed at random points; the next one goes on, says so, and gives what an unbroken one
// gives. Another source begins anew.
func TestTrainingSurvives(t *testing.T) {
	t.Parallel()
	build := func(text string) (run func(folder string, kill time.Duration, env ...string) string) {
		dir := t.TempDir()
		source, binary := filepath.Join(dir, "main.go"), filepath.Join(dir, "cell")
		if err := os.WriteFile(source, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("go", "build", "-o", binary, source).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return func(folder string, kill time.Duration, env ...string) string {
			cmd := exec.Command(binary)
			cmd.Env = append(append(os.Environ(), "GONB_TMP_DIR="+dir, "NEKONOTE_DIR="+folder, "NEKONOTE_LANG=en"), env...)
			var out strings.Builder
			cmd.Stdout = &out
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			if kill > 0 {
				await(t, filepath.Join(folder, ".nekonote", "remembered", "unfinished", "*-*"))
				time.Sleep(kill)
				_ = cmd.Process.Kill()
			}
			_ = cmd.Wait()
			return out.String()
		}
	}
	result := func(said string) string { return said[strings.Index(said+"got", "got"):] }
	run := build(survivor)
	want := result(run(t.TempDir(), 0))
	if len(want) < 1000 {
		t.Fatalf("the unbroken run says %q", want)
	}
	folder := t.TempDir()
	for range 2 {
		if said := run(folder, time.Duration(1+rand.IntN(500))*time.Millisecond, "SLOW=1"); said != "" {
			t.Fatalf("it was not killed: %q", said)
		}
	}
	changed := build(strings.Replace(survivor, "z / (1 + z*z)", "z / (2 + z*z)", 1))
	if said := changed(folder, 0); strings.Contains(said, "continued") || result(said) == want {
		t.Errorf("another source goes on: %.100q", said)
	}
	said := run(folder, 0)
	if result(said) != want {
		t.Errorf("it gives\n%.300s\nwant\n%.300s", result(said), want)
	}
	if !regexp.MustCompile(`“survivor” continued at [1-9]\d* of 500, and is done`).MatchString(said) {
		t.Errorf("it does not say where it went on: %.200q", said)
	}
	forgets := build(strings.Replace(strings.Replace(survivor, "lessons.Steps(500, &net)", "lessons.Steps(300)", 1), `"survivor"`, `"forgetful"`, 1))
	if said := forgets(folder, 0, "SLOW=1"); !strings.Contains(said, "its loop changes net and does not keep it") {
		t.Errorf("a loop that forgets a variable: %.200q", said)
	}
}

// await waits until there is a file of that pattern.
func await(t *testing.T, pattern string) {
	t.Helper()
	for range 3000 {
		if found, _ := filepath.Glob(pattern); len(found) > 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("there is no %s", pattern)
}
