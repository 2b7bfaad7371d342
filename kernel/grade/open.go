package grade

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"

	"nekonote/kernel/process"
	"nekonote/kernel/relay"
	"nekonote/nn/words"
)

// open starts a kernel without walls: a process group, a home, a temporary folder, caches and a library of its own, an environment
// of its own, limits on a file's size. It can reach whatever this user can.
func (g Grader) open(lang words.Lang) (*kernel, string, error) {
	s, err := readSpec(g.Place, lang)
	if err != nil {
		return nil, "", err
	}
	at := func(name string) string { return filepath.Join(g.room, name) }
	for _, name := range []string{"home", "tmp", "work", "run"} {
		if err := os.Mkdir(at(name), 0o700); err != nil {
			return nil, "", err
		}
	}
	file, err := relay.NewConnection(at("run"))
	if err != nil {
		return nil, "", err
	}
	argv := append([]string{"sh", "-c", limits, "sh"}, s.command(file)...)
	cmd := exec.Command(argv[0], argv[1:]...)
	cmd.Dir, cmd.Env = at("work"), g.environment(at("home"), at("tmp"), at("work"), s)
	process.NewGroup(cmd)
	if err := cmd.Start(); err != nil {
		return nil, "", err
	}
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(ended)
	}()
	stop := func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		<-ended
	}
	return &kernel{stop: stop, ended: ended}, file, nil
}

// limits keep a program from filling the disk with one file or with its remains, and from multiplying without end. The
// shells of Linux disagree about the letter of the last one, and macOS counts all processes of the user.
var limits = "ulimit -c 0; ulimit -f 2097152; " + map[bool]string{
	true: "ulimit -u 4096 2>/dev/null || ulimit -p 4096 2>/dev/null; ",
}[runtime.GOOS == "linux"] + `exec "$@"`
