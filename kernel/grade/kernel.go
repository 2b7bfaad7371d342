package grade

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"nekonote/kernel/relay"
	"nekonote/kernel/setup"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// kernel is a running kernel.
type kernel struct {
	stop   func() // ends it and all that it has started
	ended  <-chan struct{}
	client *relay.Client
}

// startPatience is how long a kernel may take to answer first.
const startPatience = 90 * time.Second

// start starts the kernel that the kernelspec of a language names: behind walls, or, where the teacher has said that there need be
// none, in folders of its own.
func (g Grader) start(ctx context.Context, lang words.Lang) (*kernel, error) {
	begin := g.walled
	if g.Open {
		begin = g.open
	}
	k, file, err := begin(lang)
	if err != nil {
		return nil, err
	}
	starting, cancel := context.WithTimeout(ctx, startPatience)
	defer cancel()
	if k.client, err = relay.Connect(starting, file, k.ended); err != nil {
		k.end()
		return nil, err
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

// environment is all that the kernel and the cells get to know of the teacher's environment: none of her tokens and keys. Nothing
// is downloaded.
func (g Grader) environment(home, tmp, work string, s spec) []string {
	env := map[string]string{
		"PATH": os.Getenv("PATH"), "LANG": os.Getenv("LANG"), "HOME": home, "TMPDIR": tmp,
		"GOENV": "off", "GOPROXY": "off",
		"NEKONOTE_DIR": work, "NEKONOTE_MEMORY": g.Memory,
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

// command is what the kernelspec starts, with its connection file.
func (s spec) command(file string) []string {
	var argv []string
	for _, arg := range s.Argv {
		argv = append(argv, strings.ReplaceAll(arg, "{connection_file}", file))
	}
	return argv
}

// end ends the kernel and all that it has started.
func (k *kernel) end() {
	if k.client != nil {
		_ = k.client.Shutdown()
		select {
		case <-k.ended:
		case <-time.After(10 * time.Second):
		}
		k.client.Close()
	}
	k.stop()
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
