package walls

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"nekonote/nn/words"
)

// Walled is a program behind walls.
type Walled struct {
	PID int // of the process that holds the walls: the first one inside

	cmd   *exec.Cmd
	group group
	ended chan struct{}
}

// Start builds walls and starts a program behind them. The error says what could not be built; then nothing was started.
func Start(p Plan) (*Walled, error) {
	w := &Walled{ended: make(chan struct{})}
	if err := w.start(p); err != nil {
		return nil, errors.Join(err, w.group.remove())
	}
	return w, nil
}

func (w *Walled) start(p Plan) error {
	p.Owner = insideID
	if os.Geteuid() == 0 {
		p.Owner = stranger()
	}
	order, theirOrder, err := os.Pipe()
	if err != nil {
		return err
	}
	report, theirReport, err := os.Pipe()
	if err != nil {
		return errors.Join(err, order.Close(), theirOrder.Close())
	}
	defer report.Close()
	defer theirOrder.Close()
	err = w.begin(p, order, theirReport)
	_, _ = order.Close(), theirReport.Close()
	if err != nil {
		return err
	}
	go func() {
		_ = w.cmd.Wait()
		_ = w.group.remove()
		close(w.ended)
	}()
	go func() {
		if w.group.crowded(w.ended) {
			_ = w.cmd.Process.Kill()
		}
	}()
	w.PID = w.cmd.Process.Pid
	if err = json.NewEncoder(theirOrder).Encode(p); err == nil {
		err = heard(report)
	}
	if err != nil {
		w.End()
	}
	return err
}

// begin starts the builder in a control group of its own, or, where this user may make none or move no process into it, without.
func (w *Walled) begin(p Plan, order, report *os.File) error {
	builder := func() *exec.Cmd {
		cmd := exec.Command("/proc/self/exe")
		cmd.Env = []string{variable + "=1"}
		cmd.ExtraFiles = []*os.File{order, report} // descriptors 3 and 4
		cmd.SysProcAttr = namespaces()
		return cmd
	}
	w.group, w.cmd = newGroup(max(p.Total, p.Memory), p.Count), builder()
	if fd, ok := w.group.descriptor(); ok {
		w.cmd.SysProcAttr.UseCgroupFD, w.cmd.SysProcAttr.CgroupFD = true, fd
		if w.cmd.Start() == nil {
			return nil
		}
		if err := w.group.remove(); err != nil {
			return err
		}
		w.group, w.cmd = group{}, builder()
	}
	return w.cmd.Start()
}

// heard waits until the walls stand.
func heard(report *os.File) error {
	_ = report.SetReadDeadline(time.Now().Add(time.Minute))
	text := make([]byte, 4096)
	n, err := report.Read(text)
	switch said := string(text[:n]); {
	case said == standing:
		return nil
	case said != "":
		return errors.New(said)
	default:
		return fmt.Errorf("walls: %w", err)
	}
}

// standing is what the builder reports when the program runs behind its walls.
const standing = "standing"

// namespaces are those in which the first process behind the walls begins. Root builds them as root, and the program becomes a user
// who owns nothing; anyone else is given the rights to build them in a user namespace, and the program does not get them.
func namespaces() *syscall.SysProcAttr {
	a := &syscall.SysProcAttr{
		Cloneflags: syscall.CLONE_NEWNS | syscall.CLONE_NEWPID | syscall.CLONE_NEWNET | syscall.CLONE_NEWIPC | syscall.CLONE_NEWUTS,
		Pdeathsig:  syscall.SIGKILL,
		Setsid:     true,
	}
	if os.Geteuid() != 0 {
		a.Cloneflags |= syscall.CLONE_NEWUSER
		a.UidMappings = []syscall.SysProcIDMap{{ContainerID: insideID, HostID: os.Geteuid(), Size: 1}}
		a.GidMappings = []syscall.SysProcIDMap{{ContainerID: insideID, HostID: os.Getegid(), Size: 1}}
		a.AmbientCaps = []uintptr{unix.CAP_SYS_ADMIN, unix.CAP_NET_ADMIN, unix.CAP_SYS_RESOURCE, unix.CAP_DAC_OVERRIDE, unix.CAP_FOWNER}
	}
	return a
}

// insideID is the user and the group behind the walls where they stand in a user namespace.
const insideID = 1000

// stranger is a user that owns nothing on this machine, another for each run. Where root is that of a container, it may only be one
// that the container has.
func stranger() int {
	text, _ := os.ReadFile("/proc/self/uid_map")
	last := 65533
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); len(fields) == 3 {
			first, _ := strconv.Atoi(fields[0])
			size, _ := strconv.Atoi(fields[2])
			last = max(last, min(first+size-1, 1<<31-2))
		}
	}
	return last - rand.IntN(min(1<<20, max(1, last-65533)))
}

// Ended is closed when the program, and everything that came of it, has ended.
func (w *Walled) Ended() <-chan struct{} { return w.ended }

// End ends the program and everything that came of it; what it has written is gone.
func (w *Walled) End() {
	_ = w.cmd.Process.Kill()
	<-w.ended
}

// Seen is where a path inside is found from outside, for this user, while the program runs.
func (w *Walled) Seen(path string) string {
	return filepath.Join("/proc", strconv.Itoa(w.PID), "root", path)
}

// why tries once whether walls can be built.
var why = sync.OnceValue(func() words.Text {
	w, err := Start(Plan{Args: []string{"/bin/sh", "-c", "exit 0"}, Disk: 1 << 20, Memory: 1 << 30, Count: 64})
	if err != nil {
		return words.T("this system does not permit them (%v)", "このシステムでは許可されていないため（%v）").Fill(err)
	}
	w.End()
	return words.Text{}
})
