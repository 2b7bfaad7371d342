package grade

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"nekonote/kernel/grade/walls"
	"nekonote/kernel/relay"
	"nekonote/kernel/relay/wire"
	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

// What a run behind walls may use.
const (
	roomSize  = 1 << 30 // what it writes; it is memory
	beside    = 2 << 30 // memory of the kernel, the judge and the compiler, beside the notebook's own programs
	processes = 2048    // with their threads
)

// sayClosed says why a stranger cannot read what root has made.
var sayClosed = words.T("%s can be read by root alone, and submissions run as another user: chmod -R a+rX %[1]s",
	"%s は root しか読めませんが、提出物は別のユーザーとして実行します：chmod -R a+rX %[1]s")

// walled starts a kernel that sees the system's programs, Go, its caches and what the set-up has made, all read-only, and a room of
// its own; not the teacher's home, no other submission, no network. It returns the connection file with which it is reached from
// outside.
func (g Grader) walled(lang words.Lang) (*kernel, string, error) {
	s, err := readSpec(g.Place, lang)
	if err != nil {
		return nil, "", err
	}
	file, err := relay.NewConnection(g.room)
	if err != nil {
		return nil, "", err
	}
	c, err := wire.ReadConnection(file)
	if err != nil {
		return nil, "", err
	}
	shown, err := g.shown()
	if err != nil {
		return nil, "", err
	}
	memory, err := relay.ParseSize(g.Memory)
	if err != nil {
		return nil, "", err
	}
	inside := filepath.Join(walls.Run, filepath.Base(file))
	c.IP = filepath.Join(walls.Run, "k")
	w, err := walls.Start(walls.Plan{
		Args: s.command(inside), Env: g.environment(walls.Home, walls.Tmp, walls.Work, s), Files: map[string][]byte{inside: wire.Encode(c)},
		Shown: shown, Grown: []string{s.Env["GOCACHE"]},
		Disk: roomSize, Memory: memory + beside/2, Total: memory + beside + roomSize, Count: processes,
	})
	if err != nil {
		return nil, "", fmt.Errorf("walls: %w", err)
	}
	k := &kernel{stop: w.End, ended: w.Ended()}
	c.IP = w.Seen(c.IP)
	if err := os.WriteFile(file, wire.Encode(c), 0o600); err != nil {
		k.end()
		return nil, "", err
	}
	return k, file, nil
}

// shown are the folders that a kernel reads: the place inside → the folder.
func (g Grader) shown() (map[string]string, error) {
	source := g.Place
	if g.source != "" {
		var err error
		if source, err = setup.At(g.source, g.Place.Module); err != nil {
			return nil, err
		}
	}
	shown := map[string]string{g.Place.Home(): source.Home(), g.Place.Tools(): source.Tools()}
	for _, dir := range g.Place.GoFolders() {
		real, err := filepath.EvalSymlinks(dir)
		if err != nil {
			return nil, err
		}
		info, err := os.Stat(real)
		if err != nil {
			return nil, err
		}
		if os.Geteuid() == 0 && info.Mode().Perm()&0o005 != 0o005 {
			return nil, errors.New(sayClosed.Fill(dir).String())
		}
		shown[dir] = real
	}
	return shown, nil
}
