package relay

import (
	"context"
	"fmt"
	"os"
	"testing"
)

// The relay starts its own program again as a guard, and the tests start it as a kernel of its own: both get here first.
func TestMain(m *testing.M) {
	if file := os.Getenv("NEKONOTE_TEST_KERNEL"); file != "" || os.Getenv(guardVariable) != "" {
		if err := Run(context.Background(), Options{ConnectionFile: file, GoNB: os.Getenv("NEKONOTE_TEST_GONB"), ModuleDir: os.Getenv("NEKONOTE_TEST_MODULE")}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}
