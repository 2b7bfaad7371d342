package walls

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// enter is the first process inside: it builds the walls, starts the program, buries the dead, and ends with the program, whereby
// the system ends all that is left.
func enter(plan *os.File) int {
	runtime.LockOSThread() // rights are given up by thread
	syscall.Umask(0o022)   // who runs inside is another user, and sees what is built here, whatever the teacher's shell says
	syscall.CloseOnExec(planDescriptor)
	syscall.CloseOnExec(planDescriptor + 1)
	report := os.NewFile(planDescriptor+1, "report")
	var p Plan
	err := json.NewDecoder(plan).Decode(&p)
	if err == nil {
		err = p.build()
	}
	pid := 0
	if err == nil {
		pid, err = p.run()
	}
	if err != nil {
		_, _ = fmt.Fprint(report, err)
		return 1
	}
	_, _ = fmt.Fprint(report, standing)
	_ = report.Close()
	go p.watch()
	return bury(pid)
}

// base is where the new root is mounted: a folder that every system has, and of whose contents nothing is shown.
const base = "/sys"

// build makes the root.
func (p *Plan) build() error {
	if err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""); err != nil {
		return fmt.Errorf("mounts of its own: %w", err)
	}
	if err := mount("tmpfs", base, "tmpfs", unix.MS_NOSUID|unix.MS_NODEV, "mode=755,size=16m"); err != nil {
		return err
	}
	steps := []func() error{p.system, p.devices, p.processes, p.room, p.show, p.grow, p.turn, loopback, settle}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func mount(what, where, kind string, flags uintptr, options string) error {
	if err := unix.Mount(what, where, kind, flags, options); err != nil {
		return fmt.Errorf("mount %s: %w", where, err)
	}
	return nil
}

// at is a place inside, as long as the old root is there.
func at(inside string) string { return filepath.Join(base, inside) }

// bind shows a file or a folder, read-only.
func (p *Plan) bind(from, inside string, devices bool) error {
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	to := at(inside)
	if info.IsDir() {
		err = os.MkdirAll(to, 0o755)
	} else if err = os.MkdirAll(filepath.Dir(to), 0o755); err == nil {
		err = os.WriteFile(to, nil, 0o644)
	}
	if err != nil {
		return err
	}
	if err := mount(from, to, "", unix.MS_BIND|unix.MS_REC, ""); err != nil {
		return err
	}
	set := uint64(unix.MOUNT_ATTR_NOSUID)
	if !devices {
		set |= unix.MOUNT_ATTR_RDONLY | unix.MOUNT_ATTR_NODEV
	}
	if err := unix.MountSetattr(unix.AT_FDCWD, to, unix.AT_RECURSIVE, &unix.MountAttr{Attr_set: set}); err != nil {
		return fmt.Errorf("read-only %s: %w", inside, err)
	}
	return nil
}

// system shows the programs and libraries of the machine, and of its settings what says nothing of its users.
func (p *Plan) system() error {
	for _, dir := range []string{"/usr", "/bin", "/sbin", "/lib", "/lib64", "/lib32", "/libx32", "/nix", "/gnu"} {
		info, err := os.Lstat(dir)
		switch {
		case err != nil:
		case info.Mode()&os.ModeSymlink != 0:
			target, err := os.Readlink(dir)
			if err != nil {
				return err
			}
			if err := os.Symlink(target, at(dir)); err != nil {
				return err
			}
		default:
			if err := p.bind(dir, dir, false); err != nil {
				return err
			}
		}
	}
	for _, path := range []string{"/etc/ld.so.cache", "/etc/localtime", "/etc/alternatives"} {
		if _, err := os.Stat(path); err == nil {
			if err := p.bind(path, path, false); err != nil {
				return err
			}
		}
	}
	own := map[string]string{
		"/etc/passwd":   "learner:x:1000:1000::" + Home + ":/bin/sh\n",
		"/etc/group":    "learner:x:1000:\n",
		"/etc/hosts":    "127.0.0.1 localhost\n::1 localhost\n",
		"/etc/hostname": "nekonote\n",
	}
	for path, text := range own {
		if err := errors.Join(os.MkdirAll(at("/etc"), 0o755), os.WriteFile(at(path), []byte(text), 0o644)); err != nil {
			return err
		}
	}
	return unix.Sethostname([]byte("nekonote"))
}

// devices shows the few that every program expects.
func (p *Plan) devices() error {
	if err := os.MkdirAll(at("/dev"), 0o755); err != nil {
		return err
	}
	for _, name := range []string{"null", "zero", "full", "random", "urandom"} {
		if err := p.bind("/dev/"+name, "/dev/"+name, true); err != nil {
			return err
		}
	}
	for name, target := range map[string]string{"fd": "/proc/self/fd", "stdin": "/proc/self/fd/0", "stdout": "/proc/self/fd/1", "stderr": "/proc/self/fd/2", "shm": Tmp} {
		if err := os.Symlink(target, at("/dev/"+name)); err != nil {
			return err
		}
	}
	return nil
}

// processes shows those inside.
func (p *Plan) processes() error {
	if err := os.MkdirAll(at("/proc"), 0o555); err != nil {
		return err
	}
	return mount("proc", at("/proc"), "proc", unix.MS_NOSUID|unix.MS_NODEV|unix.MS_NOEXEC, "")
}

// room makes the folder that can be written to.
func (p *Plan) room() error {
	if err := os.MkdirAll(at(Room), 0o700); err != nil {
		return err
	}
	options := fmt.Sprintf("mode=700,size=%d,nr_inodes=200000", p.Disk)
	if err := mount("tmpfs", at(Room), "tmpfs", unix.MS_NOSUID|unix.MS_NODEV, options); err != nil {
		return err
	}
	for _, dir := range []string{Home, Tmp, Work, Run} {
		if err := os.Mkdir(at(dir), 0o700); err != nil {
			return err
		}
	}
	if err := p.tmp(); err != nil {
		return err
	}
	for path, content := range p.Files {
		if err := os.WriteFile(at(path), content, 0o600); err != nil {
			return err
		}
	}
	return filepath.WalkDir(at(Room), func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Lchown(path, p.Owner, p.Owner)
	})
}

// tmp gives the room's folder for temporary files its usual name. Where something that is shown lies below that name, it is a folder
// that can hold it.
func (p *Plan) tmp() error {
	for inside := range p.Shown {
		if strings.HasPrefix(inside, "/tmp/") {
			if err := os.Mkdir(at("/tmp"), 0o755); err != nil {
				return err
			}
			return mount(at(Tmp), at("/tmp"), "", unix.MS_BIND, "")
		}
	}
	return os.Symlink(Tmp, at("/tmp"))
}

// show binds what the program needs. The outer of two folders comes first.
func (p *Plan) show() error {
	for _, inside := range sorted(p.Shown) {
		if err := p.bind(p.Shown[inside], inside, false); err != nil {
			return err
		}
	}
	return nil
}

// grow lays a layer of this run's own over folders that are shown: what is written there is in the room.
func (p *Plan) grow() error {
	for i, inside := range p.Grown {
		layer := at(filepath.Join(Room, ".layer"+strconv.Itoa(i)))
		upper, work := filepath.Join(layer, "u"), filepath.Join(layer, "w")
		if err := errors.Join(os.MkdirAll(upper, 0o755), os.MkdirAll(work, 0o755)); err != nil {
			return err
		}
		options := "lowerdir=" + escaped(at(inside)) + ",upperdir=" + escaped(upper) + ",workdir=" + escaped(work)
		if os.Geteuid() != 0 {
			options += ",userxattr"
		}
		if err := mount("overlay", at(inside), "overlay", unix.MS_NOSUID|unix.MS_NODEV, options); err != nil {
			return err
		}
		if err := p.give(at(inside)); err != nil {
			return err
		}
	}
	return nil
}

// give lets the program, where it is not the user whose folder it was shown, write into the folder and into those in it.
func (p *Plan) give(dir string) error {
	if os.Geteuid() != 0 {
		return nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if entry.IsDir() {
			if err := os.Lchown(filepath.Join(dir, entry.Name()), p.Owner, p.Owner); err != nil {
				return err
			}
		}
	}
	return os.Lchown(dir, p.Owner, p.Owner)
}

// escaped is a path in the options of an overlay.
func escaped(path string) string {
	return strings.NewReplacer(`\`, `\\`, ",", `\,`, ":", `\:`).Replace(path)
}

// turn makes the new root the root, and lets go of the old one.
func (p *Plan) turn() error {
	old := at("/old")
	if err := os.Mkdir(old, 0o700); err != nil {
		return err
	}
	if err := unix.PivotRoot(base, old); err != nil {
		return fmt.Errorf("root: %w", err)
	}
	if err := os.Chdir("/"); err != nil {
		return err
	}
	if err := unix.Unmount("/old", unix.MNT_DETACH); err != nil {
		return fmt.Errorf("the old root: %w", err)
	}
	if err := os.Remove("/old"); err != nil {
		return err
	}
	return unix.MountSetattr(unix.AT_FDCWD, "/", 0, &unix.MountAttr{Attr_set: unix.MOUNT_ATTR_RDONLY})
}

// loopback lets programs inside speak to one another.
func loopback() error {
	socket, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer func() { _ = unix.Close(socket) }()
	request, err := unix.NewIfreq("lo")
	if err != nil {
		return err
	}
	request.SetUint16(unix.IFF_UP)
	return unix.IoctlIfreq(socket, unix.SIOCSIFFLAGS, request)
}

// settle takes away what a program could use to get further: namespaces of its own, in which it would be root, and keys that are
// this user's. (Where root has built the walls, the first would be the whole machine's setting.)
func settle() error {
	if os.Geteuid() != 0 {
		_ = os.WriteFile("/proc/sys/user/max_user_namespaces", []byte("0"), 0)
	}
	_, _ = unix.KeyctlJoinSessionKeyring("")
	if err := unix.Prctl(unix.PR_CAP_AMBIENT, unix.PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0); err != nil {
		return err
	}
	return unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
}

// slack is by how much a user's limit lies behind Count: a program that asks for one process too many and is refused it would go on.
const slack = 64

// run starts the program, which has no rights: a user who is not root loses them by being started.
func (p *Plan) run() (pid int, err error) {
	for limit, most := range map[int]uint64{
		unix.RLIMIT_CORE: 0, unix.RLIMIT_FSIZE: uint64(p.Disk), unix.RLIMIT_DATA: uint64(p.Memory), unix.RLIMIT_NPROC: uint64(p.Count + slack),
		unix.RLIMIT_MEMLOCK: 8 << 20, unix.RLIMIT_MSGQUEUE: 0,
	} {
		if err := syscall.Setrlimit(limit, &syscall.Rlimit{Cur: most, Max: most}); err != nil {
			return 0, fmt.Errorf("limits: %w", err)
		}
	}
	null, err := os.OpenFile("/dev/null", os.O_RDWR, 0)
	if err != nil {
		return 0, err
	}
	defer null.Close()
	sys := &syscall.SysProcAttr{Setsid: true}
	if os.Geteuid() == 0 {
		sys.Credential = &syscall.Credential{Uid: uint32(p.Owner), Gid: uint32(p.Owner)}
	}
	return syscall.ForkExec(p.Args[0], p.Args, &syscall.ProcAttr{
		Dir: Work, Env: p.Env, Files: []uintptr{null.Fd(), null.Fd(), null.Fd()}, Sys: sys,
	})
}

// watch ends everything when there are too many processes: not every system counts them for us.
func (p *Plan) watch() {
	for range time.Tick(100 * time.Millisecond) {
		folder, err := os.Open("/proc")
		if err != nil {
			continue
		}
		names, _ := folder.Readdirnames(p.Count + 1000)
		_ = folder.Close()
		count := 0
		for _, name := range names {
			if name[0] >= '1' && name[0] <= '9' {
				count++
			}
		}
		if count > p.Count {
			os.Exit(128 + int(syscall.SIGKILL))
		}
	}
}

// bury waits for everyone who ends inside, until the program does.
func bury(program int) int {
	for {
		var how syscall.WaitStatus
		pid, err := syscall.Wait4(-1, &how, 0, nil)
		switch {
		case errors.Is(err, syscall.EINTR):
		case err != nil:
			return 1
		case pid == program && how.Signaled():
			return 128 + int(how.Signal())
		case pid == program:
			return how.ExitStatus()
		}
	}
}
