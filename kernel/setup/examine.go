package setup

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"

	"nekonote/nn/words"
)

// Finding is one thing that the course needs: what is there, or how to mend that it is not.
type Finding struct {
	Name  string `json:"name"`
	OK    bool   `json:"ok"`
	Found string `json:"found"`          // what is there, or what is wrong
	Mend  string `json:"mend,omitempty"` // what to do; empty where nothing is to be done
	Extra bool   `json:"extra"`          // needed by the tests only
}

// sayStart is how everything that set-up makes is mended.
var sayStart = words.T("run: go run ./kernel lab (it sets up what is missing)", "go run ./kernel lab を実行してください（足りないものを用意します）")

// Examine looks at everything that the course needs, and changes nothing.
func Examine() []Finding {
	var all []Finding
	add := func(name, found string, err error, mend words.Text) {
		f := Finding{Name: name, OK: err == nil, Found: found}
		if err != nil {
			f.Found, f.Mend = err.Error(), mend.String()
		}
		all = append(all, f)
	}
	version, err := exec.Command("go", "version").Output()
	add("go", strings.TrimSpace(string(version)), err, words.T("install Go 1.26 or newer from https://go.dev/dl/",
		"https://go.dev/dl/ から Go 1.26 以降をインストールしてください"))
	module, err := Module()
	add("clone", module, err, words.T("change into the folder that you cloned", "クローンしたフォルダーに移ってください"))
	path, err := python()
	add("python3", path, err, words.T("install Python 3.10 or newer", "Python 3.10 以降をインストールしてください"))
	if err == nil {
		out, err := exec.Command(path, "-c", "import venv, ensurepip").CombinedOutput()
		if err != nil {
			err = problem(words.T("missing: %s", "ありません: %s").Fill(lastLine(out)))
		}
		add("python3-venv", words.T("there", "あります").String(), err, words.T("on Debian and Ubuntu: sudo apt install python3-venv",
			"Debian や Ubuntu では sudo apt install python3-venv を実行してください"))
	}
	folder, err := Folder()
	if err == nil {
		err = writable(folder)
	}
	add("folder", folder, err, words.T("make it yours (chmod -R u+rwX), make room there, or set %s to another folder",
		"書き込めるようにするか（chmod -R u+rwX）、空きを作るか、別のフォルダーを %s に設定してください").Fill(FolderVariable))
	p := Place{Folder: folder, Module: module}
	for _, s := range steps {
		key, err := s.key(p)
		if errors.Is(err, fs.ErrNotExist) || err == nil && !s.done(p, key) {
			err = problem(words.T("not set up, or older than the clone", "用意されていないか、クローンより古くなっています"))
		}
		add(s.name, s.what.String(), err, sayStart)
	}
	path, err = Chromium()
	add("chromium", path, err, words.T("only the tests need it: go run ./kernel test installs it, or says how",
		"テストだけに必要です。go run ./kernel test がインストールするか、方法を示します"))
	all[len(all)-1].Extra = true
	return all
}

// writable tries to write into a folder, or where it is not there yet, into the one above it.
func writable(folder string) error {
	for {
		_, err := os.Stat(folder)
		if err == nil || filepath.Dir(folder) == folder {
			break
		}
		folder = filepath.Dir(folder)
	}
	file, err := os.CreateTemp(folder, "doctor")
	if err != nil {
		return err
	}
	_, err = file.Write(make([]byte, 4096))
	_ = file.Close()
	_ = os.Remove(file.Name())
	var disk syscall.Statfs_t
	const needed = 1 << 30
	if err == nil && syscall.Statfs(folder, &disk) == nil && disk.Bavail*uint64(disk.Bsize) < needed {
		return problem(words.T("less than 1 GB is free in %s", "%s の空きが 1 GB 未満です").Fill(folder))
	}
	return err
}

func lastLine(out []byte) string {
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	return lines[len(lines)-1]
}
