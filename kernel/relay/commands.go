package relay

import (
	_ "embed"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"nekonote/kernel/relay/stdio"
)

// GoNB starts go and gopls by their names. It finds programs of ours first, in a folder of the engine's: a gopls that does
// nothing, since the relay asks the one that all kernels share, and a go that builds nothing as long as the engine is not ready
// for cells (see quick.go for what takes its place then).

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
	all := map[string]string{"gopls": strings.ReplaceAll(goplsCommand, "@gopls@", stdio.Quoted(filepath.Join(filepath.Dir(o.GoNB), "gopls")))}
	if real, err := exec.LookPath("go"); err == nil && there("rm", "chmod") {
		if real, err = filepath.Abs(real); err == nil {
			all["go"] = strings.NewReplacer("@go@", stdio.Quoted(real), "@ready@", stdio.Quoted(filepath.Join(room, readyFile))).Replace(goCommand)
		}
	}
	for name, script := range all {
		if err := os.WriteFile(filepath.Join(bin, name), []byte(script), 0o700); err != nil {
			return "", err
		}
	}
	return "PATH=" + bin + string(os.PathListSeparator) + os.Getenv("PATH"), nil
}

// there reports whether all of these programs are: a learner's PATH may hold less than usual, and what is quicker with them works
// without.
func there(programs ...string) bool {
	for _, name := range programs {
		if _, err := exec.LookPath(name); err != nil {
			return false
		}
	}
	return true
}
