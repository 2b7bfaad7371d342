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
	Name         string // of its folder and its stamp
	What         words.Text
	Requirements []byte // for pip: every package pinned with its hashes
}

// lab is the environment that JupyterLab runs in.
var lab = Environment{"venv", words.T("JupyterLab", "JupyterLab"), requirements}

// Make makes the environment unless it is there, and returns its folder. The commands that compare Nekonote with other
// programs have environments of their own, so that a learner's holds nothing that she does not need.
func (e Environment) Make(p Place, w io.Writer) (string, error) {
	held, err := lock(filepath.Join(p.Folder, "lock-"+e.Name))
	if err != nil {
		return "", explained(p, err)
	}
	defer func() { _ = held.Close() }()
	p.held = held
	return filepath.Join(p.Folder, e.Name), step{e.Name, e.What, e.key, e.make, []string{e.Name + "/bin/python"}}.prepare(p, w, "")
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
	return keyOf(e.Requirements, version, []byte(filepath.Join(p.Folder, e.Name))), nil
}

// make makes the environment anew: the half of one is worth nothing.
func (e Environment) make(p Place) error {
	python, err := python()
	if err != nil {
		return err
	}
	folder := filepath.Join(p.Folder, e.Name)
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	if err := run(p, p.Folder, python, "-m", "venv", folder); err != nil {
		return problem(words.T(
			"Python's venv module does not work here. On Debian and Ubuntu: sudo apt install python3-venv. Python said:\n%v",
			"Python の venv モジュールが使えません。Debian や Ubuntu では sudo apt install python3-venv を実行してください。Python の出力:\n%v",
		).Fill(err))
	}
	list := filepath.Join(p.Folder, e.Name+"-requirements.txt")
	if err := os.WriteFile(list, e.Requirements, 0o600); err != nil {
		return err
	}
	pip := filepath.Join(folder, "bin", "python")
	if err := run(p, p.Folder, pip, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes",
		"--requirement", list); err != nil {
		return problem(words.T(
			"%s could not be downloaded. The first start needs the network: check the connection and start again; what is "+
				"there is kept. pip said:\n%v",
			"%s をダウンロードできませんでした。最初の起動にはネットワークが必要です。接続を確かめて、もう一度起動してください。"+
				"pip の出力:\n%v",
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
