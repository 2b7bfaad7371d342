package commands

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/alecthomas/kong"
	"golang.org/x/text/width"

	"nekonote/nn/words"
)

var sayHelp = words.T("Show this help.", "このヘルプを表示する。")

// translate puts what each command, argument and flag is for into the current language, from its tags. English is what
// kong itself reads.
func translate(parser *kong.Kong) error {
	parser.Model.HelpFlag.Help = sayHelp.String()
	translated := func(help string, tag *kong.Tag) string {
		return words.T(help, tag.Get(string(words.Japanese))).String()
	}
	return kong.Visit(parser.Model, func(node kong.Visitable, next kong.Next) error {
		switch node := node.(type) {
		case *kong.Node:
			if node.Tag != nil {
				node.Help = translated(node.Help, node.Tag)
			}
			for _, argument := range node.Positional {
				argument.Help = translated(argument.Help, argument.Tag)
			}
		case *kong.Flag:
			if node != parser.Model.HelpFlag {
				node.Help = translated(node.Help, node.Tag)
			}
		}
		return next(nil)
	})
}

// kongs are kong's own words in a help text, as patterns of lines, and what is said instead in either language.
var kongs = []struct {
	pattern *regexp.Regexp
	say     words.Text
}{
	{regexp.MustCompile(`^Usage: (.*)$`), words.T("Usage: $1", "使い方：$1")},
	{regexp.MustCompile(`^Arguments:$`), words.T("Arguments:", "引数：")},
	{regexp.MustCompile(`^Flags:$`), words.T("Flags:", "オプション：")},
	{regexp.MustCompile(`^Commands:$`), words.T("Commands:", "コマンド：")},
	{regexp.MustCompile(`^Run "(\S+ )<command> --help" for more .*$`),
		words.T(`Run "${1}COMMAND --help" for more about a command.`, `コマンドごとの説明は「${1}コマンド --help」で表示されます。`)},
	{regexp.MustCompile(`^Run "(.*--help)" for more .*$`), words.T(`Run "$1" for more.`, `くわしくは「$1」で表示されます。`)},
	{regexp.MustCompile(`\[flags\]`), words.T("[flags]", "[オプション]")},
	{regexp.MustCompile(`<command>`), words.T("<command>", "<コマンド>")},
}

// columns is how wide a help text is.
const columns = 80

// printHelp is kong's help in the current language.
func printHelp(options kong.HelpOptions, ctx *kong.Context) error {
	return print(kong.DefaultHelpPrinter, options, ctx)
}

func print(printer kong.HelpPrinter, options kong.HelpOptions, ctx *kong.Context) error {
	out := ctx.Stdout
	defer func() { ctx.Stdout = out }()
	var text bytes.Buffer
	ctx.Stdout = &text
	options.WrapUpperBound = columns
	if err := printer(options, ctx); err != nil {
		return err
	}
	for line := range strings.Lines(text.String()) {
		line = strings.TrimRight(line, "\n")
		for _, k := range kongs {
			line = k.pattern.ReplaceAllString(line, k.say.String())
		}
		if _, err := fmt.Fprintln(out, strings.Join(fold(line), "\n")); err != nil {
			return err
		}
	}
	return nil
}

// fold breaks a line that is too wide, where Japanese may break, which kong does not know: between any two letters, but not
// before a full stop or a closing bracket. What follows stands below the last column of the line.
func fold(line string) []string {
	letters := []rune(line)
	indent := 0
	for i := 2; i < len(letters); i++ {
		if letters[i-2] == ' ' && letters[i-1] == ' ' && letters[i] != ' ' {
			indent = i
		}
	}
	at, breakAt := 0, 0
	for i, r := range letters {
		if i > indent && (wide(r) || wide(letters[i-1]) || letters[i-1] == ' ') && !strings.ContainsRune("。、）」・ー:：", r) {
			breakAt = i
		}
		if at++; wide(r) {
			at++
		}
		if at > columns && breakAt > 0 {
			rest := strings.Repeat(" ", indent) + string(letters[breakAt:])
			return append([]string{strings.TrimRight(string(letters[:breakAt]), " ")}, fold(rest)...)
		}
	}
	return []string{line}
}

// wide reports whether a letter takes two columns.
func wide(r rune) bool {
	kind := width.LookupRune(r).Kind()
	return kind == width.EastAsianWide || kind == width.EastAsianFullwidth
}
