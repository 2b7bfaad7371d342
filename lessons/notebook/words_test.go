package notebook

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"nekonote/nn/words"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// TestWordsOfThePrograms reads whatever the programs say against the glossary, in both languages: prompts, hints,
// mistakes, quizzes, cards, figures, errors, the command line.
func TestWordsOfThePrograms(t *testing.T) {
	avoid, read := avoided(t), 0
	said(t, func(path, english, inJapanese string) {
		read++
		for word, instead := range avoid {
			for _, text := range []string{english, inJapanese} {
				if stands(code.ReplaceAllString(text, " "), word) {
					t.Errorf("%s: %q should be %q in: %s", path, word, instead, beginning(text))
				}
			}
		}
	})
	if read < 1000 {
		t.Errorf("only %d texts were found", read)
	}
}

// TestWordsAreInTheirLanguage: what is said in English has nothing Japanese in it; what is said in Japanese has, unless it
// is code, a formula or a name, the same in both languages.
func TestWordsAreInTheirLanguage(t *testing.T) {
	verbs := regexp.MustCompile(`%[-+#.\d\[\]]*[a-zA-Z]`)
	said(t, func(path, english, inJapanese string) {
		if strings.ContainsFunc(english, written) {
			t.Errorf("%s: Japanese in the English: %s", path, english)
		}
		if english != inJapanese && strings.ContainsFunc(verbs.ReplaceAllString(inJapanese, ""), unicode.IsLetter) && !strings.ContainsFunc(inJapanese, written) {
			t.Errorf("%s: no Japanese in: %s", path, inJapanese)
		}
	})
}

// TestCataloguesHaveEverySentence lists what the catalogues lack: a learner would read it in English.
func TestCataloguesHaveEverySentence(t *testing.T) {
	said(t, func(path, english, _ string) {
		for _, lang := range words.Langs {
			if !words.Translated(lang, english) {
				t.Errorf("%s: missing in %s: %q", path, lang, english)
			}
		}
	})
}

// said finds in the source of the programs what they say, and calls f with it: two texts side by side, as arguments of
// words.T, or of any other function where the second is Japanese, or as tags of a flag or a command.
func said(t *testing.T, f func(path, english, inJapanese string)) {
	t.Helper()
	for _, room := range []string{"lessons", "plots", "kernel", "nn"} {
		err := filepath.WalkDir(filepath.Join("..", "..", room), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if field, ok := n.(*ast.Field); ok && field.Tag != nil {
					tag := reflect.StructTag(literal(field.Tag))
					if help := tag.Get("help"); help != "" {
						f(path, help, tag.Get("ja"))
					}
				}
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				for i := 1; i < len(call.Args); i++ {
					english, inJapanese := literal(call.Args[i-1]), literal(call.Args[i])
					if english == "" || inJapanese == "" {
						continue
					}
					if isWords(call.Fun) || !strings.ContainsFunc(english, written) && strings.ContainsFunc(inJapanese, written) {
						f(path, english, inJapanese)
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// written reports whether a letter is one that only Japanese has.
func written(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han) }

// isWords reports whether a function is words.T.
func isWords(function ast.Expr) bool {
	selector, ok := function.(*ast.SelectorExpr)
	if !ok || selector.Sel.Name != "T" {
		return false
	}
	from, ok := selector.X.(*ast.Ident)
	return ok && from.Name == "words"
}

// literal is a text that stands in the source, perhaps in several pieces; "" for any other expression.
func literal(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		if err == nil && e.Kind == token.STRING {
			return text
		}
	case *ast.BinaryExpr:
		left, right := literal(e.X), literal(e.Y)
		if e.Op == token.ADD && left != "" && right != "" {
			return left + right
		}
	}
	return ""
}
