package setup

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
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

// sourcesKey changes with every file that the program and the cells are built from. Sizes and times stand for contents, so
// that a second start reads no file.
func sourcesKey(p Place) (string, error) {
	hash := sha256.New()
	_, _ = fmt.Fprintln(hash, runtime.Version(), p.Bin())
	for _, part := range []string{"go.mod", "kernel", "lessons", "nn", "plots"} {
		err := filepath.WalkDir(filepath.Join(p.Module, part), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			info, err := entry.Info()
			if err == nil {
				_, _ = fmt.Fprintln(hash, path, info.Size(), info.ModTime().UnixNano())
			}
			return err
		})
		if err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

func buildTools(p Place) error {
	return build(p, tools...)
}

func buildProgram(p Place) error {
	return run(p, p.Module, "go", "build", "-o", p.Program(), "./kernel")
}

func build(p Place, packages ...string) error {
	return run(p, p.Module, "go", append([]string{"build", "-o", p.Bin() + string(filepath.Separator)}, packages...)...)
}

// warmCache compiles what cells import, with the flags that cells are built with, so that the first is as fast as the
// tenth.
func warmCache(p Place) error {
	return run(p, p.Module, "go", "build", "./nn/...", "./plots/...", "./lessons/...")
}
