package setup

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"nekonote/kernel/export"
	"nekonote/nn/words"
)

// Place is a machine made ready: where everything lies. The folder holds what all clones share (Python's environment, Go's
// tools, each under the hash of what it is made from) and a home for each clone, so that two clones never use each other's
// library or program.
type Place struct {
	Folder string // the private folder, or that of setup --prefix
	Module string // the clone

	made record
	held *os.File // the lock, while something is set up
}

// record is what a set-up leaves for the programs that it has built, as place.json in the clone's home: where they find
// themselves, whatever the current folder and the environment are.
type record struct {
	Folder string            `json:"folder"`
	Module string            `json:"module"`
	Venv   string            `json:"venv"`   // its name in the folder
	Tools  string            `json:"tools"`  // likewise
	Go     map[string]string `json:"go"`     // GOROOT, GOCACHE and GOMODCACHE of the cells
	Shared bool              `json:"shared"` // made by setup --prefix, for all users of the machine

	Installed []string `json:"installed,omitempty"` // kernelspecs elsewhere that start this clone's program
}

// Home is what belongs to the clone alone: its program, its copy of the library, its kernelspecs.
func (p Place) Home() string {
	return filepath.Join(p.Folder, "clones", filepath.Base(p.Module)+"-"+keyOf([]byte(p.Module))[:8])
}

// Program is the built nekonote.
func (p Place) Program() string { return filepath.Join(p.Home(), "bin", "nekonote") }

// Library is the module that cells use: a copy of the clone's packages for cells, without what only tests and the kernel need.
func (p Place) Library() string { return filepath.Join(p.Home(), "library") }

// Jupyter is the folder in which Jupyter finds the kernelspecs, for JUPYTER_PATH.
func (p Place) Jupyter() string { return filepath.Join(p.Home(), "share", "jupyter") }

// Exporter is the folder of the template with which JupyterLab exports HTML, and of its Python.
func (p Place) Exporter() string {
	return filepath.Join(p.Jupyter(), "nbconvert", "templates", export.Template)
}

// Tools is the folder of gonb, goimports and gopls.
func (p Place) Tools() string { return filepath.Join(p.Folder, p.made.Tools) }

// Venv is the private Python environment.
func (p Place) Venv() string { return filepath.Join(p.Folder, p.made.Venv) }

// GoFolders are the folders of the Go that builds the cells: its own (GOROOT), its build cache and its modules.
func (p Place) GoFolders() []string {
	return []string{p.made.Go["GOROOT"], p.made.Go["GOCACHE"], p.made.Go["GOMODCACHE"]}
}

// Shared reports whether the place was made for all users of the machine: a learner writes nothing into it.
func (p Place) Shared() bool { return p.made.Shared }

// Private is the folder for what is the user's own and belongs to no clone, such as JupyterLab's settings.
func (p Place) Private() (string, error) {
	if !p.made.Shared {
		return p.Folder, nil
	}
	return Folder()
}

// Notebooks is the folder for a learner's notebooks unless she names another: in the clone, or in her home where many share
// one set-up.
func (p Place) Notebooks(lang words.Lang) (string, error) {
	if !p.made.Shared {
		return filepath.Join(p.Module, "work", string(lang)), nil
	}
	home, err := homeDir()
	return filepath.Join(home, "nekonote", string(lang)), err
}

// Locate returns where everything lies or will lie. A program that a set-up has built knows its own place, wherever it is
// called; `go run ./kernel` is in the clone.
func Locate() (Place, error) {
	if p, err := built(); err == nil {
		return p, nil
	}
	module, err := Module()
	if err != nil {
		return Place{}, err
	}
	folder, err := Folder()
	if err != nil {
		return Place{}, err
	}
	return locate(folder, module)
}

// locate is the place of a clone, with what an earlier set-up has recorded of it.
func locate(folder, module string) (Place, error) {
	p := Place{Folder: folder, Module: module}
	made, err := readRecord(p.recordFile())
	var failed *fs.PathError
	if errors.As(err, &failed) && !errors.Is(err, fs.ErrNotExist) {
		return p, explained(p, err)
	}
	p.made = made // one that is missing or damaged is written anew
	return p, nil
}

// built is the place of the running program, if a set-up has built it.
func built() (Place, error) {
	program, err := os.Executable()
	if err == nil {
		program, err = filepath.EvalSymlinks(program)
	}
	if err != nil {
		return Place{}, err
	}
	made, err := readRecord(filepath.Join(filepath.Dir(filepath.Dir(program)), "place.json"))
	return Place{Folder: made.Folder, Module: made.Module, made: made}, err
}

func readRecord(path string) (made record, err error) {
	text, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(text, &made)
	}
	return made, err
}

func (p Place) recordFile() string { return filepath.Join(p.Home(), "place.json") }

// write leaves the record behind.
func (p Place) write() error {
	p.made.Folder, p.made.Module = p.Folder, p.Module
	content, err := json.MarshalIndent(p.made, "", "  ")
	if err != nil {
		return err
	}
	if old, err := os.ReadFile(p.recordFile()); err == nil && string(old) == string(content) {
		return nil
	}
	return replace(p.recordFile(), content)
}
