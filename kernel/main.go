//go:build !windows

// Command nekonote is everything that is typed in a terminal: it opens the course in JupyterLab, and tests it.
//
// From a clone it is `go run ./kernel COMMAND`. Set-up keeps a built copy of it in Nekonote's private folder, which the
// kernelspec starts and scripts may call.
package main

import "nekonote/kernel/commands"

func main() { commands.Main() }
