package certificate

import (
	"errors"
	"fmt"
	"os"
	"time"

	"nekonote/kernel/certificate/badge"
	"nekonote/kernel/grade"
	"nekonote/lessons/own/sheet"
	"nekonote/nn/version"
	"nekonote/nn/words"
)

// Sign is `sign`, as kong reads it.
type Sign struct {
	grade.Means
	Key      string   `required:"" help:"Your key: the file that key has written." ja:"あなたの鍵。key が書き出したファイル。" type:"path" placeholder:"FILE"`
	Ungraded bool     `help:"Sign without grading the answers anew; the signature then says so." ja:"採点し直さずに署名する。署名にもそう記録される。"`
	Files    []string `arg:"" name:"file" help:"Pages that certificate has written; each is signed where it lies." ja:"certificate が書き出したページ。その場で署名を書き入れる。" type:"path"`
}

var (
	sayIsSigned = words.T("%s is signed by: %s. Anyone can check that: go run ./kernel verify --key %s %[1]s", "%s に署名しました（%s）。go run ./kernel verify --key %s %[1]s で、誰でも確かめられます。")
	sayNotFound = words.T("%s is not signed: see above what was not found", "%s には署名しませんでした。確認できなかったものは上のとおりです")
	sayNotShown = words.T("%s is not signed: the page does not show what it says inside. Somebody has changed it, a browser has saved it anew, or another version of Nekonote has written it (%s; this is %s). Ask for a page that `certificate` has just written",
		"%s には署名しませんでした。ページの表示が、中のデータと一致しません。誰かが書き換えたか、ブラウザーが保存し直したか、別のバージョンの Nekonote が書いたものです（%s。これは %s）。`certificate` が書き出したままのページをもらってください")
	sayOthers = words.T("%s is not signed: somebody else has signed it already, %s. Ask for a page without a signature", "%s には署名しませんでした。ほかの人の署名があります（%s）。署名のないページをもらってください")

	sayAllDone  = words.T("All %d exercises and questions of the course are solved.", "コースの演習とクイズ %d 問を、すべて解きました。")
	sayPartOf   = words.T("%s (%d of %d)", "%s（%[3]d 問中 %[2]d 問）")
	saySomeDone = words.T("%d of the %d exercises and questions of the course are solved.", "コースの演習とクイズ %[2]d 問のうち、%[1]d 問を解きました。")
	sayCriteria = words.T("Every function is written by the learner in Go. A program judges it on arguments drawn at random, and gives points only where every result is right.",
		"関数は、すべて学習者が Go で書きます。乱数で選んだ引数でプログラムが判定し、すべての結果が正しいときだけ点になります。")
	sayEvidence = words.T("A page of HTML with the answers inside, by the SHA-256 of the text of its element #told. Anyone with Nekonote can have them graded anew: nekonote verify FILE.",
		"答えの入った HTML のページ。ID は、その要素 #told の文字列の SHA-256 です。Nekonote があれば、nekonote verify FILE で採点し直せます。")
	sayAnew    = words.T("They were graded anew when this was signed, and all that the page claims was found.", "署名のときに採点し直し、申告された内容はすべて確認できました。")
	sayNotAnew = words.T("They were not graded anew when this was signed.", "署名のときに採点し直してはいません。")
)

// Run signs the pages of which all that they claim was found.
func (c *Sign) Run() error {
	key, err := badge.Secret(c.Key)
	if err != nil {
		return grade.Status{Code: 2, Why: err}
	}
	var judge func(string) grade.Result
	if !c.Ungraded {
		found, done, err := judgeWith(c.Means)
		if err != nil {
			return grade.Status{Code: 2, Why: err}
		}
		defer done()
		judge = found
	}
	var status error
	for _, file := range c.Files {
		if err := signFile(file, key, judge); err != nil {
			fmt.Fprintln(os.Stderr, err)
			status = grade.Status{Code: 1}
		}
	}
	return status
}

// signFile signs a page where it lies, once a judge has found all that it claims; without a judge, on the word of who signs.
func signFile(file string, key badge.Key, judge func(string) grade.Result) error {
	t, page, err := load(file)
	if err != nil {
		return err
	}
	if !t.shows(page) {
		return errors.New(sayNotShown.Fill(file, t.Version, version.Number).String())
	}
	if s := t.sealed(page, nil); s.seal != nil && !s.is(key) {
		return errors.New(sayOthers.Fill(file, named(s.seal.Key)).String())
	}
	if judge != nil {
		f, err := t.examine(page, nil, judge)
		if err != nil {
			return err
		}
		f.write(grade.Plain(os.Stdout), t)
		if !f.holds() {
			return errors.New(sayNotFound.Fill(file).String())
		}
	}
	if t.Signed, err = key.Sign(t.award(judge != nil), said(page)); err != nil {
		return err
	}
	text, err := t.Page()
	if err != nil {
		return err
	}
	if err := sheet.Write(file, text, kind); err != nil {
		return err
	}
	fmt.Println(sayIsSigned.Fill(file, key.Name, key.DID()))
	return nil
}

// award is what there is to vouch for, in the language of the page.
func (t Told) award(graded bool) badge.Award {
	solved, of := t.counts()
	did, part, name := saySomeDone.Fill(solved, of), fmt.Sprintf("%d/%d", solved, of), sayPartOf.Fill(sayCourse, solved, of)
	if solved == of {
		did, part, name = sayAllDone.Fill(of), "", sayCourse
	}
	checked := sayNotAnew
	if graded {
		checked = sayAnew
	}
	return badge.Award{
		Learner: t.Name, Lang: t.Lang, Version: t.Version, Name: name.In(t.Lang), Part: part, Description: did.In(t.Lang), Criteria: sayCriteria.In(t.Lang),
		Narrative: sayEvidence.In(t.Lang) + words.T(" ", "").In(t.Lang) + checked.In(t.Lang), At: time.Now(),
	}
}
