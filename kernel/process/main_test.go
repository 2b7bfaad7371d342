package process

import (
	"os"
	"testing"
)

// The tests start this program again as a guard, and as a process that is orphaned or killed: all get here first.
func TestMain(m *testing.M) {
	Guard()
	switch {
	case os.Getenv(orphanVariable) != "":
		waitAsOrphan()
	case os.Getenv(victimVariable) != "":
		startAndHang()
	default:
		os.Exit(m.Run())
	}
}
