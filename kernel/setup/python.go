package setup

import (
	_ "embed"
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

func venvKey(p Place) (string, error) {
	python, err := python()
	if err != nil {
		return "", err
	}
	version, err := exec.Command(python, "--version").Output()
	if err != nil {
		return "", err
	}
	return keyOf(requirements, version, []byte(p.Venv())), nil
}

// makeVenv makes the environment anew: the half of one is worth nothing.
func makeVenv(p Place) error {
	python, err := python()
	if err != nil {
		return err
	}
	if err := os.RemoveAll(p.Venv()); err != nil {
		return err
	}
	if err := run(p.Folder, python, "-m", "venv", p.Venv()); err != nil {
		return problem(words.T(
			"Python's venv module does not work here. On Debian and Ubuntu: sudo apt install python3-venv. Python said:\n%v",
			"Python の venv モジュールが使えません。Debian や Ubuntu では sudo apt install python3-venv を実行してください。Python の出力:\n%v",
		).Fill(err))
	}
	list := filepath.Join(p.Folder, "requirements.txt")
	if err := os.WriteFile(list, requirements, 0o600); err != nil {
		return err
	}
	pip := filepath.Join(p.Venv(), "bin", "python")
	if err := run(p.Folder, pip, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes",
		"--requirement", list); err != nil {
		return problem(words.T(
			"JupyterLab could not be downloaded. The first start needs the network: check the connection and start again; what is "+
				"there is kept. pip said:\n%v",
			"JupyterLab をダウンロードできませんでした。最初の起動にはネットワークが必要です。接続を確かめて、もう一度起動してください。"+
				"pip の出力:\n%v",
		).Fill(err))
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
