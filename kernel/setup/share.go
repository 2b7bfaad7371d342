package setup

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// openToAll lets everyone read what lies in a folder, and enter and run what its owner may, and nobody but the owner write.
func openToAll(folder string) error {
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.Type()&fs.ModeSymlink != 0 {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		mode := info.Mode().Perm()&^0o022 | 0o444
		if entry.IsDir() || mode&0o100 != 0 {
			mode |= 0o111
		}
		if mode == info.Mode().Perm() {
			return nil
		}
		return os.Chmod(path, mode)
	})
}

// forScripts keeps bin/nekonote in the folder: the program of the clone that was set up last, under a name that a script may
// know. Nothing of ours uses it.
func (p Place) forScripts() error {
	link := filepath.Join(p.Folder, "bin", "nekonote")
	if at, err := os.Readlink(link); err == nil && at == p.Program() {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(link), 0o700); err != nil {
		return err
	}
	draft := link + ".new"
	_ = os.Remove(draft)
	if err := os.Symlink(p.Program(), draft); err != nil {
		return err
	}
	return os.Rename(draft, link)
}

// sweep removes what no clone uses any more: the homes of clones that are gone, shared rooms of versions that none asks for,
// and what earlier versions of the set-up have left. What cannot be removed is left lying.
func (p Place) sweep() {
	used := map[string]bool{}
	homes, err := os.ReadDir(filepath.Join(p.Folder, "clones"))
	if err != nil {
		return
	}
	for _, home := range homes {
		dir := filepath.Join(p.Folder, "clones", home.Name())
		made, err := readRecord(filepath.Join(dir, "place.json"))
		if err != nil || !p.Shared() && !exists(filepath.Join(made.Module, "go.mod")) && !slices.ContainsFunc(made.Installed, exists) {
			_ = os.RemoveAll(dir)
			continue
		}
		used[made.Venv], used[made.Tools] = true, true
	}
	rooms, err := os.ReadDir(p.Folder)
	if err != nil {
		return
	}
	for _, room := range rooms {
		name := room.Name()
		ours := strings.HasPrefix(name, "venv-") || strings.HasPrefix(name, "tools-") || name == "venv" || name == "venv-requirements.txt"
		if ours && !used[name] {
			_ = os.RemoveAll(filepath.Join(p.Folder, name))
			_ = os.Remove(filepath.Join(p.Folder, "stamps", name))
		}
	}
	for _, old := range []string{"bin/gonb", "bin/goimports", "bin/gopls"} {
		_ = os.Remove(filepath.Join(p.Folder, old))
	}
}
