package notebook

import (
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"nekonote/lessons/lectures"
	"nekonote/nn/words"
)

//go:embed faults.txt
var faultList string

// fault is a wording that was found once, with what is written instead.
type fault struct {
	pattern *regexp.Regexp
	instead string
}

// faults are the wordings that must not come back, by language.
func faults(t *testing.T) map[words.Lang][]fault {
	t.Helper()
	all := map[words.Lang][]fault{}
	for line := range strings.Lines(faultList) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 {
			t.Fatalf("this is not language, pattern, instead: %q", line)
		}
		lang := words.Lang(cells[0])
		all[lang] = append(all[lang], fault{regexp.MustCompile(cells[1]), cells[2]})
	}
	if len(all[words.English]) < 10 || len(all[words.Japanese]) < 20 {
		t.Fatal("the list of faults is too short")
	}
	return all
}

// TestFaultsDoNotComeBack reads everything that a learner can see against the list of wordings that were mended.
func TestFaultsDoNotComeBack(t *testing.T) {
	all := faults(t)
	read := func(where string, lang words.Lang, text string) {
		text = inCode.ReplaceAllString(verb.ReplaceAllString(text, "◇"), "`x`")
		for _, f := range all[lang] {
			if at := f.pattern.FindStringIndex(text); at != nil {
				t.Errorf("%s: …%s…: %s", where, around(text, at), f.instead)
			}
		}
	}
	each(t, func(lesson Lesson, lang words.Lang, cell Cell) {
		if cell.Type == "markdown" {
			read(lesson.Path, lang, fences.ReplaceAllString(string(cell.Source), " "))
		}
	})
	for _, lesson := range All {
		for _, all := range choice.FindAllStringSubmatch(lesson.Text, -1) {
			for i, text := range strings.Split(all[1], "|") {
				read(lesson.Path, words.Langs[i], text)
			}
		}
	}
	said(t, func(path, english, inJapanese string) {
		read(path, words.English, english)
		read(path, words.Japanese, inJapanese)
	})
	for _, name := range []string{"README", "TEACHING", "CONTRIBUTING"} {
		for lang, ending := range map[words.Lang]string{words.English: ".md", words.Japanese: ".ja.md"} {
			page, err := os.ReadFile(filepath.Join("..", "..", name+ending))
			if err != nil {
				t.Fatal(err)
			}
			read(name+ending, lang, fences.ReplaceAllString(flow(string(page)), " "))
		}
	}
	spoken, err := lectures.Course()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range spoken {
		for _, lang := range words.Langs {
			read(l.Path, lang, l.Title.In(lang))
			for _, sentence := range l.Sentences {
				read(fmt.Sprintf("%s:%d", l.Path, sentence.Line), lang, sentence.Shown.In(lang))
			}
		}
	}
}

// verb is a verb of package fmt, except %q, which puts English quotes into Japanese.
var verb = regexp.MustCompile(`%[-+#.\d\[\]]*[a-pr-zA-Z]`)

// inCode is code within a sentence, which may have its own words.
var inCode = regexp.MustCompile("`[^`]*`")

var fences = regexp.MustCompile("(?s)```.*?```")

// around is what stands at a place in a text, with some letters before and after it.
func around(text string, at []int) string {
	before, after := []rune(text[:at[0]]), []rune(text[at[1]:])
	return string(before[max(0, len(before)-12):]) + "⟨" + text[at[0]:at[1]] + "⟩" + string(after[:min(len(after), 12)])
}

// TestFaultsAreFound: each kind, with a text that has it and one that has not.
func TestFaultsAreFound(t *testing.T) {
	all := faults(t)
	for _, c := range []struct {
		lang words.Lang
		text string
		want bool
	}{
		{words.English, "It shall answer.", true}, {words.English, "It should answer.", false},
		{words.English, "Whoever has computed s gets the slope for nothing.", true},
		{words.English, "The second one has three.", false},
		{words.English, "How many times as much does f change?", true}, {words.English, "What comes behind `//` is a comment.", true},
		{words.English, "Without it A is no probability.", true}, {words.English, "There is no picture.", false},
		{words.English, "In this course an example is a column.", true}, {words.English, "What does one step do?", false},
		{words.Japanese, "この講座では", true}, {words.Japanese, "オンライン講座では", false}, {words.Japanese, "コースと同じ乱数", true},
		{words.Japanese, "コストはその −0.007 倍変わりますが", true}, {words.Japanese, "コストは増やした分の −0.007 倍だけ変わるはずですが", false},
		{words.Japanese, "5 秒 以内に", true}, {words.Japanese, "5 秒以内に", false},
		{words.Japanese, "写真が2 枚", true}, {words.Japanese, "写真が 2 枚", false},
		{words.Japanese, "セルに`week2`", true}, {words.Japanese, "テスト用: 50 枚", true}, {words.Japanese, "テスト用：50 枚", false},
		{words.Japanese, "シグモイドの傾き", true}, {words.Japanese, "シグモイド関数の傾き", false},
		{words.Japanese, "分かりません", true}, {words.Japanese, "2 つに分かれています", false},
		{words.Japanese, "名前 %q", true},
		{words.Japanese, "歩目です。 誤差は", true}, {words.Japanese, "歩目です。誤差は", false}, {words.Japanese, "層 1: 4×3", true}, {words.Japanese, "層 1：4×3", false},
		{words.Japanese, "クラス 1 です. 平面の", true},
	} {
		got := false
		for _, f := range all[c.lang] {
			got = got || f.pattern.MatchString(c.text)
		}
		if got != c.want {
			t.Errorf("a fault in %q: %t; want %t", c.text, got, c.want)
		}
	}
}
