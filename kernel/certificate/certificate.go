// Package certificate is four commands. `certificate` writes one page that says what a learner has done in the course, with her
// answers inside. `verify` takes such a page from anybody, and has these answers graded anew: proof instead of promise. With a key
// that `key` has made, `sign` lets a teacher vouch for a page: for those who cannot run it, and for what no program can find out,
// such as who has written the answers.
package certificate

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"unicode/utf8"

	"nekonote/kernel/grade"
	"nekonote/kernel/learner"
	"nekonote/lessons/own/sheet"
	"nekonote/nn/words"
)

// Command is `certificate`, as kong reads it.
type Command struct {
	learner.Folder
	Name  string `help:"The name on the certificate (default: asked for; empty leaves a line to write on)." ja:"修了証に載せる名前（省略時は質問する。空なら手で書き込める線になる）。" placeholder:"NAME"`
	SoFar bool   `name:"so-far" help:"Write it although not everything is done, and say so on it." ja:"全部終わっていなくても、未修了と明記して書き出す。"`
	Plain bool   `name:"without-pictures" help:"Leave out the pictures that own.Share has kept of your data set." ja:"own.Share が残した、自分のデータセットの画像を載せない。"`
	File  string `arg:"" optional:"" default:"certificate.html" help:"Page to write." ja:"書き出すページ。" type:"path"`
}

var (
	sayHow = words.T("Open the course with `go run ./kernel lab`, solve what is missing, and come back. With --so-far a page is written now, which says that it is not complete",
		"`go run ./kernel lab` でコースを開いて足りないものを解き、もう一度実行してください。--so-far を付けると、未修了と明記したページを今すぐ書き出します")
	sayNoClaim = words.T("nothing is solved yet in %s, so there is nothing to certify. Open the course with `go run ./kernel lab`, or name the folder with --dir",
		"%s にはまだ解いた演習がなく、証明できるものがありません。`go run ./kernel lab` でコースを開くか、--dir でフォルダーを指定してください")
	sayAsk     = words.T("Your name (Enter for a line to write on): ", "名前（何も入れずに Enter を押すと、手で書き込める線になります）：")
	sayLong    = words.T("a name of more than %d letters does not fit", "%d 文字より長い名前は入りません")
	sayWritten = words.T("%s is written: one page that prints on A4, with your answers inside. Anyone with Nekonote can check it: go run ./kernel verify %[1]s",
		"%s を書き出しました。A4 に 1 枚で印刷でき、中に答えが入っています。Nekonote を持っている人なら誰でも、go run ./kernel verify %[1]s で確かめられます。")
	sayHers = words.T("The code of your notebooks stands in it, and %d pictures of your data set with what your network says of them; outputs and other pictures do not. --without-pictures leaves them out.",
		"ノートブックのコードと、あなたのデータセットの画像 %d 枚、それにネットワークの答えが入っています。出力やほかの画像は入っていません。画像を載せないときは --without-pictures を付けてください。")
	sayCode = words.T("The code of your notebooks stands in it, outputs and pictures do not.", "ノートブックのコードが入っています。出力や写真は入っていません。")
)

// Run writes the page, or says what is missing.
func (c *Command) Run() error {
	c.Choose()
	t, missing, err := gather(c.Find())
	if err != nil {
		return err
	}
	if len(t.Claims) == 0 {
		return grade.Status{Code: 1, Why: errors.New(sayNoClaim.Fill(c.Find()).String())}
	}
	if len(missing) > 0 {
		tell(os.Stderr, missing)
		if !c.SoFar {
			return grade.Status{Code: 1, Why: errors.New(sayHow.String())}
		}
	}
	if t.Name = clean(c.Name); t.Name == "" {
		t.Name = asked(sayAsk)
	}
	if utf8.RuneCountInString(t.Name) > longestName {
		return errors.New(sayLong.Fill(longestName).String())
	}
	pictures := 0
	if t.Network != nil {
		if c.Plain {
			t.Network.Pictures = nil
		}
		pictures = len(t.Network.Pictures)
	}
	page, err := t.Page()
	if err != nil {
		return err
	}
	if err := sheet.Write(c.File, page, kind); err != nil {
		return err
	}
	fmt.Println(sayWritten.Fill(c.File))
	if pictures > 0 {
		fmt.Println(sayHers.Fill(pictures))
	} else {
		fmt.Println(sayCode)
	}
	return nil
}

// asked is the name that somebody types, where she can.
func asked(say words.Text) string {
	info, err := os.Stdin.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return ""
	}
	fmt.Fprint(os.Stderr, say)
	line, _ := bufio.NewReader(os.Stdin).ReadString('\n') // at its end there is no name
	return clean(line)
}
