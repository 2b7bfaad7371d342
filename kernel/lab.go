package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"nekonote/kernel/setup"
	"nekonote/lessons/notebook"
	"nekonote/lessons/pictures/try"
	"nekonote/nn/words"
)

// labCommand is `lab`: from a clone to a notebook in the browser.
type labCommand struct {
	Lang      string `help:"Language: en or ja (default: that of LANG)." enum:"en,ja," default:""`
	Port      int    `help:"Port of JupyterLab (default: the first free one from 8888)."`
	NoBrowser bool   `help:"Do not open a browser; print the address only."`
	Dir       string `help:"Your folder of notebooks (default: work/<language> in the clone)." type:"path"`
}

// Run sets up what is missing, lays out the learner's folder and runs JupyterLab until it is stopped.
func (c *labCommand) Run() error {
	lang := c.language()
	if err := os.Setenv(words.Variable, string(lang)); err != nil {
		return err
	}
	place, err := setup.Prepare(os.Stderr)
	if err != nil {
		return err
	}
	dir := c.Dir
	if dir == "" {
		dir = filepath.Join(place.Module, "work", string(lang))
	}
	if err := layOut(dir, lang); err != nil {
		return err
	}
	private := filepath.Join(place.Folder, "jupyter", string(lang))
	if err := chooseMenus(private, lang); err != nil {
		return err
	}
	return c.jupyter(place, dir, private).Run()
}

func (c *labCommand) language() words.Lang {
	if c.Lang != "" {
		return words.Lang(c.Lang)
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			if strings.HasPrefix(value, "ja") {
				return words.Japanese
			}
			return words.English
		}
	}
	return words.English
}

// jupyter is JupyterLab with settings, sessions and logs of its own: nothing of hers is read or written.
func (c *labCommand) jupyter(place setup.Place, dir, private string) *exec.Cmd {
	args := []string{"lab", "--ServerApp.ip=127.0.0.1", "--ServerApp.root_dir=" + dir,
		"--LabApp.default_url=/lab/tree/" + notebook.All[0].Name + ".ipynb"}
	if c.Port != 0 {
		args = append(args, "--ServerApp.port="+strconv.Itoa(c.Port), "--ServerApp.port_retries=0")
	}
	if c.NoBrowser {
		args = append(args, "--no-browser")
	}
	if os.Geteuid() == 0 {
		args = append(args, "--allow-root")
	}
	cmd := exec.Command(filepath.Join(place.Venv(), "bin", "jupyter"), args...)
	cmd.Dir, cmd.Stdin, cmd.Stdout, cmd.Stderr = dir, os.Stdin, os.Stdout, os.Stderr
	cmd.Env = append(os.Environ(),
		"JUPYTER_CONFIG_DIR="+filepath.Join(private, "config"),
		"JUPYTER_DATA_DIR="+filepath.Join(private, "data"),
		"JUPYTER_RUNTIME_DIR="+filepath.Join(private, "runtime"),
		"JUPYTERLAB_SETTINGS_DIR="+filepath.Join(private, "settings"),
		"JUPYTERLAB_WORKSPACES_DIR="+filepath.Join(private, "workspaces"),
		"NEKONOTE_DIR="+dir)
	return cmd
}

// chooseMenus makes JupyterLab's menus Japanese, until she chooses otherwise in its own settings, which are kept.
func chooseMenus(private string, lang words.Lang) error {
	if lang != words.Japanese {
		return nil
	}
	return create(filepath.Join(private, "settings", "@jupyterlab", "translation-extension", "plugin.jupyterlab-settings"),
		[]byte(`{"locale": "ja_JP"}`))
}

// layOut puts the notebooks and the pictures to try into her folder. A file that is there stays as it is: where ours is
// another one, it is offered beside hers.
func layOut(dir string, lang words.Lang) error {
	files, err := notebook.Files(lang, false)
	if err != nil {
		return err
	}
	for _, file := range files {
		if err := offer(filepath.Join(dir, file.Name), file.Data); err != nil {
			return err
		}
	}
	return fs.WalkDir(try.Files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(try.Files, path)
		if err != nil {
			return err
		}
		return create(filepath.Join(dir, "pictures", entry.Name()), content)
	})
}

// offer writes a notebook unless one is there. The original that hers was made from is kept in .nekonote: only when
// ours has changed since is the new one laid beside hers, as name.new.ipynb.
func offer(path string, content []byte) error {
	original := filepath.Join(filepath.Dir(path), ".nekonote", "originals", filepath.Base(path))
	if _, err := os.Stat(path); err == nil {
		before, err := os.ReadFile(original)
		if err == nil && bytes.Equal(before, content) {
			return nil
		}
		beside := strings.TrimSuffix(path, ".ipynb") + ".new.ipynb"
		if err := os.WriteFile(beside, content, 0o600); err != nil {
			return err
		}
		fmt.Fprintln(os.Stderr, words.T(
			"%s has a newer version. Yours is untouched; the new one is %s",
			"%s に新しい版があります。あなたのファイルはそのままです。新しい版は %s です",
		).Fill(filepath.Base(path), filepath.Base(beside)))
	} else if err := create(path, content); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(original), 0o700); err != nil {
		return err
	}
	return os.WriteFile(original, content, 0o600)
}

// create writes a file where there is none, and never over one.
func create(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := file.Write(content); err != nil {
		_ = file.Close()
		return err
	}
	return file.Close()
}
