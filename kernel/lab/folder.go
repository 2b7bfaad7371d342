package lab

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"nekonote/lessons/data/pictures/try"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// chooseMenus makes JupyterLab's menus Japanese, until she chooses otherwise in its own settings, which are kept.
func chooseMenus(private string, lang words.Lang) error {
	if lang != words.Japanese {
		return nil
	}
	return create(filepath.Join(private, "settings", "@jupyterlab", "translation-extension", "plugin.jupyterlab-settings"),
		[]byte(`{"locale": "ja_JP"}`))
}

// LayOut puts the notebooks and the pictures to try into her folder. A file that is there stays as it is: where ours is
// another one, it is offered beside hers.
func LayOut(dir string, lang words.Lang) error {
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
	original := originalOf(path)
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

// originalOf is where the original of one of her notebooks is kept.
func originalOf(path string) string {
	return filepath.Join(filepath.Dir(path), ".nekonote", "originals", filepath.Base(path))
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
