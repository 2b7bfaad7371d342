package remember

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"nekonote/nn"
)

// training is a computation with all that a loop can keep: numbers, a slice, a matrix, random numbers, a loop in a loop, and two
// loops one after the other. tick is called where it can be killed.
func training(tick func()) (nn.Matrix, []float64) {
	nn.Seed(3)
	stream := nn.NewRand(9)
	W, costs, sum := nn.Randn(3, 3), []float64(nil), 0.0
	for i := range Steps(5, 1, []any{&W, &costs, &sum, stream}) {
		inner := 0.0
		for j := range Steps(12, 4, []any{&W, &inner, &sum}) {
			tick()
			W = W.Dot(nn.Randn(3, 3)).Apply(func(x float64) float64 { return x / (1 + x*x) })
			inner += W.Sum() * float64(i+j)
			sum += inner
		}
		costs = append(costs, inner+stream.Randn(1, 1).At(0, 0))
	}
	for range Steps(7, 1, []any{&W, &costs, &sum}) {
		tick()
		W = W.Add(nn.Rand(3, 3))
		costs = append(costs, W.Mean(), sum)
	}
	return W, costs
}

type killed struct{}

// run runs the training as one program does, which keeps its loops after every iteration and dies at the given tick.
func run(t *testing.T, s *store, dies int) (done bool, result string, w *work) {
	t.Helper()
	w = &work{store: s, eager: true}
	end := w.begin()
	defer end()
	defer func() {
		if broken := recover(); broken != nil && broken != (killed{}) {
			panic(broken)
		}
	}()
	ticks := 0
	W, costs := training(func() {
		if ticks++; ticks > dies {
			panic(killed{})
		}
	})
	data, err := W.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return true, fmt.Sprint(data, costs, nn.Rand(1, 2)), w
}

// TestATrainingThatIsKilledGivesWhatAnUnbrokenOneGives, bit for bit, wherever it is killed and however often.
func TestATrainingThatIsKilledGivesWhatAnUnbrokenOneGives(t *testing.T) {
	t.Setenv("NEKONOTE_DIR", t.TempDir())
	const far = 1 << 30
	done, want, w := run(t, open("unbroken", "k"), far)
	if _, _, yes := w.continues(); !done || yes {
		t.Fatal("the unbroken run does not end, or says that it went on")
	}
	for trial := range 4 {
		s := open("killed", fmt.Sprint("k", trial))
		programs := 0
		for {
			programs++
			done, got, _ := run(t, s, 2+rand.IntN(8))
			if !done {
				continue
			}
			if got != want {
				t.Fatalf("after %d programs:\n%s\nwant\n%s", programs, got, want)
			}
			break
		}
		if programs < 3 {
			t.Errorf("only %d programs: nothing was killed", programs)
		}
		s.finished()
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(open("", "").path), unfinished, "killed-*")); len(left) > 0 {
		t.Errorf("left: %q", left)
	}
}

// TestADamagedStageBeginsAnew: it is as if there were none.
func TestADamagedStageBeginsAnew(t *testing.T) {
	t.Setenv("NEKONOTE_DIR", t.TempDir())
	c := open("x", "k").checkpoint("1")
	at, cost := 3, []float64{1, 2}
	if err := c.write(stage{At: 5}, []any{&at, &cost}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(filepath.Dir(c.path)); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder is open to others: %v, %v", info.Mode(), err)
	}
	whole, err := os.ReadFile(c.path)
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(whole); n += 1 + len(whole)/60 {
		damaged := append([]byte{}, whole...)
		damaged[n] ^= 4
		for _, data := range [][]byte{damaged, whole[:n]} {
			if err := os.WriteFile(c.path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			a, b := 7, []float64{8}
			if _, err := c.read([]any{&a, &b}); err == nil || a != 7 || !reflect.DeepEqual(b, []float64{8}) {
				t.Fatalf("byte %d: %v, %v, %v", n, a, b, err)
			}
		}
	}
	if err := os.WriteFile(c.path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	var a int
	var b []float64
	if s, err := c.read([]any{&a, &b}); err != nil || s.At != 5 || a != 3 || !reflect.DeepEqual(b, cost) {
		t.Errorf("%v, %v, %v, %v", s, a, b, err)
	}
	var other string
	if _, err := c.read([]any{&a, &other}); err == nil {
		t.Error("a stage of other values is taken")
	}
}

func TestForgetTakesOneNameOrAll(t *testing.T) {
	t.Setenv("NEKONOTE_DIR", t.TempDir())
	key := fmt.Sprintf("%032x", 5)
	make := func() {
		x := 1.5
		for _, name := range []string{"a net", "a net-2", "other"} {
			s := open(name, key)
			if err := s.write(reflect.ValueOf(x), 1); err != nil {
				t.Fatal(err)
			}
			if err := s.checkpoint("1").write(stage{At: 1}, []any{&x}); err != nil {
				t.Fatal(err)
			}
		}
	}
	there := func(name string) int {
		s := open(name, key)
		_, value := os.Stat(s.path)
		_, loop := os.Stat(s.checkpoint("1").path)
		n := 0
		for _, err := range []error{value, loop} {
			if err == nil {
				n++
			}
		}
		return n
	}
	make()
	if err := Forget("a net"); err != nil || there("a net") != 0 || there("a net-2") != 2 || there("other") != 2 {
		t.Errorf("%v: %d %d %d", err, there("a net"), there("a net-2"), there("other"))
	}
	make()
	if err := Forget(); err != nil || there("a net")+there("a net-2")+there("other") != 0 {
		t.Errorf("not all is forgotten: %v", err)
	}
}
