package blas

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unsafe"
)

// The system is asked for large pages in the middle of many numbers, and for nothing where there are few; the numbers stay.
func TestLargePages(t *testing.T) {
	LargePages(nil)
	few, many := make([]float64, 1000), make([]float64, 4*largePage/8)
	for i := range many {
		many[i] = float64(i)
	}
	LargePages(few)
	LargePages(many)
	for i, x := range many {
		if x != float64(i) {
			t.Fatalf("number %d became %v", i, x)
		}
	}
	flags := flagsOf(t, &many[len(many)/2])
	if _, err := os.Stat("/sys/kernel/mm/transparent_hugepage"); err != nil {
		t.Skip("this system has no large pages")
	}
	if !slices.Contains(flags, "hg") {
		t.Errorf("the numbers' memory has the flags %v, not hg", flags)
	}
}

// flagsOf reads what the system notes of the memory that x lies in.
func flagsOf(t *testing.T, x *float64) []string {
	f, err := os.Open("/proc/self/smaps")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	at, inside := uintptr(unsafe.Pointer(x)), false
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var begin, end uintptr
		if n, _ := fmt.Sscanf(lines.Text(), "%x-%x ", &begin, &end); n == 2 {
			inside = begin <= at && at < end
		}
		if flags, ok := strings.CutPrefix(lines.Text(), "VmFlags: "); ok && inside {
			return strings.Fields(flags)
		}
	}
	t.Fatal("/proc/self/smaps does not mention the memory")
	return nil
}
