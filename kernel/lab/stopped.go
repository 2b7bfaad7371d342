package lab

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"time"

	"nekonote/lessons/notebook"
)

// whereSheStopped is the notebook to open: the one in her folder that was saved last, JupyterLab's own saving included;
// before she has changed any, the first of the course.
func whereSheStopped(dir string) (string, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.ipynb"))
	if err != nil {
		return "", err
	}
	stopped, latest := notebook.All[0].Name+".ipynb", time.Time{}
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return "", err
		}
		if !info.ModTime().After(latest) {
			continue
		}
		ours, err := untouched(path)
		if err != nil {
			return "", err
		}
		if !ours {
			stopped, latest = filepath.Base(path), info.ModTime()
		}
	}
	return stopped, nil
}

// untouched reports whether a notebook is as we laid it out, also one that lies beside hers because it is newer.
func untouched(path string) (bool, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return false, err
	}
	base := strings.Replace(filepath.Base(path), ".new.ipynb", ".ipynb", 1)
	original, err := os.ReadFile(originalOf(filepath.Join(filepath.Dir(path), base)))
	return err == nil && bytes.Equal(content, original), nil
}
