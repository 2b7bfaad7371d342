package lessons

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"nekonote/lessons/journal"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

const halfText = `package week9

// half returns x/2.
func half(x float64) float64 {
	y := x
	// BLANK
	y = x / 2
	// END
	return y
}
`

var half = &Exercise[func(x float64) float64]{
	ID: "week9/half", Title: words.T("Half", "半分"), Points: 10, Reference: func(x float64) float64 { return x / 2 },
	Week: &Week{Source: fstest.MapFS{"half.go": {Data: []byte(halfText)}}}, Cases: []Case{{Args: []any{3.0}}},
}

func found(t *testing.T, source string, outcome verdict.Outcome) {
	t.Helper()
	e := journal.Event{Time: time.Now(), ID: "week9/half", Kind: journal.Checked, Outcome: outcome, Source: source}
	if err := journal.Append(journal.Folder(), e); err != nil {
		t.Fatal(err)
	}
}

// TestSolvedIsAboutTheFunctionInTheKernel and not about what was once correct.
func TestSolvedIsAboutTheFunctionInTheKernel(t *testing.T) {
	const (
		head   = "package main\n\n"
		hers   = "const two = 2\n\nfunc half(x float64) float64 { return by(x) }\n\nfunc by(x float64) float64 { return x / two }\n"
		blank  = "func half(x float64) float64 {\n\ty := x\n\treturn y\n}\n"
		shared = "func half(x float64) float64 { return week9.Blocks.Half(x) }\n"
	)
	t.Setenv("NEKONOTE_DIR", t.TempDir())
	t.Setenv(words.Variable, "en")
	ask := func(cells string) string { return Hearing{Cells: head + cells}.unsolved([]Entry{half}) }
	if !strings.Contains(ask(hers), "needs your solution") || ask(shared) != "" {
		t.Error("before any check: hers is not solved, the library's is at hand")
	}
	found(t, "", verdict.Almost)
	if ask(hers) == "" {
		t.Error("solved although it was only almost right")
	}
	found(t, "", verdict.Correct) // by an older judge, which kept no text
	if ask(hers) != "" || ask(blank) == "" || ask("") == "" {
		t.Error("in a journal of before, what is there counts, unless it is empty")
	}
	kept := Hearing{Cells: head + hers}.accepted("week9/half", "half", "main.half")
	if !strings.Contains(kept, "const two = 2") || !strings.Contains(kept, "func by(") {
		t.Fatalf("kept:\n%s", kept)
	}
	found(t, kept, verdict.Correct)
	for name, c := range map[string]struct{ cells, want string }{
		"hers":               {hers, ""},
		"with a comment":     {strings.Replace(hers, "return by", "// halved\n\treturn by", 1), ""},
		"in another order":   {"func by(x float64) float64 { return x / two }\n\nvar other = 3\n\n" + strings.Replace(hers, "func by(x float64) float64 { return x / two }\n", "", 1), ""},
		"changed":            {strings.Replace(hers, "by(x)", "2 * by(x)", 1), "has changed since its check"},
		"a changed helper":   {strings.Replace(hers, "x / two", "x * two", 1), "has changed since its check"},
		"a changed constant": {strings.Replace(hers, "two = 2", "two = 3", 1), "has changed since its check"},
		"emptied":            {blank, "needs your solution"},
		"gone":               {"func by() {}\n", "needs your solution"},
		"the library's":      {shared, ""},
	} {
		if said := ask(c.cells); !strings.Contains(said, c.want) || (said == "") != (c.want == "") {
			t.Errorf("%s: said %q; want %q", name, said, c.want)
		}
	}
	if (Hearing{Cells: head + hers, Stale: map[string]Stale{"half": {Cell: 3}}}).unsolved([]Entry{half}) == "" {
		t.Error("solved although its cell has an error now")
	}
	if again := (Hearing{Cells: head + hers}).accepted("week9/half", "half", "main.half"); again != "" {
		t.Error("the same text is kept twice")
	}
	found(t, kept+"\nfunc later() {}\n", verdict.Correct)
	if ask(hers) != "" {
		t.Error("an older version that was correct is not solved")
	}
}

// TestBroughtIsHersOrTheLibrarys, with what hers reaches and under names that nobody else has.
func TestBroughtIsHersOrTheLibrarys(t *testing.T) {
	t.Setenv("NEKONOTE_DIR", t.TempDir())
	if got := Brought([]Entry{half}, nil); got != "func half(x float64) float64 {\n\treturn week9.Blocks.Half(x)\n}" {
		t.Errorf("before any check:\n%s", got)
	}
	found(t, `package main

import m "math"

type helper struct{ helped float64 }

func (h helper) by() float64 { return h.helped / two }

const two = 2

func half(x float64) float64 { return m.Abs(learn(helper{helped: x})) }

func learn(h helper) float64 { learn := h.by(); return learn }
`, verdict.Correct)
	got := Brought([]Entry{half}, map[string]bool{"learn": true})
	for _, want := range []string{
		`import m "math"`, "m.Abs(learnOfHalf(helper{helped: x}))", "func learnOfHalf(h helper) float64", "learnOfHalf := h.by()",
		"type helper struct", "func (h helper) by() float64", "const two = 2",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "func learn(") || strings.Contains(got, "Blocks") {
		t.Errorf("\n%s", got)
	}
}
