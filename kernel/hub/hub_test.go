// Package hub_test tries what README.md says for one machine: JupyterHub as root, with learners who are users of the machine.
package hub_test

import (
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/kernel/setup"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// prefixVariable names the set-up for all users that the hub's learners share. Making one takes minutes: `go run ./kernel test` makes
// one for the gate "a new machine", which lends it to this test.
const prefixVariable = "NEKONOTE_HUB_PREFIX"

// A learner of the test: a user of the machine whose home others may look into, as many machines have it.
type learner struct {
	name string
	uid  int
	lang words.Lang
	home string

	browser *http.Client // in which she has logged in
}

// TestTwoLearnersOnOneMachine starts the hub with its own configuration, and has two learners of different languages start their
// servers. Each gets the notebooks in her language and a first verdict; neither changes the library or reads what is the other's.
func TestTwoLearnersOnOneMachine(t *testing.T) {
	prefix := os.Getenv(prefixVariable)
	if prefix == "" {
		t.Skipf("%s names no set-up for all users; `go run ./kernel test \"a new machine\"` makes one and runs this", prefixVariable)
	}
	mayRun(t)
	root := t.TempDir()
	if err := openTo(root); err != nil {
		t.Fatal(err)
	}
	english, japanese := &learner{name: "learner-en", uid: 54331, lang: words.English}, &learner{name: "learner-ja", uid: 54332, lang: words.Japanese}
	for _, l := range []*learner{english, japanese} {
		l.home = filepath.Join(root, l.name)
		if err := os.Mkdir(l.home, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Chown(l.home, l.uid, l.uid); err != nil {
			t.Fatal(err)
		}
	}
	h := start(t, prefix, root, english, japanese)
	h.knows(filepath.Join(root, "hub", "bin", "python"))
	h.learn(prefix, os.TempDir(), english, japanese)
}

// learn has learners come in, start their servers and get a first verdict, each in her language. Then each tries what she can do to what all
// share, to what is another's, and to another's kernel.
func (h *hub) learn(shared, temporary string, learners ...*learner) {
	t := h.t
	t.Helper()
	for _, l := range learners {
		h.enter(l)
		h.spawn(l)
		h.speaks(l)
		said := h.run(l, firstCheck(t, l.lang)...)
		if want := words.T("✓ Correct", "✓ 正解").In(l.lang); !strings.Contains(said, want) {
			t.Errorf("%s: the first verdict is\n%s\nwant %q", l.name, said, want)
		}
	}
	for i, l := range learners {
		other := learners[(i+1)%len(learners)]
		if status, page := h.visits(l, l); status != http.StatusOK || !strings.Contains(page, notebook.Kernel(l.lang)) {
			t.Errorf("%s does not see her own kernels: %d\n%s", l.name, status, page)
		}
		if status, page := h.visits(l, other); status < 400 || strings.Contains(page, notebook.Kernel(other.lang)) {
			t.Errorf("%s sees the kernels of %s: %d\n%s", l.name, other.name, status, page)
		}
		if said := h.run(l, touching(shared, other, temporary)); !strings.Contains(said, "looked at") || strings.Contains(said, "!") {
			t.Errorf("what %s can do to the library and to %s:\n%s", l.name, other.name, said)
		}
	}
}

// mayRun skips where no such hub can be, and installs Node.js where it is missing.
func mayRun(t *testing.T) {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("a hub whose learners are users of the machine is root's")
	}
	if out, err := exec.Command("unshare", "--mount", "true").CombinedOutput(); err != nil {
		t.Skipf("this machine gives no program a view of its own, and the test adds no users to it: unshare --mount: %v %s", err, out)
	}
	if _, err := exec.LookPath("npm"); err != nil {
		if err := setup.Install(os.Stdout, "nodejs", "npm"); err != nil {
			t.Fatal(err)
		}
	}
}

// oneMachine are the lines that README.md has root type for one machine, from behind the set-up for all users to the hub's start,
// with the folders of the test in the place of the machine's.
func oneMachine(t *testing.T, prefix, root string) []string {
	t.Helper()
	_, section, _ := strings.Cut(read(t, "README.md"), "## One machine")
	_, block, _ := strings.Cut(section, "```\n")
	block, _, _ = strings.Cut(block, "```")
	lines := strings.Split(strings.TrimSpace(block), "\n")
	if len(lines) < 3 || !strings.HasPrefix(lines[0], "go run ./kernel setup --prefix /opt/nekonote") || !strings.Contains(lines[len(lines)-1], " jupyterhub -f ") {
		t.Fatalf("README.md has no lines for one machine any more:\n%s", block)
	}
	folders := strings.NewReplacer("/opt/nekonote", prefix, "/opt/hub", filepath.Join(root, "hub"), "/usr/local", filepath.Join(root, "local"))
	for i, line := range lines {
		lines[i] = folders.Replace(line)
	}
	return lines[1:]
}

// firstCheck are the cells of the first notebook with exercises, solved, up to its first check.
func firstCheck(t *testing.T, lang words.Lang) []string {
	t.Helper()
	for _, lesson := range notebook.All {
		book, err := lesson.Notebook(lang, true)
		if err != nil {
			t.Fatal(err)
		}
		var cells []string
		for _, cell := range book.Cells {
			if cell.Type != "code" {
				continue
			}
			cells = append(cells, string(cell.Source))
			if _, role := cell.Exercise(); role == notebook.Check {
				return cells
			}
		}
	}
	t.Fatal("no notebook has a check")
	return nil
}

// touching is a cell that walks over the set-up, another's home and the folder of temporary files, each on its own disk, and prints a line with "!" for
// each file there that it can write to, and for each of the other's that it can read.
func touching(prefix string, other *learner, temporary string) string {
	return fmt.Sprintf(`import (
	"io/fs"
	"path/filepath"
	"syscall"
)

count := 0
for _, folder := range []string{%q, %q, %q} {
	var device uint64
	filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.Type()&fs.ModeSymlink != 0 {
			return nil
		}
		info, err := entry.Info()
		if err != nil {
			return nil
		}
		if at := info.Sys().(*syscall.Stat_t).Dev; path == folder {
			device = at
		} else if entry.IsDir() && at != device { // such as a /proc in a root that somebody makes there
			return filepath.SkipDir
		}
		owner := int(info.Sys().(*syscall.Stat_t).Uid)
		if owner == os.Getuid() {
			return nil
		}
		if folder == %[3]q && path != folder && entry.IsDir() && owner != %[4]d && info.Mode()&0o002 == 0 {
			return filepath.SkipDir // the other has nothing there
		}
		count++
		foreign := folder != %[3]q || owner == %[4]d
		if foreign && info.Mode()&fs.ModeSticky == 0 && syscall.Access(path, 2) == nil {
			fmt.Println("! can be changed:", path)
		}
		_, unlike := os.Stat("/etc/skel/" + filepath.Base(path)) // what every new home of the machine has
		if foreign && folder != %[1]q && unlike != nil && entry.Type().IsRegular() && syscall.Access(path, 4) == nil {
			fmt.Println("! can be read:", path)
		}
		return nil
	})
}
fmt.Println(count, "files were looked at")`, prefix, other.home, temporary, other.uid)
}

// openTo lets every user into the folders above a temporary one.
func openTo(folder string) error {
	for ; strings.HasPrefix(folder, os.TempDir()+"/"); folder = filepath.Dir(folder) {
		if err := os.Chmod(folder, 0o755); err != nil {
			return err
		}
	}
	return nil
}
