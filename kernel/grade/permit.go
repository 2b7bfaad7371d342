package grade

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

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

// open reports whether notebooks are run without walls: the user's own may be, and others' if she has said so.
func (c *Command) open(log io.Writer, place setup.Place) (bool, error) {
	if !c.Open {
		why := walls.Why()
		if why.Empty() {
			return false, nil
		}
		if c.CSV == "" && own(place, c.Notebooks) {
			return true, nil
		}
		return false, errors.New(sayNoWalls.Fill(why).String())
	}
	_, _ = fmt.Fprintln(log, sayOpen)
	return true, nil
}

// own reports whether all notebooks lie where this user works: in her clone, or in her folder of notebooks.
func own(place setup.Place, paths []string) bool {
	var homes []string
	if !place.Shared() {
		homes = append(homes, place.Module)
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
