package remember

import (
	"testing"
	"testing/fstest"

	"nekonote/lessons/internal/sources"
)

// TestTheKeyChangesWithTheCoursesCode: a network that was trained by week4.Blocks is trained anew when they are mended.
func TestTheKeyChangesWithTheCoursesCode(t *testing.T) {
	paths := []string{"nekonote/lessons/week9", "nekonote/nn"}
	register := func(code, test string) string {
		sources.Register("nekonote/lessons/week9", fstest.MapFS{"blocks.go": {Data: []byte(code)}, "blocks_test.go": {Data: []byte(test)}})
		return codeOf(paths)
	}
	first := register("package week9", "package week9")
	if register("package week9 // mended", "package week9") == first {
		t.Error("mended code gives the same key")
	}
	if register("package week9", "package week9 // another test") != first {
		t.Error("another test gives another key")
	}
}
