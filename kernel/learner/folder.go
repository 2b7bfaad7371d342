package learner

import (
	"os"
	"path/filepath"

	"nekonote/nn/words"
)

// Variable names the learner's folder in the environment, as in the terminal of her JupyterLab and in her cells.
const Variable = "NEKONOTE_DIR"

// Folder is the learner's folder, where her notebooks lie, as the flag --dir of a command that is about it.
type Folder struct {
	Dir string `help:"The folder of notebooks (default: the current one if it is one, else work/<language>)." ja:"ノートブックのフォルダー（省略時は、今いるフォルダーにノートブックがあればそこ、なければ work/言語）。" type:"path" placeholder:"DIR"`
}

// Paths is where the command works; its language is that of the notebooks there.
func (f Folder) Paths() []string { return []string{f.Find()} }

// Choose lets the rest of the program work in the folder.
func (f Folder) Choose() {
	_ = os.Setenv(Variable, f.Find()) // fails for no name like this
}

// Find returns which folder is meant: the named one, the one that the environment names, the current one where notebooks
// lie in it, and otherwise the one that lab has made, in which she has worked, in the current language or in another.
func (f Folder) Find() string {
	if f.Dir != "" {
		return f.Dir
	}
	if dir := os.Getenv(Variable); dir != "" {
		return dir
	}
	if notebooks, _ := filepath.Glob("*.ipynb"); len(notebooks) > 0 || exists(".nekonote") {
		return "."
	}
	var made []string
	for _, lang := range append([]words.Lang{words.Current()}, words.Langs...) {
		made = append(made, filepath.Join("work", string(lang)))
	}
	for _, dir := range made {
		if exists(filepath.Join(dir, ".nekonote")) {
			return dir
		}
	}
	for _, dir := range made {
		if exists(dir) {
			return dir
		}
	}
	return made[0]
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
