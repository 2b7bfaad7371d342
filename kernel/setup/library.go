package setup

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The library is a module of its own: a copy of the clone's packages that cells may use, whose go.mod asks for what these
// need and no more. So a cell's build looks at nothing that only the tests or the kernel have, a learner downloads no browser
// driver, and what a kernel uses changes when its own clone is set up, not while she edits or updates it.

// lessonsForCells are the folders of lessons that cells may use: data, and the faces of the weeks. The weeks themselves, with
// their references, and all that judges are left out: what is not in the library cannot be linked by a cell.
var lessonsForCells = []string{"nekonote/lessons/data/", "nekonote/lessons/face/", "nekonote/lessons/own"}

// notForCells are packages in these folders that no cell needs by name: the kernel's, the tests', and what others of ours are
// made of.
var notForCells = []string{
	"nekonote/lessons/data/album", "nekonote/lessons/data/pictures/decode", "nekonote/lessons/data/cats/course",
	"nekonote/lessons/data/pictures/try", "nekonote/lessons/face/ask", "nekonote/nn/speed", "nekonote/nn/files",
	"nekonote/nn/files/lock", "nekonote/nn/graph", "nekonote/nn/version", "nekonote/plots/scene",
}

// beside are packages of other modules that a cell may import as well, since the library stands on their modules.
var beside = []string{"gonum.org/v1/gonum/...", "gonum.org/v1/plot/...", "github.com/janpfeifer/gonb/gonbui/...", "github.com/janpfeifer/gonb/cache"}

// listed is a package as `go list` describes it.
type listed struct {
	ImportPath, Dir, Name               string
	GoFiles, SFiles, HFiles, EmbedFiles []string
	Module                              *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// makeLibrary copies the packages, then builds them once as a cell would, so that the first cell is as fast as the tenth
// and nothing is left to be asked of the network.
func makeLibrary(p Place) error {
	packages, err := p.cellPackages()
	if err != nil {
		return err
	}
	needed, err := p.list(append(slices.Clone(packages), beside...)...)
	if err != nil {
		return err
	}
	draft := p.Library() + ".new"
	if err := os.RemoveAll(draft); err != nil {
		return err
	}
	ours, err := p.list(packages...)
	if err != nil {
		return err
	}
	for _, pkg := range ours {
		if pkg.Module != nil && pkg.Module.Main {
			if err := p.copyPackage(pkg, draft); err != nil {
				return err
			}
		}
	}
	if err := os.WriteFile(filepath.Join(draft, "go.mod"), moduleFile(needed), 0o600); err != nil {
		return err
	}
	if err := copyFile(filepath.Join(p.Module, "go.sum"), filepath.Join(draft, "go.sum")); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(draft, offeredList), []byte(strings.Join(packages, "\n")+"\n"), 0o600); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(draft, moduleList), moduleFolders(needed), 0o600); err != nil {
		return err
	}
	if err := os.RemoveAll(p.Library()); err != nil {
		return err
	}
	if err := os.Rename(draft, p.Library()); err != nil {
		return err
	}
	return p.warm(packages)
}

// offeredList is a file in the library that lists the import paths of the packages that cells are offered, one a line. The
// library holds more than these: what they are made of themselves.
const offeredList = "cells.txt"

// Offered are the import paths of the packages that cells may use without an import line.
func (p Place) Offered() ([]string, error) {
	text, err := os.ReadFile(filepath.Join(p.Library(), offeredList))
	return strings.Fields(string(text)), err
}

// moduleList is a file in the library that lists the folders of the modules it stands on: `go clean -modcache` takes them away.
const moduleList = "modules.txt"

func libraryFiles(p Place) []string {
	files := []string{filepath.Join(p.Library(), "go.mod"), filepath.Join(p.Library(), moduleList), filepath.Join(p.Library(), offeredList)}
	text, err := os.ReadFile(files[1])
	if err != nil {
		return files
	}
	return append(files, strings.Split(strings.TrimSpace(string(text)), "\n")...)
}

// cellPackages are the import paths of the packages that cells may use.
func (p Place) cellPackages() ([]string, error) {
	out, err := output(p, p.Module, "go", "list", "-f", `{{if ne .Name "main"}}{{.ImportPath}}{{end}}`, "./nn/...", "./plots/...", "./lessons/...")
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(strings.Fields(out), func(path string) bool {
		allowed := !strings.HasPrefix(path, "nekonote/lessons") ||
			slices.ContainsFunc(lessonsForCells, func(folder string) bool { return strings.HasPrefix(path, folder) })
		return !allowed || slices.Contains(notForCells, path) || strings.Contains(path+"/", "/internal/")
	}), nil
}

// list describes packages and everything that they import.
func (p Place) list(packages ...string) ([]listed, error) {
	out, err := output(p, p.Module, "go", append([]string{"list", "-e", "-deps",
		"-json=ImportPath,Dir,Name,GoFiles,SFiles,HFiles,EmbedFiles,Module"}, packages...)...)
	if err != nil {
		return nil, err
	}
	var all []listed
	for decoder := json.NewDecoder(strings.NewReader(out)); ; {
		var pkg listed
		if err := decoder.Decode(&pkg); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		all = append(all, pkg)
	}
}

// copyPackage copies what a package is built from.
func (p Place) copyPackage(pkg listed, to string) error {
	inside, err := filepath.Rel(p.Module, pkg.Dir)
	if err != nil {
		return err
	}
	files := slices.Concat(pkg.GoFiles, pkg.SFiles, pkg.HFiles, pkg.EmbedFiles) // an exercise embeds its own source
	slices.Sort(files)
	for _, name := range slices.Compact(files) {
		if err := copyFile(filepath.Join(pkg.Dir, name), filepath.Join(to, inside, name)); err != nil {
			return err
		}
	}
	return nil
}

func copyFile(from, to string) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return err
	}
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, content, 0o400)
}

// moduleFile is the library's go.mod: the modules that its packages are built from, in the versions of the clone.
func moduleFile(packages []listed) []byte {
	needed := map[string]bool{}
	for _, pkg := range packages {
		if m := pkg.Module; m != nil && !m.Main {
			needed[fmt.Sprintf("\t%s %s\n", m.Path, m.Version)] = true
		}
	}
	return []byte("module nekonote\n\ngo 1.26.0\n\nrequire (\n" + strings.Join(slices.Sorted(maps.Keys(needed)), "") + ")\n")
}

// moduleFolders lists the folders of the modules that packages are built from, one a line.
func moduleFolders(packages []listed) []byte {
	folders := map[string]bool{}
	for _, pkg := range packages {
		if m := pkg.Module; m != nil && !m.Main && m.Dir != "" {
			folders[m.Dir+"\n"] = true
		}
	}
	return []byte(strings.Join(slices.Sorted(maps.Keys(folders)), ""))
}

// warm builds the packages in a workspace like that of a notebook. What go writes down there of modules that the clone's own
// go.sum does not know goes into the library's.
func (p Place) warm(packages []string) error {
	room := filepath.Join(p.Home(), "workspace")
	if err := errors.Join(os.RemoveAll(room), os.MkdirAll(room, 0o700)); err != nil {
		return err
	}
	defer os.RemoveAll(room)
	for _, args := range [][]string{
		{"mod", "init", "cells"},
		{"work", "init", ".", p.Library()},
		{"list", "-m", "all"},
		append([]string{"build"}, packages...),
		append([]string{"list", "-e", "-deps"}, beside...),
	} {
		if err := run(p, room, "go", args...); err != nil {
			return err
		}
	}
	if err := p.writeArchives(room, packages); err != nil {
		return err
	}
	sums, err := os.ReadFile(filepath.Join(room, "go.work.sum"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	path := filepath.Join(p.Library(), "go.sum")
	known, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return replace(path, append(known, sums...))
}
