package walls

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestMain(m *testing.M) {
	Enter()
	os.Exit(m.Run())
}

// need skips a test where there are no walls.
func need(t *testing.T) {
	t.Helper()
	if why := Why(); !why.Empty() {
		t.Skip(why)
	}
}

// behind runs a script behind walls, and returns what it wrote to Room/out.
func behind(t *testing.T, script string, change func(*Plan)) string {
	t.Helper()
	p := Plan{
		Args: []string{"/bin/sh", "-c", "{ " + script + "\n} >" + Room + "/out 2>&1; : >" + Room + "/done; sleep 60"},
		Env:  []string{"PATH=/usr/bin:/bin", "HOME=" + Home}, Disk: 16 << 20, Memory: 1 << 30, Count: 100,
	}
	if change != nil {
		change(&p)
	}
	w, err := Start(p)
	if err != nil {
		t.Fatal(err)
	}
	defer w.End()
	deadline := time.Now().Add(time.Minute)
	for time.Now().Before(deadline) {
		if _, err := os.Stat(w.Seen(Room + "/done")); err == nil {
			break
		}
		select {
		case <-w.Ended():
			return "ended"
		case <-time.After(10 * time.Millisecond):
		}
	}
	text, err := os.ReadFile(w.Seen(Room + "/out"))
	if err != nil {
		select {
		case <-w.Ended():
			return "ended"
		default:
			t.Fatal(err)
		}
	}
	return string(text)
}

// TestFromInside looks from inside: what is there, what can be written, seen and reached.
func TestFromInside(t *testing.T) {
	need(t)
	shown := t.TempDir()
	t.Setenv("TOKEN", "secret")
	for _, dir := range []string{shown, filepath.Dir(shown)} {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(shown, "file"), []byte("42"), 0o644); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	outside, err := os.MkdirTemp("/tmp", "outside-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(outside)
	if err := os.Chmod(outside, 0o777); err != nil {
		t.Fatal(err)
	}
	got := behind(t, `
test "$(cat /a/file)" = 42 || echo cannot read what is shown
(echo 1 >/a/file) 2>/dev/null && echo writes to what is shown
touch /x /etc/x /usr/x /var/x /dev/x /proc/x /a/x 2>/dev/null && echo writes to the system
ls -d /root /home /var /run /sys /work /mnt /opt /srv /old /etc/shadow 2>/dev/null | sed 's/^/sees /'
ls -d `+shown+` `+outside+` 2>/dev/null | sed 's/^/sees /'
env | grep -v -e '^PATH=' -e '^HOME=' -e '^PWD=' -e '^_=' -e '^SHLVL=' -e '^OLDPWD='
touch `+Room+`/y /tmp/y "$HOME/y" || echo cannot write to the room
ls -A /proc | grep -c '^[0-9]' | { read n; test "$n" -le 8 || echo sees $n processes; }
test "$(grep -c : /proc/net/dev)" -le 1 || echo has a network
(exec 3<>/dev/tcp/127.0.0.1/`+port+`) 2>/dev/null && echo reaches outside
test "$(id -u)" = 0 && echo is root
grep -E '^Cap(Prm|Eff|Amb):' /proc/self/status | grep -v -E '0{16}$'
grep -q '^NoNewPrivs:.1' /proc/self/status || echo may gain rights
mount -t tmpfs x `+Room+`/tmp 2>/dev/null && echo mounts
mount -o remount,rw / 2>/dev/null && echo remounts
kill -9 1 2>/dev/null; cat /proc/1/environ 2>/dev/null | tr '\0' '\n' | grep -v NEKONOTE_WALLS
ls /proc/1/root/ 2>/dev/null && echo goes through the first process
(echo x >/proc/sys/kernel/core_pattern) 2>/dev/null && echo sets the machine
true`, func(p *Plan) { p.Shown = map[string]string{"/a": shown} })
	if strings.TrimSpace(got) != "" {
		t.Error(got)
	}
}

// What is shown may lie below the folder for temporary files, and the teacher's shell may let nobody read what she makes.
func TestWhatLiesBelowTmp(t *testing.T) {
	need(t)
	shown := t.TempDir()
	for _, dir := range []string{shown, filepath.Dir(shown)} {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(shown, "file"), []byte("42"), 0o644); err != nil {
		t.Fatal(err)
	}
	defer syscall.Umask(syscall.Umask(0o077))
	const inside = "/tmp/猫 の手's/cache"
	got := behind(t, `
test "$(cat "`+inside+`/file")" = 42 || echo cannot read what is shown
touch "`+inside+`/x" 2>/dev/null && echo writes to what is shown
touch /tmp/y && ls `+Room+`/tmp/y >/dev/null || echo cannot write to /tmp
true`, func(p *Plan) { p.Shown = map[string]string{inside: shown} })
	if strings.TrimSpace(got) != "" {
		t.Error(got)
	}
}

// Limits hold, and what ends there is one run.
func TestLimits(t *testing.T) {
	need(t)
	got := behind(t, `
dd if=/dev/zero of=`+Room+`/big bs=1M count=64 2>/dev/null && echo fills the disk
true`, nil)
	if strings.Contains(got, "fills") {
		t.Error(got)
	}
	if got = behind(t, `sleep 30 & (while :; do sleep 50 & done) 2>/dev/null; wait`, nil); got != "ended" {
		t.Errorf("a run goes on with too many processes: %q", got)
	}
}

// Two runs share nothing, whatever TMPDIR and HOME are.
func TestNothingIsShared(t *testing.T) {
	need(t)
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("HOME", "")
	cache := t.TempDir()
	for _, dir := range []string{cache, filepath.Dir(cache)} {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	plan := func(p *Plan) {
		p.Shown, p.Grown = map[string]string{"/cache": cache}, []string{"/cache"}
	}
	const leave = `touch /cache/new || echo cannot grow
for d in /tmp /var/tmp /dev/shm /cache / /etc /room /room/home /run /usr/share; do echo mine >$d/left-behind; done 2>/dev/null; true`
	if got := behind(t, leave, plan); strings.TrimSpace(got) != "" {
		t.Error(got)
	}
	if got := behind(t, `find / -name left-behind 2>/dev/null; true`, plan); strings.TrimSpace(got) != "" {
		t.Error("the next one finds", got)
	}
	if _, err := os.Stat(filepath.Join(cache, "left-behind")); err == nil {
		t.Error("a run has changed what it was shown")
	}
}

// Who is not root has the same walls.
func TestAsAnotherUser(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can become another user")
	}
	need(t)
	dir, err := os.MkdirTemp("/tmp", "walls-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(dir, "walls.test")
	const nobody = 65534
	for _, err := range []error{os.WriteFile(copied, program, 0o755), os.Chmod(dir, 0o755), os.Mkdir(filepath.Join(dir, "tmp"), 0o755),
		os.Chown(filepath.Join(dir, "tmp"), nobody, nobody)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(copied, "-test.v", "-test.run=TestFromInside|TestLimits|TestNothingIsShared")
	cmd.Dir, cmd.Env = dir, []string{"PATH=/usr/bin:/bin", "TMPDIR=" + filepath.Join(dir, "tmp")}
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	out, err := cmd.CombinedOutput()
	if strings.Contains(string(out), "SKIP: TestFromInside") {
		t.Skipf("no walls for another user here:\n%s", out)
	}
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// What the system does not permit is said, and nothing is started.
func TestFailsClosed(t *testing.T) {
	need(t)
	for name, p := range map[string]Plan{
		"a folder that is not there": {Args: []string{"/bin/sh"}, Shown: map[string]string{"/a": "/nowhere"}, Disk: 1 << 20, Memory: 1 << 30, Count: 9},
		"a program that is not":      {Args: []string{"/nowhere"}, Disk: 1 << 20, Memory: 1 << 30, Count: 9},
	} {
		if w, err := Start(p); err == nil {
			w.End()
			t.Errorf("%s: started", name)
		} else {
			t.Log(name, err)
		}
	}
}
