package setup

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"

	"nekonote/nn/words"
)

// MayInstall reports whether Install can work here: there is apt, and this is root.
func MayInstall() bool {
	_, found := aptGet()
	return found && os.Geteuid() == 0
}

// apt waits for another apt that installs, but not for one that reads the lists.
var oneApt sync.Mutex

// Install installs packages of the system, by apt, as root.
func Install(w io.Writer, packages ...string) error {
	oneApt.Lock()
	defer oneApt.Unlock()
	apt, _ := aptGet()
	_, _ = fmt.Fprintf(w, "   %s\n", installCommand(packages))
	for _, args := range [][]string{
		{"update"},
		append([]string{"install", "-y", "--no-install-recommends"}, packages...),
	} {
		cmd := exec.Command(apt, append([]string{"-q", "-o", "Acquire::Retries=3", "-o", "DPkg::Lock::Timeout=300"}, args...)...)
		cmd.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
		if out, err := cmd.CombinedOutput(); err != nil {
			return problem(words.T(
				"%s could not be installed. apt said:\n%s",
				"%s をインストールできませんでした。apt の出力：\n%s",
			).Fill(strings.Join(packages, " "), out))
		}
	}
	return nil
}

// installCommand is what one would type instead.
func installCommand(packages []string) string {
	return "apt-get update && apt-get install -y --no-install-recommends " + strings.Join(packages, " ")
}

func aptGet() (string, bool) {
	path, err := exec.LookPath("apt-get")
	return path, err == nil
}
