package setup

import (
	_ "embed"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"nekonote/nn/words"
)

// requirements pins every Python package by its hash.
//
//go:embed requirements.txt
var requirements []byte

// Environment is one of the private Python environments: what is to be in it, and where it lies.
type Environment struct {
	Name         string // of its folder and its stamp, before the hash of what is in it
	What         words.Text
	Requirements []byte // for pip: every package pinned with its hashes
	Beside       bool   // whether what its packages need is in JupyterLab's environment, beside which they are used
}

// lab is the environment that JupyterLab runs in.
var lab = Environment{Name: "venv", What: words.T("JupyterLab", "JupyterLab"), Requirements: requirements}

// Make makes the environment unless it is there, and returns its folder. The commands that compare Nekonote with other
// programs have environments of their own, so that a learner's holds nothing that she does not need.
func (e Environment) Make(p Place, w io.Writer) (string, error) {
	held, err := lock(filepath.Join(p.Folder, "lock-"+e.Name), w)
	if err != nil {
		return "", explained(p, err)
	}
	defer func() { _ = held.Close() }()
	p.held = held
	key, err := e.key(p)
	if err != nil {
		return "", err
	}
	p.made.Venv = e.Name + "-" + key[:8] // this copy of the place is the step's alone
	return p.Venv(), e.step().prepare(p, w, "")
}

// step makes the environment in the place's room for it.
func (e Environment) step() step {
	return step{
		name: e.Name, what: e.What, key: e.key, run: quietly(e.make),
		makes: func(p Place) []string { return []string{filepath.Join(p.Venv(), "bin", "python")} },
		room:  func(p Place) string { return p.made.Venv },
	}
}

func (e Environment) key(p Place) (string, error) {
	python, err := python()
	if err != nil {
		return "", err
	}
	version, err := exec.Command(python, "--version").Output()
	if err != nil {
		return "", err
	}
	return keyOf(e.Requirements, version, []byte(p.Folder)), nil
}

// make makes the environment anew: the half of one is worth nothing.
func (e Environment) make(p Place) error {
	python, err := python()
	if err != nil {
		return err
	}
	folder := p.Venv()
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	if err := run(p, p.Folder, python, "-m", "venv", folder); err != nil {
		return problem(words.T(
			"Python's venv module does not work here. On Debian and Ubuntu: sudo apt install python3-venv. Python said:\n%v",
			"Python の venv モジュールが使えません。Debian や Ubuntu では sudo apt install python3-venv を実行してください。Python の出力：\n%v",
		).Fill(err))
	}
	list := filepath.Join(folder, "requirements.txt")
	if err := os.WriteFile(list, e.Requirements, 0o600); err != nil {
		return err
	}
	pip := filepath.Join(folder, "bin", "python")
	install := []string{"-m", "pip", "install", "--quiet", "--no-user", "--disable-pip-version-check", "--require-hashes", "--requirement", list}
	if e.Beside {
		install = append(install, "--no-deps")
	}
	if err := run(p, p.Folder, pip, install...); err != nil {
		return problem(words.T(
			"%s could not be downloaded. The first start needs the network: check the connection and start again; what is "+
				"there is kept. pip said:\n%v",
			"%s をダウンロードできませんでした。最初の起動にはネットワークが必要です。接続を確かめて、もう一度起動してください。"+
				"pip の出力：\n%v",
		).Fill(e.What, err))
	}
	return nil
}

// python finds a Python that is new enough.
func python() (string, error) {
	path, err := exec.LookPath("python3")
	if err != nil {
		return "", problem(words.T(
			"no python3 was found. Install Python 3.10 or newer and start again",
			"python3 が見つかりません。Python 3.10 以降をインストールして、もう一度起動してください",
		))
	}
	out, err := exec.Command(path, "-c", "import sys; print(sys.version_info >= (3, 10), sys.version.split()[0])").Output()
	fit, version, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
	if err != nil || fit != "True" {
		return "", problem(words.T(
			"Python %s at %s is too old. Install Python 3.10 or newer and start again",
			"%[2]s の Python %[1]s は古すぎます。Python 3.10 以降をインストールして、もう一度起動してください",
		).Fill(version, path))
	}
	return path, nil
}
