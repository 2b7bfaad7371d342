// Package learner finds out where a learner works, and in which language the commands speak with her.
package learner

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// Language is what --lang names; empty where it is not given.
type Language words.Lang

// UnmarshalText takes a language that the course speaks, and no other.
func (l *Language) UnmarshalText(text []byte) error {
	if !slices.Contains(words.Langs, words.Lang(text)) {
		return unknownLanguage{string(text)}
	}
	*l = Language(text)
	return nil
}

type unknownLanguage struct{ name string }

func (e unknownLanguage) Error() string {
	return words.T("the course does not speak %q; the languages are %s", "「%s」はこのコースにない言語です。選べる言語は %s です").
		Fill(e.name, Languages()).String()
}

// Languages lists what --lang may name: "en, ja".
func Languages() string {
	var all []string
	for _, lang := range words.Langs {
		all = append(all, string(lang))
	}
	return strings.Join(all, ", ")
}

// Speak chooses the language of this program before its command line is read, so that help and complaints are in it
// too: the one that --lang names, else NEKONOTE_LANG, else that of the notebooks in the current folder, else the
// terminal's. It reports whether the language was named; if not, SpeakAsIn may still do better.
func Speak(args []string) (named bool) {
	for i, arg := range args {
		value, found := strings.CutPrefix(arg, "--lang=")
		if !found && arg == "--lang" && i+1 < len(args) {
			value = args[i+1]
		}
		if slices.Contains(words.Langs, words.Lang(value)) {
			use(words.Lang(value))
			return true
		}
	}
	if os.Getenv(words.Variable) != "" {
		return true
	}
	use(terminal())
	SpeakAsIn(".")
	return false
}

// SpeakAsIn chooses the language of the first of these notebooks and folders that tells one.
func SpeakAsIn(paths ...string) {
	for _, path := range paths {
		if lang, tells := languageOf(path); tells {
			use(lang)
			return
		}
	}
}

func use(lang words.Lang) {
	_ = os.Setenv(words.Variable, string(lang)) // fails for no name like this
}

// terminal is the language of the terminal, English where it is none of ours.
func terminal() words.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := os.Getenv(name)
		if value == "" {
			continue
		}
		for _, lang := range words.Langs {
			if strings.HasPrefix(value, string(lang)) {
				return lang
			}
		}
		break
	}
	return words.English
}

// languageOf is the language of a notebook, or of the notebooks in a folder where they all agree; without any, a folder
// that lab has made tells by its name.
func languageOf(path string) (words.Lang, bool) {
	notebooks, _ := filepath.Glob(filepath.Join(path, "*.ipynb"))
	if filepath.Ext(path) == ".ipynb" {
		notebooks = []string{path}
	}
	found := map[words.Lang]bool{}
	for _, path := range notebooks {
		if lang, tells := kernelOf(path); tells {
			found[lang] = true
		}
	}
	for lang := range found {
		return lang, len(found) == 1
	}
	lang := words.Lang(filepath.Base(path))
	return lang, slices.Contains(words.Langs, lang)
}

// kernelOf is the language of the kernel that a notebook names.
func kernelOf(path string) (words.Lang, bool) {
	content, err := os.ReadFile(path)
	if err != nil {
		return "", false
	}
	var book struct {
		Metadata struct {
			Kernelspec struct {
				Name string `json:"name"`
			} `json:"kernelspec"`
		} `json:"metadata"`
	}
	_ = json.Unmarshal(content, &book) // what is no notebook tells nothing
	for _, lang := range words.Langs {
		if notebook.Kernel(lang) == book.Metadata.Kernelspec.Name {
			return lang, true
		}
	}
	return "", false
}
