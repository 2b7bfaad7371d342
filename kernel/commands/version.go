package commands

import (
	"fmt"
	"runtime"

	"nekonote/nn/version"
)

// versionCommand is `version`.
type versionCommand struct{}

// Run says which Nekonote this is, built with which Go for which machine, as a report of a fault should begin.
func (c *versionCommand) Run() error {
	_, err := fmt.Printf("nekonote %s (%s, %s/%s)\n", version.Number, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
