package commands

import (
	"fmt"
	"os"
	"path/filepath"

	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

// setupCommand is `setup`: what lab does before it opens JupyterLab, and no more, for an image or a machine that many share.
type setupCommand struct {
	Prefix string `help:"Set up in this folder for all users of the machine: they can read it, only you can change it." ja:"マシンの全ユーザー用に、このフォルダーに用意する。ほかのユーザーは読み取りだけできる。" placeholder:"DIR" type:"path"`
}

// Run sets up and says where the program is that everything can be done with from then on.
func (c *setupCommand) Run() error {
	prepare := func() (setup.Place, error) { return setup.Prepare(os.Stderr) }
	if c.Prefix != "" {
		prepare = func() (setup.Place, error) { return setup.PrepareShared(os.Stderr, c.Prefix) }
	}
	place, err := prepare()
	if err != nil {
		return err
	}
	program := place.Program()
	if c.Prefix != "" {
		program = filepath.Join(place.Folder, "bin", "nekonote")
	}
	fmt.Println(words.T("Ready: %s", "準備ができました：%s").Fill(program))
	return nil
}

// installCommand is `install`: the kernels for JupyterLab, Notebook 7, VS Code and others that the learner has already.
type installCommand struct {
	User   bool   `help:"In your own Jupyter folder, where VS Code looks, too (the default)." ja:"自分の Jupyter のフォルダーに入れる（VS Code も見る場所。省略時はこれ）。" xor:"where"`
	Prefix string `help:"Below this folder, as DIR/share/jupyter: a Python environment, or /usr/local for all users." ja:"このフォルダーの share/jupyter に入れる。Python 環境、または全ユーザー用なら /usr/local。" placeholder:"DIR" type:"path" xor:"where"`
}

// Run sets up what is missing and writes the kernelspecs.
func (c *installCommand) Run() error {
	place, err := setup.Prepare(os.Stderr)
	if err != nil {
		return err
	}
	folders, replaced, err := place.Install(c.Prefix)
	if err != nil {
		return err
	}
	for _, other := range replaced {
		fmt.Println(words.T("Replaced: these kernels were those of %s until now.", "これまで %s のものだったカーネルを置き換えました。").Fill(other))
	}
	for _, dir := range folders {
		fmt.Println(words.T("Installed: %s", "インストールしました：%s").Fill(dir))
	}
	fmt.Println(words.T("Choose the kernel “Go (Nekonote)” in your notebook program; restart it if it does not list it yet.",
		"お使いのノートブックで「Go (猫の手)」カーネルを選んでください。一覧になければ、プログラムを再起動してください。"))
	return nil
}

// uninstallCommand is `uninstall`: it takes back what install has written.
type uninstallCommand struct {
	User   bool   `help:"From your own Jupyter folder (the default)." ja:"自分の Jupyter のフォルダーから取り除く（省略時はこれ）。" xor:"where"`
	Prefix string `help:"From below this folder." ja:"このフォルダーの下から取り除く。" placeholder:"DIR" type:"path" xor:"where"`
}

// Run removes the kernelspecs.
func (c *uninstallCommand) Run() error {
	folders, err := setup.Uninstall(c.Prefix)
	for _, dir := range folders {
		fmt.Println(words.T("Removed: %s", "削除しました：%s").Fill(dir))
	}
	if err == nil && len(folders) == 0 {
		fmt.Println(words.T("Nothing of ours is installed there.", "そこにはインストールされていません。"))
	}
	return err
}
