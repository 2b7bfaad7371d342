package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// kernelCommand is the hidden `kernel`, which the kernelspec starts.
type kernelCommand struct {
	Connection string `arg:"" help:"The connection file that Jupyter writes."`
}

// Run prepares the environment of the cells and becomes GoNB, which compiles and runs them.
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
	// Cells leave debugging information out of what is linked: a cell starts in half the time.
	flags := strings.TrimSpace(os.Getenv("GOFLAGS") + " -ldflags=-w")
	for name, value := range map[string]string{
		"PATH":    bin + string(filepath.ListSeparator) + os.Getenv("PATH"),
		"GOFLAGS": flags,
	} {
		if err := os.Setenv(name, value); err != nil {
			return err
		}
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
	return syscall.Exec(gonb, []string{gonb, "-kernel", c.Connection, "-go_work", os.Getenv("NEKONOTE_MODULE")}, os.Environ())
}
