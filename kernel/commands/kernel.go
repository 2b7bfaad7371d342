package commands

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"nekonote/kernel/relay"
	"nekonote/kernel/setup"
)

// kernelCommand is the hidden `kernel`, which the kernelspec starts.
type kernelCommand struct {
	Connection string `arg:"" help:"The connection file that Jupyter writes." ja:"Jupyter が書く接続ファイル。"`
}

// Run prepares the environment of the cells and relays between Jupyter and GoNB until Jupyter ends the kernel.
func (c *kernelCommand) Run() error {
	debug.SetGCPercent(50) // a class has forty of these beside one another, and each has little to clear up
	place, err := setup.Locate()
	if err != nil {
		return err
	}
	if os.Getenv("NEKONOTE_DIR") == "" {
		here, err := os.Getwd()
		if err != nil {
			return err
		}
		if err := os.Setenv("NEKONOTE_DIR", here); err != nil {
			return err
		}
	}
	// The relay, GoNB, gopls and the cells all inherit what they see here.
	environ := place.Environ(os.Environ())
	os.Clearenv()
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		if err := os.Setenv(name, value); err != nil {
			return err
		}
	}
	gonb := filepath.Join(place.Tools(), "gonb")
	if _, err := os.Stat(gonb); err != nil {
		return fmt.Errorf("the kernel's engine is missing (%w). Run: go run ./kernel lab", err)
	}
	offered, err := place.Offered()
	if err != nil {
		return fmt.Errorf("the library for the cells is missing (%w). Run: go run ./kernel lab", err)
	}
	return relay.Run(context.Background(), relay.Options{
		ConnectionFile: c.Connection, GoNB: gonb, ModuleDir: place.Library(), Offered: offered, Archives: place.Archives(),
	})
}
