package relay

import (
	_ "embed"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// GoNB starts go and gopls by their names. It finds programs of ours first, in a folder of the engine's: a gopls that does
// nothing, since the relay asks the one that all kernels share, and a go that builds most cells without the go command.

// goCommand builds a cell with the compiler and the linker alone: they need half of the time that the go command takes, which
// looks at every package again, and the packages of the library do not change. Where anything is not as it must be, and where
// they find a fault, the go command builds the cell as if nothing had been. The program of the engine's start, which makes it
// know the library and does nothing, is not built at all.
//
//go:embed commands/go.sh
var goCommand string

//go:embed commands/gopls.sh
var goplsCommand string

// readyFile is there as soon as the engine is ready for cells.
const readyFile = "ready"

// commands lays our own programs into a folder of the engine's, and returns the PATH that finds them first.
func commands(room string, o Options) (path string, err error) {
	bin := filepath.Join(room, "bin")
	if err := os.Mkdir(bin, 0o700); err != nil {
		return "", err
	}
	all := map[string]string{"gopls": strings.ReplaceAll(goplsCommand, "@gopls@", quoted(filepath.Join(filepath.Dir(o.GoNB), "gopls")))}
	if real, err := exec.LookPath("go"); err == nil {
		if real, err = filepath.Abs(real); err == nil {
			archives := o.Archives
			if runtime.GOOS != "linux" { // elsewhere programs are linked otherwise
				archives = ""
			}
			all["go"] = strings.NewReplacer("@go@", quoted(real), "@ready@", quoted(filepath.Join(room, readyFile)), "@archives@", quoted(archives)).Replace(goCommand)
		}
	}
	for name, script := range all {
		if err := os.WriteFile(filepath.Join(bin, name), []byte(script), 0o700); err != nil {
			return "", err
		}
	}
	return "PATH=" + bin + string(os.PathListSeparator) + os.Getenv("PATH"), nil
}

// quoted is a text as the shell reads it.
func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }
