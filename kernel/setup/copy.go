package setup

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// At is the place of a clone in a folder, with what a set-up has recorded of it there.
func At(folder, module string) (Place, error) { return locate(folder, module) }

// CopyTo copies what kernels run from (the clone's program and library, the kernelspecs, the tools) into another folder, so that
// every user may read it.
func (p Place) CopyTo(folder string) error {
	to := Place{Folder: folder, Module: p.Module, made: p.made}
	for from, to := range map[string]string{p.Home(): to.Home(), p.Tools(): to.Tools()} {
		if err := copyTree(from, to); err != nil {
			return err
		}
	}
	return openToAll(folder)
}

// Moved is the place of such a copy as a place of its own, with a build cache and modules of its own.
func (p Place) Moved(folder, cache, modules string) (Place, error) {
	moved := Place{Folder: folder, Module: p.Module, made: p.made}
	moved.made.Go = map[string]string{"GOROOT": p.made.Go["GOROOT"], "GOCACHE": cache, "GOMODCACHE": modules}
	if err := moved.write(); err != nil {
		return Place{}, err
	}
	_, err := moved.writeSpecs(moved.Jupyter())
	return moved, err
}

// copyTree copies a folder: files and folders, and links as they are.
func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		below, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, below)
		switch {
		case entry.IsDir():
			return os.MkdirAll(target, 0o755)
		case entry.Type()&fs.ModeSymlink != 0:
			link, err := os.Readlink(path)
			if err != nil {
				return err
			}
			return os.Symlink(link, target)
		case entry.Type().IsRegular():
			return copyAs(path, target)
		}
		return nil
	})
}

// copyAs copies a file with its rights.
func copyAs(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, info.Mode().Perm()|0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// CellCaches lists what a kernel needs of Go's caches, so that another cache can be filled with it: files of the build cache that
// hold the library and all below it, and folders of modules, with what go asks about them.
func (p Place) CellCaches() (built, modules []string, err error) {
	offered, err := p.Offered()
	if err != nil {
		return nil, nil, err
	}
	room, err := os.MkdirTemp("", "nekonote-")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(room)
	for _, args := range [][]string{{"mod", "init", "cells"}, {"work", "init", ".", p.Library()}} {
		if err := run(p, room, "go", args...); err != nil {
			return nil, nil, err
		}
	}
	out, err := output(p, room, "go", append([]string{"list", "-deps", "-export", "-f", "{{.Export}}"}, offered...)...)
	if err != nil {
		return nil, nil, err
	}
	built, err = cacheEntries(p.made.Go["GOCACHE"], strings.Fields(out))
	if err != nil {
		return nil, nil, err
	}
	list, err := os.ReadFile(filepath.Join(p.Library(), moduleList))
	if err != nil {
		return nil, nil, err
	}
	modules = strings.Fields(string(list))
	asked := filepath.Join(p.made.Go["GOMODCACHE"], "cache", "download")
	err = filepath.WalkDir(asked, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && filepath.Ext(path) != ".zip" {
			modules = append(modules, path)
		}
		return err
	})
	return built, modules, err
}

// cacheEntries are files of a build cache: results, and the notes that lead to them. A note (….-a) says "v1 ACTION RESULT SIZE TIME".
func cacheEntries(cache string, results []string) ([]string, error) {
	needed := map[string]bool{}
	for _, path := range results {
		needed[strings.TrimSuffix(filepath.Base(path), "-d")] = true
	}
	all := slices.Clone(results)
	notes, err := filepath.Glob(filepath.Join(cache, "??", "*-a"))
	if err != nil {
		return nil, err
	}
	for _, note := range notes {
		text, err := os.ReadFile(note)
		if err != nil {
			continue // it was trimmed meanwhile
		}
		if fields := strings.Fields(string(text)); len(fields) == 5 && needed[fields[2]] {
			all = append(all, note)
		}
	}
	return all, nil
}
