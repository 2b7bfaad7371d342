package certificate

import (
	"errors"
	"fmt"
	"os"
	"unicode/utf8"

	"nekonote/kernel/certificate/badge"
	"nekonote/nn/words"
)

// MakeKey is `key`, as kong reads it.
type MakeKey struct {
	Name string `help:"Your name, as signed certificates show it (default: asked for)." ja:"署名した修了証に載せる、あなたの名前（省略時は質問する）。" placeholder:"NAME"`
	File string `arg:"" optional:"" default:"teacher.key" help:"File of the key; its public half is written beside it, as FILE.pub." ja:"鍵のファイル。公開鍵は、同じ場所に .pub を付けた名前で書き出す。" type:"path"`
}

var (
	sayAskName = words.T("Your name, as signed certificates show it: ", "署名した修了証に載せる、あなたの名前：")
	sayNoName  = words.T("a key needs a name: say --name", "鍵には名前が要ります。--name で指定してください")
	sayKeyMade = words.T("%s is your key: anyone who has it signs as you. Keep it to yourself, and a copy in a safe place. With it you sign: go run ./kernel sign --key %[1]s certificate.html",
		"%s があなたの鍵です。持っている人は誰でも、あなたとして署名できます。人に渡さず、安全な場所にコピーを取っておいてください。署名するには：go run ./kernel sign --key %[1]s certificate.html")
	sayKeyHalf = words.T("%s is its public half, for everyone: with it, or with its name, your signature is checked. Its name, which you may put where people trust you to have written it:",
		"%s は公開鍵で、誰に渡してもかまいません。これか、次の名前があれば、あなたの署名を確かめられます。あなたのものとわかる場所（学校のページなど）に載せておくとよいでしょう：")
)

// Run makes a key, and writes over nothing.
func (c *MakeKey) Run() error {
	name := clean(c.Name)
	if name == "" {
		name = asked(sayAskName)
	}
	if name == "" {
		return errors.New(sayNoName.String())
	}
	if utf8.RuneCountInString(name) > badge.LongestName {
		return errors.New(sayLong.Fill(badge.LongestName).String())
	}
	k, err := badge.New(name)
	if err != nil {
		return err
	}
	if err := k.Keep(c.File); err != nil {
		return err
	}
	fmt.Println(sayKeyMade.Fill(c.File))
	_, err = fmt.Fprintf(os.Stdout, "%s\n%s\n", sayKeyHalf.Fill(badge.PublicFile(c.File)), k.DID())
	return err
}
