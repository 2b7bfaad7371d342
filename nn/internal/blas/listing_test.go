package blas

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// How many instructions the loops of the kernels for NEON take for how many multiplications, by the assembler's listing.
// An instruction multiplies and adds two numbers at most, so that ½ is the ideal; what is above it loads numbers, fetches
// ahead and counts. There was no such processor to measure the time on.
var neonLoops = []struct {
	file, kernel           string
	instructions, products int // in the loop, which counts one step along k, or eight numbers of each row
}{
	{"outer_arm64.s", "neonOuter6", 35, 48},    // 0.73: 6 rows × 8 numbers, which wait for 1 + 6 loads
	{"outer_arm64.s", "neonOuter5", 30, 40},    // 0.75
	{"outer_arm64.s", "neonOuter4", 25, 32},    // 0.78
	{"outer_arm64.s", "neonOuter3", 20, 24},    // 0.83
	{"outer_arm64.s", "neonOuter2", 15, 16},    // 0.94
	{"outer_arm64.s", "neonOuter1", 10, 8},     // 1.25
	{"inner_arm64.s", "neonInner4", 90, 128},   // 0.70: 4 × 4 inner products, which wait for 16 loads
	{"inner_arm64.s", "neonInner3", 72, 96},    // 0.75
	{"inner_arm64.s", "neonInner2", 54, 64},    // 0.84
	{"inner_arm64.s", "neonInner1", 36, 32},    // 1.13
	{"combine_arm64.s", "neonCombine", 29, 32}, // 0.91: reads 32 numbers that are used once, and is as fast as memory
	{"dots_arm64.s", "neonDots", 28, 32},       // 0.88: the same
}

func TestInstructionsOfNEON(t *testing.T) {
	for _, want := range neonLoops {
		instructions, products := loop(t, listing(t, want.file, want.kernel))
		if instructions != want.instructions || products != want.products {
			t.Errorf("%s: %d instructions for %d multiplications in its loop, want %d for %d",
				want.kernel, instructions, products, want.instructions, want.products)
		}
	}
}

// listing is what the assembler makes of a kernel: an instruction in each line, with its place.
func listing(t *testing.T, file, kernel string) []string {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Skip("there is no go command to assemble with: ", err)
	}
	asm := exec.Command("go", "tool", "asm", "-p", "blas", "-I", filepath.Join(strings.TrimSpace(string(root)), "pkg", "include"),
		"-S", "-o", filepath.Join(t.TempDir(), "kernel.o"), file)
	asm.Env = append(os.Environ(), "GOOS=linux", "GOARCH=arm64")
	out, err := asm.Output()
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	_, text, found := strings.Cut(string(out), "\nblas."+kernel+" STEXT")
	if !found {
		_, text, found = strings.Cut("\n"+string(out), "\nblas."+kernel+" STEXT")
	}
	if !found {
		t.Fatalf("%s has no %s", file, kernel)
	}
	text, _, _ = strings.Cut(text, "\nblas.")
	return strings.Split(text, "\n")
}

var (
	instruction = regexp.MustCompile(`^\t0x[0-9a-f]{4} (\d{5}) \([^)]*\)\t([A-Z0-9.]+)\t?(.*)`)
	backwards   = regexp.MustCompile(`^R\d+, (\d+)$`)
)

// loop counts the instructions and the multiplications of the innermost loop that has most of them.
func loop(t *testing.T, lines []string) (instructions, products int) {
	t.Helper()
	var ops []string
	begin := 0 // after the last jump back
	for _, line := range lines {
		found := instruction.FindStringSubmatch(line)
		if found == nil || found[2] == "TEXT" || found[2] == "FUNCDATA" || found[2] == "PCDATA" {
			continue
		}
		at, _ := strconv.Atoi(found[1])
		if at != 4*len(ops) {
			t.Fatalf("the instruction at %d is the %dth: one takes more than four bytes", at, len(ops))
		}
		ops = append(ops, found[2])
		to := backwards.FindStringSubmatch(found[3])
		if found[2] != "CBNZ" || to == nil {
			continue
		}
		target, _ := strconv.Atoi(to[1])
		if first := target / 4; first < len(ops) && first >= begin {
			body := ops[first:]
			count := 0
			for _, op := range body {
				if op == "VFMLA" {
					count += 2
				}
			}
			if count > products {
				instructions, products = len(body), count
			}
			begin = len(ops)
		}
	}
	return instructions, products
}
