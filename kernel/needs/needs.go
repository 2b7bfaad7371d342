// Package needs says what a test needs of the machine. Where that is missing, plain `go test ./...` skips the test with
// the reason, and `go run ./kernel test`, which sets everything up, fails.
package needs

import (
	"os"
	"testing"

	"nekonote/kernel/setup"
)

// Variable is set, to anything, by `go run ./kernel test`: then nothing may be missing.
const Variable = "NEKONOTE_TEST_ALL"

// SetUp returns where everything lies, for a test that runs the real kernel or JupyterLab. What was set up from older
// sources is brought up to date first, so that nobody tests yesterday's program.
func SetUp(t testing.TB) setup.Place {
	t.Helper()
	place, err := setup.Locate()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(place.Program()); err != nil {
		missing(t, "nothing is set up in "+place.Folder)
	}
	if place, err = setup.Prepare(os.Stderr); err != nil {
		t.Fatal(err)
	}
	return place
}

// Chromium returns the browser, for a test that looks at what a learner sees.
func Chromium(t testing.TB) string {
	t.Helper()
	path, err := setup.Chromium()
	if err != nil {
		missing(t, err.Error())
	}
	return path
}

func missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv(Variable) != "" {
		t.Fatal(what)
	}
	t.Skip(what + "; `go run ./kernel test` sets up and runs this")
}
