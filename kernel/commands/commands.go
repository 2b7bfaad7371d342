// Package commands is the command line: one field of commands a command, each in a file or a room of its own.
//
// What a command, a flag or an argument is for stands where it is declared, in both languages: `help:"…" ja:"…"`.
package commands

import (
	"errors"
	"fmt"
	"os"

	"github.com/alecthomas/kong"

	"nekonote/kernel/certificate"
	"nekonote/kernel/data"
	"nekonote/kernel/export"
	"nekonote/kernel/grade"
	"nekonote/kernel/grade/walls"
	"nekonote/kernel/judge"
	"nekonote/kernel/lab"
	"nekonote/kernel/learner"
	"nekonote/kernel/process"
	"nekonote/kernel/progress"
	"nekonote/kernel/report"
	"nekonote/kernel/trial"
	"nekonote/nn/words"
)

// commands is the command line.
type commands struct {
	Lab         lab.Command         `cmd:"" help:"Set up what is missing and open the course in JupyterLab." ja:"足りないものを用意し、コースを JupyterLab で開く。"`
	Setup       setupCommand        `cmd:"" help:"Set up what is missing, and no more." ja:"足りないものを用意するだけで終わる。"`
	Install     installCommand      `cmd:"" help:"Offer the kernels to your own JupyterLab, Notebook 7 or VS Code." ja:"ふだんの JupyterLab、Notebook 7、VS Code から使えるようにする。"`
	Uninstall   uninstallCommand    `cmd:"" help:"Take them back." ja:"install で入れたものを取り除く。"`
	Test        testCommand         `cmd:"" help:"Run all tests." ja:"すべてのテストを実行する。"`
	Grade       grade.Command       `cmd:"" help:"Run notebooks and say what their answers are worth." ja:"ノートブックを実行し、答えを採点する。"`
	Report      report.Command      `cmd:"" help:"Show from the tables of grade where a class stands." ja:"採点の表から、クラスがどこまで進んだかを見せる。"`
	Doctor      doctorCommand       `cmd:"" help:"Say what is there, what is missing, and how to mend it." ja:"何があり、何が足りず、どう直すかを表示する。"`
	Notebooks   notebooksCommand    `cmd:"" help:"Write the notebooks into a folder." ja:"ノートブックをフォルダーに書き出す。"`
	Lectures    lecturesCommand     `cmd:"" help:"Write the lectures into a folder of pages that need no network." ja:"講義を、ネットワークのいらないページとしてフォルダーに書き出す。"`
	Data        data.Command        `cmd:"" help:"Show, choose and import data sets." ja:"データセットを表示し、選び、取り込む。"`
	Share       shareCommand        `cmd:"" help:"Write a page to show, with your network inside." ja:"自分のネットワークが入った、人に見せるページを書き出す。"`
	Certificate certificate.Command `cmd:"" help:"Write a page that says what you have done, with your answers inside." ja:"コースでしたことの証明を、答えの入った 1 ページに書き出す。"`
	Verify      certificate.Verify  `cmd:"" help:"Grade the answers in a certificate anew, and say whether what it claims is so." ja:"修了証の中の答えを採点し直し、書かれているとおりかどうかを確かめる。"`
	Sign        certificate.Sign    `cmd:"" help:"Sign certificates with your key, as a teacher who vouches for them." ja:"先生として、修了証に自分の鍵で署名する。"`
	Key         certificate.MakeKey `cmd:"" help:"Make a key to sign certificates with." ja:"修了証に署名するための鍵を作る。"`
	Progress    progress.Command    `cmd:"" help:"Show how far a learner has come." ja:"どこまで進んだかを表示する。"`
	Bench       benchCommand        `cmd:"" help:"Measure speed." ja:"速さを測る。"`
	Version     versionCommand      `cmd:"" help:"Say which Nekonote this is." ja:"Nekonote のバージョンを表示する。"`
	Kernel      kernelCommand       `cmd:"" hidden:"" help:"What Jupyter starts: the kernel of one notebook." ja:"Jupyter が起動する、一つのノートブックのカーネル。"`
	One         grade.One           `cmd:"" hidden:"" name:"grade-one" help:"What grade starts: grade one notebook." ja:"grade が起動する、一つのノートブックの採点。"`
	Judge       judge.Command       `cmd:"" hidden:"" help:"What a kernel starts: the judge of its checks." ja:"カーネルが起動する、チェックの判定プログラム。"`
	Trial       trial.Command       `cmd:"" hidden:"" help:"What a set-up ends with: run a first cell." ja:"セットアップの最後に行う、最初のセルの試運転。"`
	Formulas    export.Command      `cmd:"" hidden:"" help:"What an export starts: set formulas as MathML." ja:"エクスポートが起動する、数式の MathML への変換。"`
	Picture     pictureCommand      `cmd:"" hidden:"" help:"What a cell starts: decode pictures." ja:"セルが起動する、画像のデコード。"`

	Lang learner.Language `help:"Language: ${languages} (default: that of the notebooks in the folder, else that of the terminal)." ja:"言語：${languages}（省略時はフォルダーのノートブックの言語、なければターミナルの言語）。" placeholder:"LANG"`
}

// works is a command that works in a folder or on notebooks: if no language is named, it speaks theirs.
type works interface{ Paths() []string }

// Main does what the command line says, and ends the program with the status that it deserves: 2 where it could not run.
func Main() {
	walls.Enter()
	process.Guard()
	named := learner.Speak(os.Args[1:])
	parser := newParser(new(commands))
	parsed, err := parser.Parse(os.Args[1:])
	if err != nil {
		refuse(parser, err)
		os.Exit(2)
	}
	if c, ok := parsed.Selected().Target.Addr().Interface().(works); ok && !named {
		learner.SpeakAsIn(c.Paths()...)
	}
	if err := parsed.Run(); err != nil {
		os.Exit(fail(err))
	}
}

// fail says what went wrong, unless that is said already, and returns the exit status.
func fail(err error) int {
	if err.Error() != "" {
		fmt.Fprintln(os.Stderr, sayError.Fill(err))
	}
	var status grade.Status
	if errors.As(err, &status) {
		return status.Code
	}
	return 1
}

var (
	sayAbout = words.T("Neural networks, written by yourself in Go: a course of notebooks.", "ニューラルネットワークを Go で自分の手で書くノートブックのコース。")
	sayError = words.T("nekonote: error: %v", "nekonote: エラー：%v")
)

// newParser reads command lines into c, and speaks the current language.
func newParser(c *commands) *kong.Kong {
	return kong.Must(c, kong.Name("nekonote"), kong.Description(sayAbout.String()), kong.PostBuild(translate), kong.Help(printHelp),
		kong.Vars{"languages": learner.Languages()})
}
