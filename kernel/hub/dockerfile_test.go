package hub_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// instruction is one of Dockerfile's: its word, and what follows, with the lines that it goes on in.
type instruction struct{ word, rest string }

// instructions reads a Dockerfile.
func instructions(text string) []instruction {
	text = regexp.MustCompile(`(?m)^\s*#.*\n`).ReplaceAllString(text, "")
	var all []instruction
	for line := range strings.Lines(strings.ReplaceAll(text, "\\\n", "")) {
		if word, rest, _ := strings.Cut(strings.TrimSpace(line), " "); word != "" {
			all = append(all, instruction{word, rest})
		}
	}
	return all
}

// image is one that is being made: a root that programs run in, and what they find there.
type image struct {
	t      *testing.T
	root   string
	reach  []string // how programs reach the network while it is made
	env    []string
	folder string
	user   string
	start  []string // ENTRYPOINT and CMD
}

// make does what an instruction says, as a container engine does.
func (i *image) make(n instruction) {
	i.t.Helper()
	switch n.word {
	case "FROM":
		i.base(n.rest)
	case "RUN":
		i.run(n.rest)
	case "COPY":
		from, to, _ := strings.Cut(n.rest, " ")
		i.copy(filepath.Join(here(i.t), "..", "..", from), to, strings.Fields(withoutComments(read(i.t, "Dockerfile.dockerignore"))))
	case "WORKDIR":
		i.folder = n.rest
		if err := os.MkdirAll(i.at(n.rest), 0o755); err != nil {
			i.t.Fatal(err)
		}
	case "ENV":
		i.env = append(i.env, strings.Fields(n.rest)...)
	case "USER":
		i.user = n.rest
	case "ENTRYPOINT", "CMD":
		var words []string
		if err := json.Unmarshal([]byte(n.rest), &words); err != nil {
			i.t.Fatal(err)
		}
		i.start = append(i.start, words...)
	default:
		i.t.Fatalf("Dockerfile says %s, which this test does not know", n.word)
	}
}

func withoutComments(text string) string {
	return regexp.MustCompile(`(?m)^#.*$`).ReplaceAllString(text, "")
}

func (i *image) at(inside string) string { return filepath.Join(i.root, inside) }

// copy copies a folder of this machine, as root's, but for what is ignored.
func (i *image) copy(from, to string, ignored []string) {
	i.t.Helper()
	entries, err := os.ReadDir(from)
	if err == nil {
		err = os.MkdirAll(i.at(to), 0o755)
	}
	if err != nil {
		i.t.Fatal(err)
	}
	left := map[string]bool{}
	for _, name := range ignored {
		if strings.ContainsAny(name, "/*!?[") {
			i.t.Fatalf("Dockerfile.dockerignore has %s: this test knows names", name)
		}
		left[name] = true
	}
	for _, entry := range entries {
		if left[entry.Name()] {
			continue
		}
		cmd := exec.Command("cp", "-R", "--preserve=mode,timestamps,links", filepath.Join(from, entry.Name()), i.at(to))
		if out, err := cmd.CombinedOutput(); err != nil {
			i.t.Fatalf("%v\n%s", err, out)
		}
	}
}

// inside starts a line of the shell in the root: in its folder, as its user, with its environment and no other, among processes of its own.
// What is mounted for it is seen by it alone, and gone with it.
const inside = `mount -t proc proc "$0/proc" && mount -t sysfs -o ro sysfs "$0/sys" && mount -t devpts -o newinstance,ptmxmode=0666 devpts "$0/dev/pts" &&
mount -t tmpfs -o mode=1777 tmpfs "$0/dev/shm" && exec "$1" --userspec="$2" "$0" /bin/sh -c 'cd "$0" && exec /bin/sh -c "$1"' "$3" "$4"`

func (i *image) command(line string) *exec.Cmd {
	i.t.Helper()
	chroot, err := exec.LookPath("chroot")
	if err != nil {
		i.t.Fatal(err)
	}
	cmd := exec.Command("unshare", "--mount", "--pid", "--ipc", "--fork", "--kill-child", "/bin/sh", "-c", inside, i.root, chroot, i.user, i.folder, line)
	cmd.Dir, cmd.Env = "/", append([]string{"HOME=" + i.home()}, i.env...)
	return cmd
}

// home is that of the user, which an engine looks up in the image.
func (i *image) home() string {
	for line := range strings.Lines(read(i.t, i.at("/etc/passwd"))) {
		if f := strings.Split(strings.TrimSpace(line), ":"); len(f) == 7 && (f[0] == i.user || f[2] == i.user) {
			return f[5]
		}
	}
	return "/"
}

func (i *image) run(line string) {
	i.t.Helper()
	cmd := i.command(line)
	cmd.Env = append(cmd.Env, i.reach...)
	if out, err := cmd.CombinedOutput(); err != nil {
		i.t.Fatalf("RUN %s: %v\n%s", line, err, out)
	}
}
