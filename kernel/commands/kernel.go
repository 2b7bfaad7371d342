package commands

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"nekonote/kernel/relay"
)

// kernelCommand is the hidden `kernel`, which the kernelspec starts.
type kernelCommand struct {
	Connection string `arg:"" help:"The connection file that Jupyter writes." ja:"Jupyter が書く接続ファイル。"`
}

// Run prepares the environment of the cells and relays between Jupyter and GoNB until Jupyter ends the kernel.
func (c *kernelCommand) Run() error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	bin := filepath.Dir(program)
	gonb := filepath.Join(bin, "gonb")
	if _, err := os.Stat(gonb); err != nil {
		return fmt.Errorf("the kernel's engine is missing (%w). Run: go run ./kernel lab", err)
	}
	// GoNB looks for goimports and gopls on PATH.
	if err := os.Setenv("PATH", bin+string(filepath.ListSeparator)+os.Getenv("PATH")); err != nil {
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
	return relay.Run(context.Background(), relay.Options{
		ConnectionFile: c.Connection, GoNB: gonb, ModuleDir: os.Getenv("NEKONOTE_MODULE"),
	})
}
