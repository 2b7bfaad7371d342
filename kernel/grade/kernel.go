package grade

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"time"

	"nekonote/kernel/relay"
	"nekonote/kernel/scratch"
	"nekonote/kernel/setup"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// kernel is a running kernel with a private folder, the room, that holds its sockets, its home, its temporary files and
// the working directory of the cells.
type kernel struct {
	cmd    *exec.Cmd
	room   string
	ended  chan struct{}
	client *relay.Client
}

// startPatience is how long a kernel may take to answer first.
const startPatience = 90 * time.Second

// start starts the kernel that the kernelspec of a language names.
func (g Grader) start(ctx context.Context, lang words.Lang) (*kernel, error) {
	spec, err := readSpec(g.Place, lang)
	if err != nil {
		return nil, err
	}
	room, err := scratch.Make("nk-")
	if err != nil {
		return nil, err
	}
	k := &kernel{room: room, ended: make(chan struct{})}
	for _, name := range []string{"home", "tmp", "work", "run"} {
		if err := os.Mkdir(filepath.Join(room, name), 0o700); err != nil {
			return nil, errors.Join(err, k.clear())
		}
	}
	file, err := relay.NewConnection(filepath.Join(room, "run"))
	if err != nil {
		return nil, errors.Join(err, k.clear())
	}
	var argv []string
	for _, arg := range spec.Argv {
		argv = append(argv, strings.ReplaceAll(arg, "{connection_file}", file))
	}
	needed := append(g.Place.GoFolders(), g.Place.Folder)
	argv = contain(argv, needed, g.Hidden, room)
	k.cmd = exec.Command(argv[0], argv[1:]...)
	k.cmd.Dir, k.cmd.Env = filepath.Join(room, "work"), g.environment(room, spec)
	k.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := k.cmd.Start(); err != nil {
		return nil, errors.Join(err, k.clear())
	}
	go func() {
		_ = k.cmd.Wait()
		close(k.ended)
	}()
	starting, cancel := context.WithTimeout(ctx, startPatience)
	defer cancel()
	if k.client, err = relay.Connect(starting, file, k.ended); err != nil {
		return nil, errors.Join(err, k.end())
	}
	return k, nil
}

// spec is a kernel.json.
type spec struct {
	Argv []string          `json:"argv"`
	Env  map[string]string `json:"env"`
}

func readSpec(p setup.Place, lang words.Lang) (spec, error) {
	var s spec
	text, err := os.ReadFile(filepath.Join(p.Jupyter(), "kernels", notebook.Kernel(lang), "kernel.json"))
	if err == nil {
		err = json.Unmarshal(text, &s)
	}
	if err == nil && len(s.Argv) == 0 {
		err = errors.New("no argv in kernel.json")
	}
	return s, err
}

// environment is all that the kernel and the cells get to know of the teacher's environment: none of her tokens and keys.
// Their home and their temporary folder are private. Nothing is downloaded.
func (g Grader) environment(room string, s spec) []string {
	env := map[string]string{
		"PATH": os.Getenv("PATH"),
		"LANG": os.Getenv("LANG"),
		"HOME": filepath.Join(room, "home"), "TMPDIR": filepath.Join(room, "tmp"),
		"GOENV": "off", "GOPROXY": "off",
		"NEKONOTE_DIR": filepath.Join(room, "work"), "NEKONOTE_MEMORY": g.Memory,
		"NEKONOTE_CHECK_LIMIT": "20s",       // several notebooks at once make a machine slow
		"NBGRADER_EXECUTION":   "autograde", // the same random cases in each run
	}
	maps.Copy(env, s.Env)
	var list []string
	for name, value := range env {
		list = append(list, name+"="+value)
	}
	return list
}

// end ends the kernel and all that it has started, and removes the room.
func (k *kernel) end() error {
	if k.client != nil {
		_ = k.client.Shutdown()
		select {
		case <-k.ended:
		case <-time.After(10 * time.Second):
		}
		k.client.Close()
	}
	_ = syscall.Kill(-k.cmd.Process.Pid, syscall.SIGKILL)
	<-k.ended
	return k.clear()
}

// clear removes the room, also where a cell has taken its own rights away.
func (k *kernel) clear() error {
	if os.RemoveAll(k.room) == nil {
		return nil
	}
	_ = filepath.WalkDir(k.room, func(path string, entry fs.DirEntry, _ error) error {
		if entry != nil && entry.IsDir() {
			_ = os.Chmod(path, 0o700)
		}
		return nil
	})
	return os.RemoveAll(k.room)
}

var colours = regexp.MustCompile("\x1b\\[[0-9;]*m")

// explain is why a cell failed, in one line.
func explain(r relay.Reply) string {
	said := r.Value
	if said == "" && len(r.Trace) > 0 {
		said = r.Trace[0]
	}
	return oneLine(colours.ReplaceAllString(said, ""))
}
