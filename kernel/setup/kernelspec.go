package setup

import (
	_ "embed"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"

	"nekonote/kernel/desk"
	"nekonote/kernel/export"
	"nekonote/lessons/notebook"
	"nekonote/nn/files"
	"nekonote/nn/words"
)

// logo is a cat's paw, shown beside the kernel's name.
//
//go:embed logo.svg
var logo []byte

// specKey changes with what the kernelspecs say, and with the environment that they lie in.
func specKey(p Place) (string, error) {
	parts := [][]byte{[]byte(p.Home()), []byte(p.made.Venv), []byte(p.made.Tools), overrides}
	for _, lang := range words.Langs {
		parts = append(parts, p.spec(lang))
	}
	add := func(name string, content []byte) error {
		parts = append(parts, []byte(name), content)
		return nil
	}
	err := errors.Join(eachFile(desk.Files(), add), eachFile(export.Files(), add))
	return keyOf(parts...), err
}

// spec is the kernel.json of a language: the same program for each, with another NEKONOTE_LANG. It says all that the kernel
// needs to know, with absolute paths, so that it also works where the environment is another: in a VS Code that was started
// from a menu, say.
func (p Place) spec(lang words.Lang) []byte {
	content, err := json.MarshalIndent(map[string]any{
		"argv":           []string{p.Program(), "kernel", "{connection_file}"},
		"display_name":   notebook.KernelName.In(lang),
		"language":       "go",
		"interrupt_mode": "message",
		"env":            p.kernelVariables(lang),
		"metadata":       map[string]any{"nekonote": map[string]string{"module": p.Module}},
	}, "", "  ")
	if err != nil {
		panic(err) // strings only
	}
	return content
}

// kernelVariables are what a kernelspec adds to the environment of its kernel.
func (p Place) kernelVariables(lang words.Lang) map[string]string {
	env := map[string]string{
		words.Variable:     string(lang),
		"NEKONOTE_MODULE":  p.Library(),
		"NEKONOTE_PROGRAM": p.Program(),
	}
	if !p.made.Shared {
		env[FolderVariable] = p.Folder
	}
	maps.Copy(env, p.made.Go)
	delete(env, "GOROOT") // the kernel finds its Go by the set-up's record, and another where that is gone
	return env
}

// KernelEnvironment is what a kernelspec adds to the environment of its kernel, for programs that start one without Jupyter.
func (p Place) KernelEnvironment(lang words.Lang) []string {
	var list []string
	for name, value := range p.kernelVariables(lang) {
		list = append(list, name+"="+value)
	}
	return list
}

// writeKernelspecs tells the course's own JupyterLab of the kernels and of the desk.
func writeKernelspecs(p Place) error {
	if _, err := p.writeSpecs(p.Jupyter()); err != nil {
		return err
	}
	if _, err := writeDesk(p.Jupyter()); err != nil {
		return err
	}
	if err := eachFile(export.Files(), func(name string, content []byte) error {
		return replace(filepath.Join(p.Exporter(), name), content)
	}); err != nil {
		return err
	}
	return replace(filepath.Join(p.Venv(), "share", "jupyter", "lab", "settings", "overrides.json"), overrides)
}

// deskFolder is where the desk, JupyterLab's extension of ours, lies below a folder of Jupyter's.
func deskFolder(jupyter string) string { return filepath.Join(jupyter, "labextensions", desk.Name) }

// writeDesk lays the extension below a folder of Jupyter's, in the place of one that is there, and returns its own.
func writeDesk(jupyter string) (string, error) {
	folder := deskFolder(jupyter)
	if err := os.RemoveAll(folder); err != nil {
		return "", err
	}
	return folder, eachFile(desk.Files(), func(name string, content []byte) error {
		return replace(filepath.Join(folder, filepath.FromSlash(name)), content)
	})
}

func eachFile(files fs.FS, do func(name string, content []byte) error) error {
	return fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return do(name, content)
	})
}

// writeSpecs writes the kernelspecs below a folder of Jupyter's, and returns theirs.
func (p Place) writeSpecs(jupyter string) ([]string, error) {
	var folders []string
	for _, lang := range words.Langs {
		dir := filepath.Join(jupyter, "kernels", notebook.Kernel(lang))
		if err := replace(filepath.Join(dir, "kernel.json"), p.spec(lang)); err != nil {
			return nil, err
		}
		if err := replace(filepath.Join(dir, "logo-svg.svg"), logo); err != nil {
			return nil, err
		}
		folders = append(folders, dir)
	}
	return folders, nil
}

func kernelspecs(p Place) []string {
	var files []string
	for _, lang := range words.Langs {
		files = append(files, filepath.Join(p.Jupyter(), "kernels", notebook.Kernel(lang), "kernel.json"))
	}
	return append(files, filepath.Join(deskFolder(p.Jupyter()), "package.json"))
}

// overrides are the settings that JupyterLab starts with here: no news, no questions, and patience with completions, which are
// compiled for.
var overrides = []byte(`{
  "@jupyterlab/apputils-extension:notification": {"checkForUpdates": false, "doNotDisturbMode": true, "fetchNews": "false"},
  "@jupyterlab/completer-extension:manager": {"providerTimeout": 10000},
  "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"}
}
`)

// replace writes a file whole or not at all. Others may read it, where they may enter the folder: nothing of it is secret.
func replace(path string, content []byte) error {
	return files.Replace(path, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}
