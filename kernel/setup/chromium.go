package setup

import (
	"io"
	"os/exec"
	"strings"

	"nekonote/nn/words"
)

// The browser that the tests look through. Learners use their own.

// browsers are the names of Chromium and its kin, and where macOS keeps them.
var browsers = []string{
	"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "headless-shell",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
}

// Chromium returns the path of a Chromium that starts.
func Chromium() (string, error) {
	for _, name := range browsers {
		path, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		// Ubuntu has a script of that name that only asks for a snap.
		if exec.Command(path, "--version").Run() == nil {
			return path, nil
		}
	}
	return "", problem(words.T("no Chromium is there that starts", "起動できる Chromium がありません"))
}

// japaneseFont reports whether there is a font for Japanese text. Where nobody can tell, as on macOS, there is.
func japaneseFont() bool {
	out, err := exec.Command("fc-list", ":lang=ja").Output()
	if err != nil {
		_, apt := aptGet()
		return !apt
	}
	return len(strings.TrimSpace(string(out))) > 0
}

// PrepareBrowser installs the browser for the tests, and a font for Japanese, where they are missing: by apt as root;
// anyone else is told the one command.
func PrepareBrowser(w io.Writer) error {
	var packages []string
	if _, err := Chromium(); err != nil {
		packages = append(packages, "chromium")
	}
	if !japaneseFont() {
		packages = append(packages, "fonts-noto-cjk")
	}
	if len(packages) == 0 {
		return nil
	}
	list := strings.Join(packages, " ")
	if _, found := aptGet(); !found {
		return problem(words.T(
			"the browser test needs %s. Install it with your system's packages (on macOS: brew install --cask google-chrome) and try again",
			"ブラウザーのテストには %s が必要です。お使いのシステムのパッケージで（macOS では brew install --cask google-chrome）"+
				"インストールして、もう一度お試しください",
		).Fill(list))
	}
	if !MayInstall() {
		return problem(words.T(
			"the browser test needs %s. Install it and try again: sudo sh -c '%s'",
			"ブラウザーのテストには %s が必要です。次のコマンドでインストールして、もう一度お試しください：sudo sh -c '%s'",
		).Fill(list, installCommand(packages)))
	}
	if err := Install(w, packages...); err != nil {
		return err
	}
	if _, err := Chromium(); err != nil {
		return problem(words.T(
			"apt has installed %s, but it does not start. Install a Chromium or Google Chrome that does, and try again",
			"apt で %s をインストールしましたが、起動できません。起動できる Chromium か Google Chrome をインストールして、もう一度お試しください",
		).Fill(list))
	}
	return nil
}
