package commands

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"time"

	"nekonote/kernel/setup"
)

// newMachine is the gate for what no other test sees, since they run where the tests have run before: a machine on which
// nothing of the course ever was. Its home, its caches and its temporary folder are empty, its user is not root, and there
// is no C compiler. What README says is done there, then graded without the network.
func newMachine(module string, out io.Writer) (err error) {
	m, err := unpack(module, out)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, m.clear()) }()
	for _, part := range []struct {
		what string
		run  func() error
	}{
		{"the first start of lab, from nothing", func() error { return m.lab("go", "run", "./kernel") }},
		{"the second start, without the network", func() error { return m.lab("go", "run", "./kernel") }},
		{"doctor", m.doctor},
		{"a solved notebook of each week, without the network", m.grade},
		{"a set-up for all users, used by another one", m.shared},
		{"a hub on it, for two users of the machine", func() error { return m.hub(module, out) }},
	} {
		_, _ = fmt.Fprintf(out, "   %s\n", part.what)
		began := time.Now()
		if err := part.run(); err != nil {
			return fmt.Errorf("%s: %w", part.what, err)
		}
		_, _ = fmt.Fprintf(out, "   %.1f s\n", time.Since(began).Seconds())
	}
	return nil
}

// machine is the new machine: a folder with all that its user has.
type machine struct {
	root    string
	user    *syscall.Credential // nil where the tests do not run as root: then it is whoever runs them
	path    string
	offline bool // from the first set-up on
}

// someone are ids that nobody has.
const someone, someoneElse = 54321, 54322

// unpack makes the machine: the files that git knows or would add, and links to the few programs that a newcomer has.
func unpack(module string, out io.Writer) (*machine, error) {
	root, err := os.MkdirTemp("/tmp", "nk-new-")
	if err != nil {
		return nil, err
	}
	m := &machine{root: root, path: filepath.Join(root, "bin")}
	files, err := snapshot(module)
	if err != nil {
		return nil, err
	}
	for name, content := range files {
		if content == nil {
			continue
		}
		path := filepath.Join(m.clone(), name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, content, 0o644)); err != nil {
			return nil, err
		}
	}
	for _, dir := range []string{"home", "tmp", "bin"} {
		if err := os.Mkdir(filepath.Join(root, dir), 0o755); err != nil {
			return nil, err
		}
	}
	if os.Geteuid() == 0 {
		m.user = &syscall.Credential{Uid: someone, Gid: someone}
		if err := errors.Join(os.Chmod(root, 0o755), m.give(root, someone)); err != nil {
			return nil, err
		}
	}
	for _, name := range []string{"go", "python3", "git", "sh", "env", "uname"} {
		err := m.link(name)
		if err != nil && name == "python3" && setup.MayInstall() { // root's own Python may lie in root's home
			if err = setup.Install(out, "python3", "python3-venv"); err == nil {
				err = m.link(name)
			}
		}
		if err != nil {
			return nil, err
		}
	}
	return m, nil
}

func (m *machine) clone() string  { return filepath.Join(m.root, "nekonote") }
func (m *machine) cache() string  { return filepath.Join(m.root, "home", ".cache", "nekonote") }
func (m *machine) prefix() string { return filepath.Join(m.root, "everyone") }

// give makes everything below a folder a user's own.
func (m *machine) give(folder string, uid int) error {
	return filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Lchown(path, uid, uid))
	})
}

// link puts a program on the machine's PATH: the first that its user may run, since one in root's home is not hers.
func (m *machine) link(name string) error {
	for _, dir := range append(filepath.SplitList(os.Getenv("PATH")), "/usr/local/bin", "/usr/bin", "/bin") {
		program := filepath.Join(dir, name)
		cmd := exec.Command(program, map[string][]string{
			"go": {"version"}, "python3": {"-c", "import venv, ensurepip"}, "git": {"version"}, "env": {}, "uname": {}, "sh": {"-c", ":"},
		}[name]...)
		cmd.Dir, cmd.SysProcAttr = "/", &syscall.SysProcAttr{Credential: m.user}
		if cmd.Run() == nil {
			return os.Symlink(program, filepath.Join(m.path, name))
		}
	}
	return fmt.Errorf("a user who is not root has no %s here that works", name)
}

// command is a command in the clone, as the machine's user runs it.
func (m *machine) command(name string, args ...string) *exec.Cmd {
	if !strings.Contains(name, "/") {
		name = filepath.Join(m.path, name)
	}
	cmd := exec.Command(name, args...)
	cmd.Dir = m.clone()
	cmd.Env = []string{"PATH=" + m.path, "HOME=" + filepath.Join(m.root, "home"), "TMPDIR=" + filepath.Join(m.root, "tmp")}
	for _, pair := range os.Environ() {
		// How this machine reaches the network, or may not.
		if variable, _, _ := strings.Cut(pair, "="); reaching.MatchString(variable) {
			cmd.Env = append(cmd.Env, pair)
		}
	}
	if m.offline {
		cmd.Env = append(cmd.Env, "GOPROXY=off", "PIP_NO_INDEX=1")
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: m.user, Setpgid: true}
	return cmd
}

var reaching = regexp.MustCompile(`(?i)^(https?_proxy|no_proxy|GOPROXY|GOSUMDB|GONOSUMDB|GOPRIVATE|GONOPROXY|PIP_(INDEX_URL|EXTRA_INDEX_URL|CERT|FIND_LINKS|TRUSTED_HOST|DEFAULT_TIMEOUT)|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE)$`)

// unplugged makes a command run where there is no network at all, as far as this machine lets us: that takes root, and Linux.
func unplugged(cmd *exec.Cmd) {
	who := cmd.SysProcAttr.Credential
	setpriv, err := exec.LookPath("setpriv")
	if who == nil || err != nil || exec.Command("unshare", "--net", setpriv, "--clear-groups", "true").Run() != nil {
		return
	}
	wrapped := exec.Command("unshare", append([]string{
		"--net", setpriv, fmt.Sprint("--reuid=", who.Uid), fmt.Sprint("--regid=", who.Gid), "--clear-groups", "--",
	}, append([]string{cmd.Path}, cmd.Args[1:]...)...)...)
	cmd.Path, cmd.Args = wrapped.Path, wrapped.Args
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
}

// said runs a command and returns what it printed; where it fails, that is in the error.
func said(cmd *exec.Cmd) (string, error) {
	out, err := cmd.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%s: %w\n%s", strings.Join(cmd.Args, " "), err, out)
	}
	return string(out), nil
}

// lab starts JupyterLab, waits until it says its address, and stops it.
func (m *machine) lab(program ...string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 15*time.Minute)
	defer cancel()
	cmd := m.command(program[0], append(program[1:], "lab", "--no-browser")...)
	out, err := os.Create(filepath.Join(m.root, "lab.log"))
	if err != nil {
		return err
	}
	defer out.Close()
	cmd.Stdout, cmd.Stderr = out, out
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+/\S*token=\w+`)
	for {
		text, err := os.ReadFile(out.Name())
		if err != nil {
			return err
		}
		if address.Match(text) {
			break
		}
		select {
		case err := <-ended:
			return fmt.Errorf("lab ended (%w):\n%s", errors.Join(err, errors.New("no address")), text)
		case <-ctx.Done():
			_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
			return fmt.Errorf("lab says no address:\n%s", text)
		case <-time.After(200 * time.Millisecond):
		}
	}
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM)
	<-ended
	m.offline = true
	return nil
}

// doctor finds nothing missing; the browser is for the tests.
func (m *machine) doctor() error {
	out, err := said(m.command(filepath.Join(m.cache(), "bin", "nekonote"), "doctor"))
	if err == nil && !strings.Contains(out, "✓ cell") {
		err = fmt.Errorf("doctor ran no cell:\n%s", out)
	}
	return err
}

// oneEachWeek are the notebooks that are graded.
var oneEachWeek = []string{
	"week1-derivatives-and-logistic-regression", "week2-logistic-regression-cats", "week3-one-hidden-layer", "week4-building-blocks",
}

// grade grades solved notebooks: every one has all its points.
func (m *machine) grade() error {
	program := filepath.Join(m.cache(), "bin", "nekonote")
	solved := filepath.Join(m.root, "home", "solved")
	if _, err := said(m.command(program, "notebooks", "--solved", solved)); err != nil {
		return err
	}
	args := []string{"grade", "--without-walls"}
	for _, name := range oneEachWeek {
		args = append(args, filepath.Join(solved, name+".ipynb"))
	}
	cmd := m.command(program, args...)
	unplugged(cmd)
	out, err := said(cmd)
	if err == nil && strings.Count(out, "100 of 100 points") != len(oneEachWeek) {
		err = fmt.Errorf("not all points:\n%s", out)
	}
	return err
}

// shared sets up for all users, with Go's caches as the first one has filled them, and has another user, in an empty home,
// grade and open JupyterLab with that. She can change nothing of it.
func (m *machine) shared() error {
	for from, to := range map[string]string{
		filepath.Join(m.root, "home", ".cache", "go-build"): filepath.Join(m.prefix(), "go", "build"),
		filepath.Join(m.root, "home", "go", "pkg", "mod"):   filepath.Join(m.prefix(), "go", "mod"),
	} {
		if err := os.CopyFS(to, os.DirFS(from)); err != nil {
			return err
		}
	}
	if m.user != nil {
		if err := m.give(m.prefix(), someone); err != nil {
			return err
		}
	}
	m.offline = false // pip fetches again
	if _, err := said(m.command("go", "run", "./kernel", "setup", "--prefix", m.prefix())); err != nil {
		return err
	}
	if err := closedToOthers(m.prefix()); err != nil {
		return err
	}
	if m.user == nil {
		return nil // there is no other user to be
	}
	other := *m
	other.root, other.offline = filepath.Join(m.root, "other"), true
	for _, dir := range []string{"home", "tmp", "nekonote"} {
		if err := os.MkdirAll(filepath.Join(other.root, dir), 0o755); err != nil {
			return err
		}
	}
	other.user = &syscall.Credential{Uid: someoneElse, Gid: someoneElse}
	if err := m.give(other.root, someoneElse); err != nil {
		return err
	}
	program := filepath.Join(m.prefix(), "bin", "nekonote")
	if err := other.lab(program); err != nil {
		return err
	}
	solved := filepath.Join(other.root, "home", "solved")
	if _, err := said(other.command(program, "notebooks", "--solved", solved)); err != nil {
		return err
	}
	cmd := other.command(program, "grade", "--without-walls", filepath.Join(solved, oneEachWeek[0]+".ipynb"))
	unplugged(cmd)
	_, err := said(cmd)
	return err
}

// closedToOthers reports what in a folder others could change or could not read.
func closedToOthers(folder string) error {
	var wrong []string
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.Type()&fs.ModeSymlink != 0 {
			return err
		}
		info, err := entry.Info()
		if err == nil && (info.Mode()&0o022 != 0 || info.Mode()&0o044 != 0o044 || entry.IsDir() && info.Mode()&0o011 != 0o011) {
			wrong = append(wrong, fmt.Sprint(info.Mode(), " ", path))
		}
		return err
	})
	if len(wrong) > 0 {
		return fmt.Errorf("others can change, or cannot read, %d files, such as %s", len(wrong), wrong[0])
	}
	return err
}

// clear removes the machine; Go keeps its modules read-only.
func (m *machine) clear() error {
	_ = filepath.WalkDir(m.root, func(path string, entry fs.DirEntry, _ error) error {
		if entry != nil && entry.IsDir() {
			_ = os.Chmod(path, 0o700)
		}
		return nil
	})
	return os.RemoveAll(m.root)
}
