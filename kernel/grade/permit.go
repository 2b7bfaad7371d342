package grade

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"nekonote/kernel/grade/walls"
	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

var (
	sayNoWalls = words.T("notebooks of other people are run behind walls, and there are none here: %s. "+
		"Grade on a machine that has them, or on one that you can throw away, with --without-walls; TEACHING.md says what is open then",
		"ほかの人のノートブックは隔離して実行しますが、ここでは隔離が使えません（%s）。使えるマシンで採点するか、捨ててもよいマシンで --without-walls を付けて採点してください。"+
			"その場合に何が開いているかは TEACHING.ja.md にあります")
	sayOpen = words.T("Note: without walls, the notebooks can read and write your files, use the network and see your other programs. "+
		"Your environment is hidden, and each has a library and caches of its own.",
		"注意：隔離していないため、ノートブックはあなたのファイルを読み書きでき、ネットワークを使え、ほかのプログラムも見えます。"+
			"環境変数は見えず、ライブラリーとキャッシュは一つごとに別です。")
	sayPart = words.T("%q is not a part of a class; write for example 3/40, or /40 in a Kubernetes job, which sets %s",
		"「%s」はクラスの一部ではありません。3/40 のように書くか、%s が設定される Kubernetes のジョブでは /40 と書いてください")
)

// Means are what a command line says about how notebooks are run.
type Means struct {
	Timeout time.Duration `help:"Time for a whole notebook; one cell may take a fifth of it (default: ${default})." ja:"ノートブック一つの制限時間。一つのセルはその 5 分の 1 まで（省略時は ${default}）。" default:"10m"`
	Memory  string        `help:"Memory for all programs of a notebook together (default: ${default})." ja:"ノートブック一つの全プログラムに許すメモリー（省略時は ${default}）。" default:"2GB"`
	Open    bool          `name:"without-walls" help:"Run other people's notebooks without walls, where the system has none: they can then reach what you can." ja:"隔離が使えない環境で、ほかの人のノートブックを隔離せずに実行する。あなたに届くものすべてに届く。"`
}

// Grader is one with these means, on a set-up. The user's own notebooks may be run without walls where there are none; others', if
// she has said so.
func (m Means) Grader(log io.Writer, place setup.Place, own bool) (Grader, error) {
	g := Grader{Place: place, Timeout: m.Timeout, Memory: m.Memory, Open: m.Open}
	if m.Open {
		_, _ = fmt.Fprintln(log, sayOpen)
		return g, nil
	}
	why := walls.Why()
	if g.Open = !why.Empty(); g.Open && !own {
		return g, errors.New(sayNoWalls.Fill(why).String())
	}
	return g, nil
}

// own reports whether all notebooks lie where this user works, which is her folder of notebooks, or are the clone's. What else lies in
// the clone may be a class's.
func own(place setup.Place, paths []string) bool {
	var homes []string
	if !place.Shared() {
		homes = append(homes, filepath.Join(place.Module, "work"), filepath.Join(place.Module, "notebooks"))
	}
	for _, lang := range words.Langs {
		if dir, err := place.Notebooks(lang); err == nil {
			homes = append(homes, dir)
		}
	}
	for _, path := range paths {
		if !lies(path, homes) {
			return false
		}
	}
	return true
}

// lies reports whether a file lies in one of the folders.
func lies(path string, folders []string) bool {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return false
	}
	for _, folder := range folders {
		folder, err := filepath.EvalSymlinks(folder)
		if err != nil {
			continue
		}
		if below, err := filepath.Rel(folder, real); err == nil && filepath.IsLocal(below) {
			return true
		}
	}
	return false
}

// indexVariable is what Kubernetes sets in each pod of an indexed job: 0, 1, 2, …
const indexVariable = "JOB_COMPLETION_INDEX"

// UnmarshalText reads "3/40", or "/40" where the number is in the environment.
func (p *Part) UnmarshalText(text []byte) error {
	number, of, _ := strings.Cut(string(text), "/")
	n, err := strconv.Atoi(of)
	k := 0
	if number == "" {
		index, wrong := strconv.Atoi(os.Getenv(indexVariable))
		k, err = index+1, errors.Join(err, wrong)
	} else if err == nil {
		k, err = strconv.Atoi(number)
	}
	if err != nil || k < 1 || k > n {
		return errors.New(sayPart.Fill(string(text), indexVariable).String())
	}
	p.Number, p.Of = k, n
	return nil
}
