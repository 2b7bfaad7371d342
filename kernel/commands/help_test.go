package commands

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"nekonote/kernel/learner"
	"nekonote/nn/words"
)

// parse reads a command line in a language, and returns what kong has said, and its complaint.
func parse(t *testing.T, lang words.Lang, args ...string) (said string, err error) {
	t.Helper()
	t.Setenv(words.Variable, string(lang))
	parser := newParser(new(commands))
	var out bytes.Buffer
	parser.Stdout = &out
	parser.Exit = func(int) { panic(parser) } // --help ends the program
	defer func() {
		if r := recover(); r != nil && r != parser {
			panic(r)
		}
		said = out.String()
	}()
	_, err = parser.Parse(args)
	return out.String(), err
}

// kongWords are those that kong has of its own in a help text.
var kongWords = regexp.MustCompile(`Usage|Arguments:|Flags:|Commands:|\[flags\]|<command>|Run "|for more|Show`)

// TestEveryHelpIsInBothLanguages: each command, flag and argument says what it is for, and nothing of kong's own is left
// in the other language.
func TestEveryHelpIsInBothLanguages(t *testing.T) {
	parser := newParser(new(commands))
	count := 0
	check := func(name string, tag *kong.Tag) {
		count++
		for _, key := range []string{"help", "ja"} {
			if tag.Get(key) == "" {
				t.Errorf("%s: there is no %s:\"…\" in its tag", name, key)
			}
		}
	}
	help := func(node *kong.Node) {
		said, _ := parse(t, words.Japanese, append(strings.Fields(strings.TrimPrefix(node.FullPath(), "nekonote")), "--help")...)
		if !strings.HasPrefix(said, "使い方：nekonote") {
			t.Errorf("%s --help says\n%s", node.FullPath(), said)
		}
		if left := kongWords.FindString(said); left != "" {
			t.Errorf("%s --help says %s in Japanese:\n%s", node.FullPath(), left, said)
		}
	}
	help(parser.Model.Node)
	err := kong.Visit(parser.Model, func(node kong.Visitable, next kong.Next) error {
		switch node := node.(type) {
		case *kong.Node:
			check(node.FullPath(), node.Tag)
			for _, argument := range node.Positional {
				check(node.FullPath()+" "+argument.Summary(), argument.Tag)
			}
			help(node)
		case *kong.Flag:
			if node != parser.Model.HelpFlag {
				check(node.ShortSummary(), node.Tag)
			}
		}
		return next(nil)
	})
	if err != nil || count < 30 {
		t.Errorf("%v; %d texts were read", err, count)
	}
}

// TestComplaintsAreInBothLanguages has whatever can be wrong with a command line.
func TestComplaintsAreInBothLanguages(t *testing.T) {
	for _, test := range []struct {
		args string
		want words.Text
	}{
		{"prog", words.T(`unexpected argument prog, did you mean "progress"?`, `prog という引数はここでは使えません。"progress" ではありませんか`)},
		{"data im us", words.T(`unexpected argument im, did you mean "import"?`, `im という引数はここでは使えません。"import" ではありませんか`)},
		{"progress 3", words.T("unexpected argument 3", "3 という引数はここでは使えません")},
		{"report", words.T(`expected "<dir>"`, `"<dir>" が足りません`)},
		{"data", words.T(`expected one of "import", "list", "use"`, `次のどれかを続けてください："import", "list", "use"`)},
		{"lab --prt 3", words.T(`unknown flag --prt, did you mean "--port"?`, `--prt というオプションはありません。"--port" ではありませんか`)},
		{"lab --zzzz", words.T("unknown flag --zzzz", "--zzzz というオプションはありません")},
		{"lab --port x", words.T(`--port: "x" is not a whole number`, `--port: "x" は整数ではありません`)},
		{"lab --port", words.T("--port: its value is missing", "--port: 値がありません")},
		{"lab --port --dir", words.T(`--port: its value is missing; "--dir" comes next`, `--port: 値がなく、"--dir" が続いています`)},
		{"lab --no-browser=x", words.T(`--no-browser: it takes no value, but got "x"`, `--no-browser: 値は要りませんが、"x" があります`)},
		{"grade --timeout 5 x", words.T(`--timeout: "5" is not a time; write 90s or 10m`, `--timeout: "5" は時間ではありません。90s や 10m のように書いてください`)},
		{"grade --json --csv .", words.T("--json and --csv can't be used together", "--json と --csv は一緒に使えません")},
		{"progress --lang xx", words.T(`--lang: the course does not speak "xx"; the languages are `+learner.Languages(), `--lang: 「xx」はこのコースにない言語です。選べる言語は `+learner.Languages()+` です`)},
	} {
		for _, lang := range words.Langs {
			_, err := parse(t, lang, strings.Fields(test.args)...)
			if err == nil {
				t.Errorf("%s is accepted", test.args)
			} else if got := complaint(err.Error()); got != test.want.In(lang) {
				t.Errorf("%s: %q; want %q", test.args, got, test.want.In(lang))
			}
		}
	}
}

func TestFoldBreaksWhereJapaneseMay(t *testing.T) {
	for line, want := range map[string][]string{
		"  --a    " + strings.Repeat("あ", 35) + "、い": {"  --a    " + strings.Repeat("あ", 34), "         あ、い"},
		"  " + strings.Repeat("あ", 38) + " abc def":  {"  " + strings.Repeat("あ", 38), "  abc def"},
		strings.Repeat("a", 90):                      {strings.Repeat("a", 90)},
		"short":                                      {"short"},
	} {
		if got := fold(line); !slices.Equal(got, want) {
			t.Errorf("fold(%q) = %q; want %q", line, got, want)
		}
	}
}
