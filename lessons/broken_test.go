package lessons_test

import (
	"fmt"
	"strings"
	"testing"

	"nekonote/lessons/verdict"
)

// The ways in which a learner's function can break its program, each with the line that is to be named.
const broken = `
var shared = map[int]int{}
var keep [][]float64
var endless = true

func loops(z nn.Matrix) nn.Matrix {
	n := 0.0
	for endless {
		n += helper(n)
	}
	return z
}

func helper(x float64) float64 {
	for i := 0; i < 10; i++ {
		x = math.Sqrt(x + 1)
	}
	return x
}

func tight(z nn.Matrix) nn.Matrix {
	for i := 0; ; {
		i++
	}
}

func inner(z nn.Matrix) nn.Matrix {
	for i := 0; i < 3; i++ {
		spin()
	}
	return z
}

func spin() {
	x := 1.0
	for x > 0 { // never ends
		x = x/2 + 1
	}
}

func waits(z nn.Matrix) nn.Matrix {
	c := make(chan nn.Matrix)
	return <-c
}

func sleeps(z nn.Matrix) nn.Matrix {
	time.Sleep(time.Hour)
	return z
}

func rests(z nn.Matrix) nn.Matrix {
	for range 100 {
		time.Sleep(100 * time.Millisecond)
	}
	return z
}

func polls(z nn.Matrix) nn.Matrix {
	for endless {
		time.Sleep(time.Millisecond)
	}
	return z
}

func naps(z nn.Matrix) nn.Matrix {
	time.Sleep(time.Millisecond)
	return right(z)
}

func recurs(z nn.Matrix) nn.Matrix {
	return recurs(z.Scale(1)).Scale(2)
}

func hoards(z nn.Matrix) nn.Matrix {
	for endless {
		keep = append(keep, make([]float64, 1<<20))
	}
	return z
}

func huge(z nn.Matrix) nn.Matrix {
	x := make([]float64, 4e8)
	for i := range x {
		x[i] = 1
	}
	return nn.Row(x...)
}

func exits(z nn.Matrix) nn.Matrix {
	os.Exit(0)
	return z
}

func fatal(z nn.Matrix) nn.Matrix {
	log.Fatal("no more")
	return z
}

func races(z nn.Matrix) nn.Matrix {
	var wait sync.WaitGroup
	for range 8 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := range 1000000 {
				shared[i%10]++
			}
		}()
	}
	wait.Wait()
	return z
}

func panics(z nn.Matrix) nn.Matrix {
	x := []float64{1}
	n, _ := z.Dims()
	return z.Scale(x[n+5])
}

func farPanics(z nn.Matrix) nn.Matrix {
	done := make(chan bool)
	go func() {
		var m map[string]int
		m["a"] = 1
		done <- true
	}()
	<-done
	return z
}

func leaves(z nn.Matrix) nn.Matrix {
	runtime.Goexit()
	return z
}

func shapes(z nn.Matrix) nn.Matrix {
	return z.Dot(z)
}

func avoids(z nn.Matrix) nn.Matrix {
	return outsourced(z)
}

func outsourced(z nn.Matrix) nn.Matrix { return z.Sigmoid() }

func changes(z nn.Matrix) nn.Matrix {
	z.Dense().Set(0, 0, 7)
	return z
}

func prints(z nn.Matrix) nn.Matrix {
	fmt.Println("here I am", z.At(0, 0))
	return z.Scale(3)
}

func right(z nn.Matrix) nn.Matrix {
	return z.Apply(func(x float64) float64 { return 1 / (1 + math.Exp(-x)) })
}

func sigmoid(z nn.Matrix) (s nn.Matrix) { return s }

func propagate(w nn.Matrix, b float64, X, Y nn.Matrix) (dw nn.Matrix, db, cost float64) {
	A := right(w.T().Dot(X).AddScalar(b))
	dZ := A.Sub(Y)
	_, m := X.Dims()
	dw = X.Dot(dZ.T()).Scale(3 / float64(m))
	db = dZ.Sum() / float64(m)
	A = sigmoid(A)
	return dw, db, 1
}

func main() {
	fmt.Println("the cell's own words")
	for i, f := range []func(nn.Matrix) nn.Matrix{
		loops, tight, inner, waits, recurs, hoards, huge, exits, fatal, races, panics, farPanics, leaves, shapes,
		changes, prints, right, sleeps, rests, polls, naps, nil,
	} {
		if os.Getenv("CELL") == fmt.Sprint(i) {
			week2.Sigmoid.Check(f)
		}
	}
	switch os.Getenv("CELL") {
	case "avoids":
		week2.Sigmoid.Check(avoids)
	case "propagate":
		week2.Propagate.Check(propagate)
	}
}
`

func TestBrokenProgramsAreOutcomes(t *testing.T) {
	imports := "\t\"fmt\"\n\t\"log\"\n\t\"math\"\n\t\"os\"\n\t\"runtime\"\n\t\"sync\"\n\t\"time\"\n\n\t\"nekonote/lessons/face/week2\"\n\t\"nekonote/nn\"\n"
	want := []struct {
		name   string
		reason verdict.Reason
		said   string // in what is said first
	}{
		{"loops", verdict.ReasonLoop, "loops, line 3: `for endless {"},
		{"tight", verdict.ReasonLoop, "tight, line 2: `for i := 0; ; {"},
		{"inner", verdict.ReasonLoop, "spin, line 3: `for x > 0 {"},
		{"waits", verdict.ReasonLoop, "waits, line 3: `return <-c"},
		{"recurs", verdict.ReasonRecursion, "recurs, line 2:"},
		{"hoards", verdict.ReasonMemory, "hoards, line 3:"},
		{"huge", verdict.ReasonMemory, "huge, line "},
		{"exits", verdict.ReasonExit, "os.Exit"},
		{"fatal", verdict.ReasonExit, "log.Fatal"},
		{"races", verdict.ReasonRace, "same map"},
		{"panics", verdict.ReasonPanic, "panics, line 4:"},
		{"farPanics", verdict.ReasonPanic, `m["a"] = 1`},
		{"leaves", verdict.ReasonExit, "Goexit"},
		{"shapes", verdict.ReasonPanic, "shapes, line 2: `return z.Dot(z)"},
		{"changes", verdict.ReasonChanged, "argument z"},
		{"prints", verdict.ReasonValue, "s differs"},
		{"right", "", ""},
		{"sleeps", verdict.ReasonLoop, "asleep in sleeps, line 2: `time.Sleep(time.Hour)`"},
		{"rests", verdict.ReasonLoop, "asleep in rests, line 3: `time.Sleep("},
		{"polls", verdict.ReasonLoop, "polls, line 2: `for endless {"},
		{"naps", "", ""},
		{"nil", verdict.ReasonBlank, ""},
		{"avoids", verdict.ReasonBorrowed, "z.Sigmoid"},
		{"propagate", verdict.ReasonValue, "calls `sigmoid`, which is still blank"},
	}
	run := program(t, imports, broken)
	printed := ""
	for i, w := range want {
		cell := fmt.Sprint(i)
		if i >= len(want)-2 {
			cell = w.name
		}
		limit := "1m" // a busy machine takes its time to die
		if w.reason == verdict.ReasonLoop {
			limit = "1s"
		}
		out, verdicts, _ := run("NEKONOTE_CHECK_LIMIT="+limit, "NEKONOTE_LANG=en", "CELL="+cell)
		if len(verdicts) != 1 {
			t.Errorf("%s: %d verdicts; want 1\n%s", w.name, len(verdicts), out)
			continue
		}
		if v := verdicts[0]; v.Reason != w.reason || !strings.Contains(v.Error, w.said) {
			t.Errorf("%s: %q, said %q; want %q, %q\n%s", w.name, v.Reason, v.Error, w.reason, w.said, out)
		}
		if n := strings.Count(out, "the cell's own words"); n != 1 {
			t.Errorf("%s: the cell printed its words %d times; want once", w.name, n)
		}
		printed += out
	}
	if n := strings.Count(printed, "here I am 0\n"); n != 1 {
		t.Errorf("what a function printed in the failing case is shown %d times; want once", n)
	}
}
