package words

import (
	"embed"
	"encoding/json"
	"io/fs"
	"strings"
	"sync"
)

// English and Japanese stand side by side where a sentence is written. Any other language is a catalogue: a file here, named
// like the language, that holds the translation of each English sentence.
//
//go:embed catalogue
var embedded embed.FS

// catalogue holds the translations of one language, read when the first one is asked for: most programs speak another.
type catalogue struct {
	lang Lang
	read func() map[string]string
}

var catalogues = open(embedded)

// open lists the catalogues of a folder.
func open(files fs.FS) []catalogue {
	var all []catalogue
	names, err := fs.Glob(files, "catalogue/*.json")
	if err != nil {
		panic(err) // the pattern is right
	}
	for _, name := range names {
		lang := strings.TrimSuffix(strings.TrimPrefix(name, "catalogue/"), ".json")
		all = append(all, catalogue{Lang(lang), sync.OnceValue(func() map[string]string {
			var said map[string]string
			content, err := fs.ReadFile(files, name)
			if err == nil {
				err = json.Unmarshal(content, &said)
			}
			if err != nil {
				panic("words: " + name + ": " + err.Error()) // a test reads every catalogue
			}
			return said
		})})
	}
	return all
}

// Translated reports whether a sentence, given in English, stands in the catalogue of a language. English and Japanese have
// none, and all of their sentences.
func Translated(l Lang, english string) bool {
	for _, c := range catalogues {
		if c.lang == l {
			return c.read()[english] != ""
		}
	}
	return true
}

// translation is a sentence in a language of a catalogue, and in English where it is missing there.
func translation(l Lang, english string) string {
	for _, c := range catalogues {
		if c.lang == l {
			if said := c.read()[english]; said != "" {
				return said
			}
		}
	}
	return english
}

// languages lists all that can be spoken.
func languages() []Lang {
	all := []Lang{English, Japanese}
	for _, c := range catalogues {
		all = append(all, c.lang)
	}
	return all
}
