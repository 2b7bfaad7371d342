package commands

import (
	"errors"
	"fmt"
	"os"
	"regexp"

	"github.com/alecthomas/kong"

	"nekonote/nn/words"
)

// refuse says what is wrong with a command line, under how to use the command.
func refuse(parser *kong.Kong, err error) {
	var wrong *kong.ParseError
	if errors.As(err, &wrong) && wrong.Context != nil {
		parser.Stdout = os.Stderr
		_ = print(kong.DefaultShortHelpPrinter, kong.HelpOptions{}, wrong.Context)
	}
	fmt.Fprintln(os.Stderr, sayError.Fill(complaint(err.Error())))
}

// complaints are kong's, as patterns, and what is said instead. A complaint may have several parts, each with a pattern of its
// own.
var complaints = []struct {
	pattern *regexp.Regexp
	say     words.Text
}{
	{regexp.MustCompile(`^unexpected argument ([^,]*)`), words.T("unexpected argument $1", "$1 という引数はここでは使えません")},
	{regexp.MustCompile(`^unexpected flag argument ("[^"]*")`), words.T("unexpected flag argument $1", "$1 という値はここでは使えません")},
	{regexp.MustCompile(`^unknown flag ([^,]*)`), words.T("unknown flag $1", "$1 というオプションはありません")},
	{regexp.MustCompile(`, did you mean one of (.*)\?$`), words.T(", did you mean one of $1?", "。次のどれかではありませんか：$1")},
	{regexp.MustCompile(`, did you mean (.*)\?$`), words.T(", did you mean $1?", "。$1 ではありませんか")},
	{regexp.MustCompile(`^expected one of (.*)$`), words.T("expected one of $1", "次のどれかを続けてください：$1")},
	{regexp.MustCompile(`^expected ("[^"]*")$`), words.T("expected $1", "$1 が足りません")},
	{regexp.MustCompile(`^missing flags: (.*)$`), words.T("missing flags: $1", "次のオプションが足りません：$1")},
	{regexp.MustCompile(`(--\S+) and (--\S+) can't be used together`), words.T("$1 and $2 can't be used together", "$1 と $2 は一緒に使えません")},
	{regexp.MustCompile(`expected \w+ value but got "EOL" \(<EOL>\)`), words.T("its value is missing", "値がありません")},
	{regexp.MustCompile(`expected \w+ value but got ("[^"]*") \([^)]*\)(; perhaps.*)?`), words.T("its value is missing; $1 comes next", "値がなく、$1 が続いています")},
	{regexp.MustCompile(`expected duration but got ("[^"]*").*$`), words.T("$1 is not a time; write 90s or 10m", "$1 は時間ではありません。90s や 10m のように書いてください")},
	{regexp.MustCompile(`expected a valid \d+ bit u?int but got ("[^"]*")`), words.T("$1 is not a whole number", "$1 は整数ではありません")},
	{regexp.MustCompile(`bool value must be true, 1, yes, false, 0 or no but got ("[^"]*")`),
		words.T("it takes no value, but got $1", "値は要りませんが、$1 があります")},
}

// complaint is kong's complaint in the current language.
func complaint(said string) string {
	for _, c := range complaints {
		said = c.pattern.ReplaceAllString(said, c.say.String())
	}
	return said
}
