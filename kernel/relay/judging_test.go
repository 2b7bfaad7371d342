package relay

import (
	"strings"
	"testing"
)

// A function that hangs, or takes its whole program with it, is an outcome: its card is there, and the notebook goes on.
func TestChecksOfFunctionsThatDoNotEnd(t *testing.T) {
	k := startKernel(t, gonb(t), module(t), "NEKONOTE_CHECK_LIMIT=2s", "NEKONOTE_LANG=en", "NEKONOTE_DIR="+t.TempDir())
	for answer, want := range map[string]string{
		"func sigmoid(z nn.Matrix) nn.Matrix {\n\tfor {\n\t}\n}":                           "loop at sigmoid, line 2",
		"func sigmoid(z nn.Matrix) nn.Matrix {\n\tos.Exit(0)\n\treturn z\n}":               "ends the whole program",
		"func sigmoid(z nn.Matrix) nn.Matrix { return z.Sigmoid() }":                       "already is the solution",
		"var f = nn.Matrix.Sigmoid\n\nfunc sigmoid(z nn.Matrix) nn.Matrix { return f(z) }": "already is the solution",
	} {
		k.run(answer)
		if r := k.run("week2.Sigmoid.Check(sigmoid)"); strings.Count(r.all(), want) == 0 {
			t.Errorf("%s: %s\nwant %q\n%s", answer, r.all(), want, k.log)
		}
	}
	if r := k.run("1 + 1"); r.status() != "ok" {
		t.Errorf("the next cell: %s", r.all())
	}
}
