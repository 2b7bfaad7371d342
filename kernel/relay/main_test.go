package relay

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"nekonote/kernel/judge"
	"nekonote/kernel/process"
)

// The relay starts its own program again as a guard and as a judge, and the tests start it as a kernel of its own, and as an
// engine in GoNB's place: all get here first.
func TestMain(m *testing.M) {
	process.Guard()
	if len(os.Args) > 1 && os.Args[1] == judge.Name {
		if err := (judge.Command{}).Run(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	if len(os.Args) > 2 && os.Args[1] == "-kernel" {
		if err := fakeEngine(os.Args[2]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	if file := os.Getenv("NEKONOTE_TEST_KERNEL"); file != "" {
		if self, err := os.Executable(); err == nil && os.Getenv("NEKONOTE_TEST_GONB") == self {
			halfPatience, stubborn = 5*time.Second, 3*time.Second // the fake engine has nothing to compile
		}
		if idle, err := time.ParseDuration(os.Getenv("NEKONOTE_TEST_GOPLS_IDLE")); err == nil {
			goplsIdle = idle
		}
		if err := Run(context.Background(), Options{ConnectionFile: file, GoNB: os.Getenv("NEKONOTE_TEST_GONB"), ModuleDir: os.Getenv("NEKONOTE_TEST_MODULE")}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	code := m.Run()
	if tools != "" {
		_ = os.RemoveAll(tools)
	}
	os.Exit(code)
}
