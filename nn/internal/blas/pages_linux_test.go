package blas

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"syscall"
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
	if !notesAdvice(t) {
		t.Skip("this system does not say that it heeds the advice: it has no large pages, or is an emulation")
	}
	if flags := flagsOf(t, unsafe.Pointer(&many[len(many)/2])); !slices.Contains(flags, "hg") {
		t.Errorf("the numbers' memory has the flags %v, not hg", flags)
	}
}

// notesAdvice reports whether the system notes that large pages were asked for, by asking for some.
func notesAdvice(t *testing.T) bool {
	memory, err := syscall.Mmap(-1, 0, 2*largePage, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = syscall.Munmap(memory) }()
	return syscall.Madvise(memory, syscall.MADV_HUGEPAGE) == nil &&
		slices.Contains(flagsOf(t, unsafe.Pointer(&memory[0])), "hg")
}

// flagsOf reads what the system notes of the memory at p.
func flagsOf(t *testing.T, p unsafe.Pointer) []string {
	f, err := os.Open("/proc/self/smaps")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	at, inside := uintptr(p), false
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
