package grade

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestWalls looks from inside: what can be written, seen and reached.
func TestWalls(t *testing.T) {
	if program, why := bubblewrap(); program == "" {
		t.Skip(why)
	}
	room, needed, hidden, home := t.TempDir(), t.TempDir(), t.TempDir(), t.TempDir()
	t.Setenv("HOME", home)
	for _, dir := range []string{needed, hidden, home} {
		if err := os.WriteFile(filepath.Join(dir, "secret"), []byte("42"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	script := `
test "$(cat ` + needed + `/secret)" = 42 || echo cannot read what is needed
(echo 1 >` + needed + `/secret) 2>/dev/null && echo writes to what is needed
touch /etc/x /usr/x /var/tmp/x 2>/dev/null && echo writes to the system
ls ` + hidden + `/secret 2>/dev/null && echo sees what is hidden
ls ` + home + `/secret 2>/dev/null && echo sees the home
touch ` + room + `/x || echo cannot write to the room
test "$(cat /proc/1/comm)" = bwrap || echo sees other processes
test "$(grep -c : /proc/net/dev)" -le 1 || echo has a network
exit 0`
	argv := contain([]string{"sh", "-c", script}, []string{needed}, []string{hidden}, room)
	out, err := exec.Command(argv[0], argv[1:]...).CombinedOutput()
	if err != nil || strings.TrimSpace(string(out)) != "" {
		t.Errorf("%v\n%s", err, out)
	}
	if _, err := os.Stat(filepath.Join(room, "x")); err != nil {
		t.Error("what was written to the room is not there:", err)
	}
}
