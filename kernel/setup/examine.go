package setup

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"

	"nekonote/kernel/scratch"
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
	var all findings
	version, err := exec.Command("go", "version").Output()
	all.add("go", strings.TrimSpace(string(version)), err, words.T("install Go 1.26 or newer from https://go.dev/dl/",
		"https://go.dev/dl/ から Go 1.26 以降をインストールしてください"))
	p, located := Locate()
	all.add("clone", p.Module, located, words.T("change into the folder that you cloned", "クローンしたフォルダーに移ってください"))
	all.python()
	all.folders(p)
	all.environment()
	if located == nil {
		all.steps(p)
	}
	path, err := Chromium()
	all.add("chromium", path, err, words.T("only the tests need it: go run ./kernel test installs it, or says how",
		"テストだけに必要です。go run ./kernel test がインストールするか、方法を示します"))
	all[len(all)-1].Extra = true
	return all
}

// findings are collected one after the other.
type findings []Finding

func (all *findings) add(name, found string, err error, mend words.Text) {
	f := Finding{Name: name, OK: err == nil, Found: found}
	if err != nil {
		f.Found, f.Mend = err.Error(), mend.String()
	}
	*all = append(*all, f)
}

func (all *findings) python() {
	path, err := python()
	all.add("python3", path, err, words.T("install Python 3.10 or newer", "Python 3.10 以降をインストールしてください"))
	if err != nil {
		return
	}
	if out, failed := exec.Command(path, "-c", "import venv, ensurepip").CombinedOutput(); failed != nil {
		err = problem(words.T("missing: %s", "ありません：%s").Fill(lastLine(out)))
	}
	all.add("python3-venv", words.T("there", "あります").String(), err, words.T("on Debian and Ubuntu: sudo apt install python3-venv",
		"Debian や Ubuntu では sudo apt install python3-venv を実行してください"))
}

// folders looks at those that are written to: that of the set-up, and that of temporary files.
func (all *findings) folders(p Place) {
	folder, err := p.Folder, error(nil)
	if folder == "" {
		folder, err = Folder()
	}
	const gigabyte = 1 << 30
	if err == nil && !p.Shared() {
		err = writable(folder, gigabyte)
	}
	all.add("folder", folder, err, words.T("make it yours (chmod -R u+rwX), make room there, or set %s to another folder",
		"書き込めるようにするか（chmod -R u+rwX）、空きを作るか、別のフォルダーを %s に設定してください").Fill(FolderVariable))
	// A temporary folder that cannot be used is passed over, like everywhere.
	temporary, err := scratch.Make("doctor-")
	if err == nil {
		_ = os.RemoveAll(temporary)
		temporary = filepath.Dir(temporary)
	}
	all.add("temporary", temporary, err, words.T("make room in one of them, or set TMPDIR to a folder that you may write to",
		"どれかに空きを作るか、書き込めるフォルダーを TMPDIR に設定してください"))
}

// environment names what is set for other programs and is set aside here: nothing is to be done, but one who looks for a
// cause is to know.
func (all *findings) environment() {
	found := words.T("nothing is set that the course would have to set aside", "コースが無視する変数は設定されていません").String()
	if aside := SetAside(os.Environ()); len(aside) > 0 {
		found = words.T("set, and set aside here: %s", "設定されていますが、ここでは無視します：%s").Fill(strings.Join(aside, ", ")).String()
	}
	all.add("environment", found, nil, words.Text{})
}

// steps looks at what the set-up makes.
func (all *findings) steps(p Place) {
	named, err := p, error(nil)
	if !p.Shared() {
		named, err = p.named()
	}
	for _, s := range steps {
		if err == nil && p.Shared() && !s.made(named) || err == nil && !p.Shared() && !s.current(named) {
			err = problem(words.T("not set up, or older than the clone", "用意されていないか、クローンより古くなっています"))
		}
		all.add(s.name, s.what.String(), err, sayStart)
		err = nil
	}
}

// current reports whether the step would have nothing to do.
func (s step) current(p Place) bool {
	key, err := s.key(p)
	return err == nil && s.done(p, key)
}

// writable tries to write into a folder, or where it is not there yet, into the one above it, and whether so many bytes are
// free there.
func writable(folder string, needed uint64) error {
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
	if err == nil && syscall.Statfs(folder, &disk) == nil && disk.Bavail*uint64(disk.Bsize) < needed {
		return problem(words.T("less than %d MB is free in %s", "%[2]s の空きが %[1]d MB 未満です").Fill(needed>>20, folder))
	}
	return err
}

func lastLine(out []byte) string {
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	return lines[len(lines)-1]
}
