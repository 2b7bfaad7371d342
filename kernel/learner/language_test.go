package learner

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// TestSpeak: the language that is named, else the environment's, else that of the notebooks here, else the terminal's.
func TestSpeak(t *testing.T) {
	for name, test := range map[string]struct {
		args     string
		variable string
		here     words.Lang // of the notebooks in the current folder
		terminal string
		want     words.Lang
		named    bool
	}{
		"nothing":         {"", "", "", "", words.English, false},
		"the terminal":    {"", "", "", "ja_JP.UTF-8", words.Japanese, false},
		"none of ours":    {"", "", "", "xx_XX.UTF-8", words.English, false},
		"the notebooks":   {"", "", words.Japanese, "en_US.UTF-8", words.Japanese, false},
		"English ones":    {"", "", words.English, "ja_JP.UTF-8", words.English, false},
		"the environment": {"", "en", words.Japanese, "ja_JP.UTF-8", words.English, true},
		"the flag":        {"progress --lang ja", "en", words.English, "", words.Japanese, true},
		"the flag with =": {"progress --lang=ja --json", "", "", "", words.Japanese, true},
		"no language":     {"progress --lang xx", "", "", "ja_JP", words.Japanese, false},
		"no value":        {"progress --lang", "", "", "", words.English, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			t.Setenv(words.Variable, test.variable)
			t.Setenv("LC_ALL", "")
			t.Setenv("LC_MESSAGES", "")
			t.Setenv("LANG", test.terminal)
			if test.here != "" {
				if err := notebook.Write(".", test.here, false); err != nil {
					t.Fatal(err)
				}
			}
			if named := Speak(strings.Fields(test.args)); named != test.named || words.Current() != test.want {
				t.Errorf("speaks %s, named %t; want %s, %t", words.Current(), named, test.want, test.named)
			}
		})
	}
}

func TestSpeakAsInTheFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, lang := range words.Langs {
		if err := notebook.Write("of "+string(lang), lang, false); err != nil {
			t.Fatal(err)
		}
	}
	book := filepath.Join("of ja", notebook.All[0].Name+".ipynb")
	content, err := os.ReadFile(book)
	if err != nil {
		t.Fatal(err)
	}
	work(t, "both")
	for name, content := range map[string][]byte{"a.ipynb": content, "b.ipynb": []byte(`{"metadata": {"kernelspec": {"name": "nekonote"}}}`)} {
		if err := os.WriteFile(filepath.Join("both", name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		paths []string
		want  words.Lang // "" where nothing tells
	}{
		{[]string{"of en"}, words.English}, {[]string{"of ja"}, words.Japanese}, {[]string{book}, words.Japanese},
		{[]string{filepath.Join("work", "ja")}, words.Japanese}, {[]string{"both"}, ""}, {[]string{"nowhere", "of ja"}, words.Japanese},
		{[]string{"nowhere.ipynb"}, ""}, {nil, ""},
	} {
		t.Setenv(words.Variable, "before")
		SpeakAsIn(test.paths...)
		want := string(test.want)
		if want == "" {
			want = "before"
		}
		if got := os.Getenv(words.Variable); got != want {
			t.Errorf("%q: speaks %s; want %s", test.paths, got, want)
		}
	}
}
