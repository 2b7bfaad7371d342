// Package setup makes a machine ready for the course, in a private folder that can be deleted at any time, or in one that
// all users of the machine share.
package setup

import (
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strings"

	"nekonote/nn/words"
)

// FolderVariable names another private folder than the usual one.
const FolderVariable = "NEKONOTE_CACHE"

// Folder returns the private folder: $NEKONOTE_CACHE, else nekonote in the user's cache directory.
func Folder() (string, error) {
	if dir := os.Getenv(FolderVariable); dir != "" {
		return filepath.Abs(dir)
	}
	home, err := homeDir()
	if err == nil && os.Getenv("HOME") == "" {
		err = os.Setenv("HOME", home) // from which Go, Python and Jupyter find their own folders, too
	}
	var cache string
	if err == nil {
		cache, err = os.UserCacheDir()
	}
	if err != nil {
		return "", problem(words.T(
			"no folder for Nekonote's programs: %v. Set %s to a folder that you may write to",
			"Nekonote のプログラムを置くフォルダーがありません：%v。書き込めるフォルダーを %s に設定してください",
		).Fill(err, FolderVariable))
	}
	return filepath.Join(cache, "nekonote"), nil
}

// homeDir is the user's home: $HOME, else what the system knows of the user.
func homeDir() (string, error) {
	if home := os.Getenv("HOME"); home != "" {
		return home, nil
	}
	u, err := user.Current()
	if err != nil {
		return "", err
	}
	return u.HomeDir, nil
}

// Module returns the folder of the clone: the one above the current folder that holds Nekonote's go.mod.
func Module() (string, error) {
	if _, err := exec.LookPath("go"); err != nil {
		return "", problem(words.T(
			"the go command was not found. Install Go 1.26 or newer from https://go.dev/dl/, open a new terminal and start again",
			"go コマンドが見つかりません。https://go.dev/dl/ から Go 1.26 以降をインストールし、新しいターミナルでもう一度起動してください",
		))
	}
	dir, err := os.Getwd()
	for err == nil {
		if text, failed := os.ReadFile(filepath.Join(dir, "go.mod")); failed == nil {
			line, _, _ := strings.Cut(string(text), "\n")
			if strings.TrimSpace(line) == "module nekonote" {
				return filepath.EvalSymlinks(dir)
			}
		}
		if dir == filepath.Dir(dir) {
			break
		}
		dir = filepath.Dir(dir)
	}
	return "", problem(words.T(
		"this is not Nekonote's folder. Change into the folder that you cloned (cd nekonote) and try again",
		"ここは Nekonote のフォルダーではありません。クローンしたフォルダーに移って（cd nekonote）、もう一度お試しください",
	))
}
