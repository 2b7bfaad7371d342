package process

import (
	"os"
	"testing"
)

// The tests start this program again as an orphan: it gets here first.
func TestMain(m *testing.M) {
	if os.Getenv(orphanVariable) != "" {
		waitAsOrphan()
		os.Exit(0)
	}
	os.Exit(m.Run())
}
