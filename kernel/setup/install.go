package setup

import (
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// Install tells Jupyter of this clone's kernels, and of the desk, outside the course's own JupyterLab: in the user's standard folder, where VS
// Code, Notebook 7 and every other JupyterLab look, or below a prefix (prefix/share/jupyter, as /usr/local or a Python
// environment). It returns the kernelspecs' folders, and the clones whose kernels of the same names it has replaced.
func (p Place) Install(prefix string) (folders, replaced []string, err error) {
	jupyter, err := jupyterFolder(prefix)
	if err != nil {
		return nil, nil, err
	}
	for _, lang := range words.Langs {
		module, there := installedFrom(filepath.Join(jupyter, "kernels", notebook.Kernel(lang)))
		if there && module != p.Module && !slices.Contains(replaced, module) {
			replaced = append(replaced, module)
		}
	}
	folders, err = p.writeSpecs(jupyter)
	if err != nil {
		return nil, nil, installProblem(jupyter, err)
	}
	for _, dir := range folders {
		if !slices.Contains(p.made.Installed, dir) {
			p.made.Installed = append(p.made.Installed, dir)
		}
	}
	extension, err := writeDesk(jupyter)
	if err != nil {
		return nil, nil, installProblem(jupyter, err)
	}
	folders = append(folders, extension)
	if p.made.Shared {
		return folders, replaced, nil
	}
	return folders, replaced, p.write()
}

// Uninstall removes the kernels that Install has written there, of whichever clone, and returns their folders. Kernels of the
// same names that are not ours stay.
func Uninstall(prefix string) (folders []string, err error) {
	jupyter, err := jupyterFolder(prefix)
	if err != nil {
		return nil, err
	}
	for _, lang := range words.Langs {
		dir := filepath.Join(jupyter, "kernels", notebook.Kernel(lang))
		if _, ours := installedFrom(dir); !ours {
			continue
		}
		if err := os.RemoveAll(dir); err != nil {
			return folders, installProblem(jupyter, err)
		}
		folders = append(folders, dir)
	}
	if dir := deskFolder(jupyter); exists(dir) {
		if err := os.RemoveAll(dir); err != nil {
			return folders, installProblem(jupyter, err)
		}
		folders = append(folders, dir)
	}
	return folders, nil
}

// installedFrom is the clone of the kernelspec in a folder, if it is one of ours.
func installedFrom(dir string) (module string, ours bool) {
	text, err := os.ReadFile(filepath.Join(dir, "kernel.json"))
	if err != nil {
		return "", false
	}
	var spec struct {
		Metadata struct {
			Nekonote *struct {
				Module string `json:"module"`
			} `json:"nekonote"`
		} `json:"metadata"`
	}
	if json.Unmarshal(text, &spec) != nil || spec.Metadata.Nekonote == nil {
		return "", false
	}
	return spec.Metadata.Nekonote.Module, true
}

// jupyterFolder is where Jupyter looks for kernels: below a prefix, or, for "", in the user's own data folder.
func jupyterFolder(prefix string) (string, error) {
	if prefix != "" {
		abs, err := filepath.Abs(prefix)
		return filepath.Join(abs, "share", "jupyter"), err
	}
	if dir := os.Getenv("JUPYTER_DATA_DIR"); dir != "" {
		return dir, nil
	}
	home, err := homeDir()
	if err != nil {
		return "", err
	}
	if runtime.GOOS == "darwin" {
		return filepath.Join(home, "Library", "Jupyter"), nil
	}
	if data := os.Getenv("XDG_DATA_HOME"); data != "" {
		return filepath.Join(data, "jupyter"), nil
	}
	return filepath.Join(home, ".local", "share", "jupyter"), nil
}

func installProblem(dir string, err error) error {
	return problem(words.T(
		"the kernels cannot be written to or removed from %s: %v. Name a folder that is yours with --prefix, or leave --prefix out for your own",
		"%s のカーネルを書き込めないか、削除できません：%v。--prefix で書き込めるフォルダーを指定するか、--prefix を省いて自分用にインストールしてください",
	).Fill(dir, err))
}
