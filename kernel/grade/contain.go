package grade

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"nekonote/nn/words"
)

// What strangers' code may do. Everywhere, a notebook runs in a process group, a home and a temporary folder of its own,
// knows nothing of the teacher's environment, and has limits on time, memory and the size of a file. Where bubblewrap
// works (Linux), it also sees a file system that it cannot write to, without the teacher's home and without the other
// submissions, no network and no processes but its own; and nothing of it outlives it.

// bubblewrap is the program that walls a notebook in, or "" with the reason where it does not work.
var bubblewrap = sync.OnceValues(func() (path string, why words.Text) {
	path, err := exec.LookPath("bwrap")
	if err != nil {
		return "", sayNoWall
	}
	// Some systems and most containers forbid it.
	if out, err := exec.Command(path, append(walls(), "true")...).CombinedOutput(); err != nil {
		return "", sayWallFails.Fill(oneLine(string(out)))
	}
	return path, words.Text{}
})

var (
	sayNoWall = words.T("bubblewrap (bwrap) is not installed",
		"bubblewrap（bwrap）がインストールされていません")
	sayWallFails = words.T("bubblewrap (bwrap) does not work here: %s",
		"bubblewrap（bwrap）が使えません：%s")
	sayOpen = words.T("Note: the notebooks can read and write your files and use the network, because %s. "+
		"Grade notebooks of strangers on a machine where it works, or on one that you can throw away; see TEACHING.md.",
		"注意：ノートブックはあなたのファイルとネットワークを使えます。%s。"+
			"ほかの人のノートブックは、これが使える環境か、捨ててもよい環境で採点してください（TEACHING.ja.md）。")
)

// walls are the arguments that let a program see the whole file system, but write nowhere, and speak to nobody.
func walls() []string {
	return []string{
		"--unshare-all", "--die-with-parent", "--new-session", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc",
		"--tmpfs", "/tmp", "--tmpfs", "/run",
	}
}

// contain returns the command that runs argv walled in, as far as this machine can. needed are the folders that it reads,
// hidden those that it is not to see, and room the one that it may write to.
func contain(argv, needed, hidden []string, room string) []string {
	argv = append([]string{"sh", "-c", limits, "sh"}, argv...)
	program, _ := bubblewrap()
	if program == "" {
		return argv
	}
	args := append([]string{program}, walls()...)
	if home, err := os.UserHomeDir(); err == nil {
		hidden = append(slices.Clone(hidden), home)
	}
	// What is hidden may lie in what is needed (a folder of submissions in the clone), or the other way round (the clone in
	// the home): the outer comes first.
	folders := map[string]string{}
	for _, dir := range resolved(hidden) {
		folders[dir] = "--tmpfs"
	}
	for _, dir := range resolved(needed) {
		folders[dir] = "--ro-bind"
	}
	for _, dir := range slices.Sorted(maps.Keys(folders)) {
		args = append(args, folders[dir])
		if folders[dir] == "--ro-bind" {
			args = append(args, dir)
		}
		args = append(args, dir)
	}
	return append(append(args, "--bind", room, room, "--"), argv...)
}

// limits keep a program from filling the disk with one file or with its remains, and from multiplying without end. The
// shells of Linux disagree about the letter of the last one, and macOS counts all processes of the user.
var limits = "ulimit -c 0; ulimit -f 2097152; " + map[bool]string{
	true: "ulimit -u 4096 2>/dev/null || ulimit -p 4096 2>/dev/null; ",
}[runtime.GOOS == "linux"] + `exec "$@"`

// resolved follows symbolic links, for a wall stands at the place itself, and leaves out what is not there.
func resolved(dirs []string) []string {
	var all []string
	for _, dir := range dirs {
		abs, err := filepath.Abs(dir)
		if err != nil || dir == "" {
			continue
		}
		if real, err := filepath.EvalSymlinks(abs); err == nil && real != "/" {
			all = append(all, real)
		}
	}
	return all
}
