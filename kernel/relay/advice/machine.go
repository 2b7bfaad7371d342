package advice

import (
	"regexp"
	"strings"

	"nekonote/nn/words"
)

// closed is said of a file in one of Go's caches. It may come with the place of the import that needs it.
const closed = `(?:open|mkdir|create|rename) (?:\S*(?:go-build|gocache|/mod/)\S*|\S*/[0-9a-f]{2}/[0-9a-f]{64}-[ad]): (?:permission denied|read-only file system|not a directory)`

// machine is about what the go command, the compiler, the linker and the engine say when the machine has let them down. No
// learner can mend any of it in her cell.
var machine = []Advice{
	on(`(?i)no space left on device|disk quota exceeded`,
		"the disk is full. Make room on it and run the cell again.",
		"ディスクに空きがありません。空きを作って、セルをもう一度実行してください。"),
	on(`module lookup disabled by GOPROXY|missing go\.sum entry|cannot find module providing package nekonote/|no required module provides package nekonote/|dial tcp|Temporary failure in name resolution`,
		"a module that the cells are built from is missing on this machine. Run `nekonote setup` in a terminal, with a network.",
		"セルのビルドに必要なモジュールがこのマシンにありません。ネットワークにつないで、ターミナルで `nekonote setup` を実行してください。"),
	on(`build cache is required|failed to initialize build cache|could not create module cache|module cache not found|`+closed,
		"Go's cache cannot be written to or read. Give yourself the right to the folder that `go env GOCACHE` names and to all in it (chmod -R u+rwX; where root has made it for others, chmod -R a+rX), or set GOCACHE to another.",
		"Go のキャッシュに書き込めないか、読めません。`go env GOCACHE` が示すフォルダーとその中身を使えるようにするか（chmod -R u+rwX。root がほかの人のために作ったものなら chmod -R a+rX）、GOCACHE に別のフォルダーを設定してください。"),
	on(`package \S+ is not in std|: cannot find package$`,
		"Go's own packages cannot be read or compiled: its cache has no room left, or its installation is damaged. Make room on the disk; if that does not help, install Go anew from https://go.dev/dl/.",
		"Go の標準パッケージを読めないか、コンパイルできません。キャッシュの空きがないか、Go のインストールが壊れています。ディスクに空きを作ってください。それでも直らないときは https://go.dev/dl/ から Go を入れ直してください。"),
	on(`signal: killed|out of memory|cannot allocate memory|failed to reserve page summary memory|resource temporarily unavailable|too many open files`,
		"the compiler was ended before it was done: the machine is short of memory. Close other notebooks and programs and run the cell again.",
		"コンパイラーが途中で終了させられました。メモリーが足りません。ほかのノートブックやプログラムを閉じて、セルをもう一度実行してください。"),
	on(`"go": executable file not found|go: no such file or directory|failed to find path for the .?go.? program|cannot find GOROOT directory|go: cannot find main module`,
		"the go command is not there. Install Go from https://go.dev/dl/ and start the kernel again.",
		"go コマンドがありません。https://go.dev/dl/ から Go をインストールして、カーネルを再起動してください。"),
	on(`"?(?:goimports|gonb|gopls)"?: executable file not found|GoNB \(\S*\) does not start|goimports: no such file`,
		"a part of Nekonote is missing. Run `nekonote setup` in a terminal and start the kernel again.",
		"猫の手のプログラムの一部がありません。ターミナルで `nekonote setup` を実行して、カーネルを再起動してください。"),
	on(`creating work dir|cannot determine current directory|(?:chdir|stat|open|lstat|getwd|remove|fork/exec) \S*(?:gonb_|nekonote-)\S*: (?:no such file or directory|not a directory|permission denied|read-only file system)|go\.mod: no such file or directory`,
		"the folder for temporary files is gone or cannot be written to. Run the cell again: another is made; if that does not help, set TMPDIR to a folder of yours.",
		"一時ファイルのフォルダーがなくなったか、書き込めません。セルをもう一度実行すると作り直します。それでも直らないときは、TMPDIR に自分のフォルダーを設定してください。"),
	on(`read-only file system|input/output error`,
		"the disk cannot be written to. Run `nekonote doctor` in a terminal: it says which folder is meant.",
		"ディスクに書き込めません。ターミナルで `nekonote doctor` を実行すると、どのフォルダーかわかります。"),
}

// placed is a line in which the compiler speaks of a cell: a mistake of hers, whatever its words are.
var placed = regexp.MustCompile(`(?:^|/|\s)main(?:_test)?\.go:\d+:\d+:`)

// Machine says what is wrong with the machine where what the go command or the engine has said when a cell could not be
// built is no mistake of the learner's, with the way out. Lines that name a place in a cell do not count, unless they miss a
// module that she has not asked for: own are the paths that she imports herself.
func Machine(said string, own []string) (words.Text, bool) {
	for _, line := range strings.Split(said, "\n") {
		shut := shutCache.MatchString(line) // no compiler says that of a cell
		if !shut && (placed.MatchString(line) && (len(own) > 0 || !missing.MatchString(line)) || mentions(line, own)) {
			continue
		}
		if why, ok := Find(machine, line); ok {
			return why, true
		}
	}
	return words.Text{}, false
}

var shutCache = regexp.MustCompile(closed)

// missing is said with the place of an import, also of one that she has not written.
var missing = regexp.MustCompile(`module lookup disabled by GOPROXY|missing go\.sum entry|package nekonote/`)

func mentions(line string, names []string) bool {
	for _, name := range names {
		if strings.Contains(line, name) {
			return true
		}
	}
	return false
}

// NotRun is the sentence for a cell that the machine did not run.
func NotRun(why words.Text) words.Text { return notRun.Fill(why) }

var notRun = words.T(
	"this cell could not be run: %s This is not a mistake of yours, and does not count as an attempt.",
	"このセルは実行できませんでした。%sあなたの間違いではないので、解答の回数には数えません。",
)
