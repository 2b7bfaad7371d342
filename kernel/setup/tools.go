package setup

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"strings"

	"nekonote/nn/words"
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
	return keyOf(mod, []byte(runtime.Version()), []byte(p.Folder)), nil
}

func buildTools(p Place) error {
	return run(p, p.Module, "go", append([]string{"build", "-buildvcs=false", "-o", p.Tools() + string(filepath.Separator)}, tools...)...)
}

func builtTools(p Place) []string {
	var files []string
	for _, tool := range tools {
		files = append(files, filepath.Join(p.Tools(), path.Base(tool)))
	}
	return files
}

// sourcesKey changes with every file that the program and the cells are built from. Sizes and times stand for contents, so
// that a second start reads no file.
func sourcesKey(p Place) (string, error) {
	hash := sha256.New()
	_, _ = fmt.Fprintln(hash, runtime.Version(), p.Home(), p.made.Go)
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

// buildProgram builds nekonote beside the running one and puts it in its place at once: a kernel may be starting it.
func buildProgram(p Place) error {
	if err := run(p, p.Module, "go", "build", "-buildvcs=false", "-o", p.Program()+".new", "./kernel"); err != nil {
		return err
	}
	return os.Rename(p.Program()+".new", p.Program())
}

func builtProgram(p Place) []string { return []string{p.Program()} }

// trialKey changes whenever a cell may run otherwise than at the last trial.
func trialKey(p Place) (string, error) {
	sources, err := sourcesKey(p)
	return keyOf([]byte(sources), []byte(p.made.Tools), p.spec(words.English)), err
}

// runTrial has the built program run a real cell in the real kernel, and says what it has tried. Only when that has worked is a
// set-up done. It does not get the lock as the other steps' programs do: it changes nothing that a next set-up would meet, and
// what comes of a kernel (gopls, say) could keep the lock for longer than the set-up lasts.
func runTrial(p Place) (string, error) {
	cmd := exec.Command(p.Program(), "trial")
	cmd.Dir = p.Folder
	out, err := cmd.CombinedOutput()
	said := strings.TrimSpace(string(out))
	if err != nil {
		return "", problem(words.T(said, said))
	}
	return said, nil
}
