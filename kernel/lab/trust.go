package lab

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// trust signs the course's notebooks in her folder, so that the figures in them may move (their scripts run) without a
// question. JupyterLab signs what she saves by itself; so this is needed only once for each private folder.
func trust(o Options) error {
	signed := filepath.Join(o.Private, "data", "trusted")
	if done, err := os.ReadFile(signed); err == nil && string(done) == o.Dir {
		return nil
	}
	var paths []string
	for _, lesson := range notebook.All {
		if path := filepath.Join(o.Dir, lesson.Name+".ipynb"); exists(path) {
			paths = append(paths, path)
		}
	}
	cmd := exec.Command(filepath.Join(o.Place.Venv(), "bin", "jupyter-trust"), paths...)
	cmd.Env = o.environment()
	if out, err := cmd.CombinedOutput(); err != nil {
		// One that is damaged must not keep her from the others.
		fmt.Fprintln(os.Stderr, words.T(
			"the notebooks could not be signed, so their moving figures stand still until their cells run again: %s",
			"ノートブックに署名できませんでした。セルをもう一度実行するまで、動く図は止まったままです：%s",
		).Fill(bytes.TrimSpace(out)))
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(signed), 0o700); err != nil {
		return folderProblem(o.Private, err)
	}
	if err := os.WriteFile(signed, []byte(o.Dir), 0o600); err != nil {
		return folderProblem(o.Private, err)
	}
	return nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
