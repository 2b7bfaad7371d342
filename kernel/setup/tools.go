package setup

import (
	"os"
	"path/filepath"
	"runtime"
)

// Tools are the programs that the kernel runs, as go.mod's tool lines name them.
var tools = []string{
	"github.com/janpfeifer/gonb",
	"golang.org/x/tools/cmd/goimports",
	"golang.org/x/tools/gopls",
}

func toolsKey(p Place) (string, error) {
	mod, err := os.ReadFile(filepath.Join(p.Module, "go.mod"))
	if err != nil {
		return "", err
	}
	return keyOf(mod, []byte(runtime.Version()), []byte(p.Bin())), nil
}

func buildTools(p Place) error {
	return build(p, tools...)
}

func buildProgram(p Place) error {
	return run(p.Module, "go", "build", "-o", p.Program(), "./kernel")
}

func build(p Place, packages ...string) error {
	return run(p.Module, "go", append([]string{"build", "-o", p.Bin() + string(filepath.Separator)}, packages...)...)
}

// warmCache compiles what cells import, with the flags that cells are built with, so that the first is as fast as the
// tenth.
func warmCache(p Place) error {
	return run(p.Module, "go", "build", "./nn/...", "./plots/...", "./lessons/...")
}
