package notebook

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestWordsOfThePrograms reads whatever the programs say, in both languages: prompts, hints, mistakes, quizzes, cards,
// figures, errors, the command line. It finds them in the source: two texts side by side, of which the second is Japanese.
func TestWordsOfThePrograms(t *testing.T) {
	avoid, read := avoided(t), 0
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
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				for i := 1; i < len(call.Args); i++ {
					english, japaneseToo := literal(call.Args[i-1]), literal(call.Args[i])
					if english == "" || !strings.ContainsFunc(japaneseToo, japanese) {
						continue
					}
					read++
					for word, instead := range avoid {
						for _, text := range []string{english, japaneseToo} {
							if stands(code.ReplaceAllString(text, " "), word) {
								t.Errorf("%s: %q should be %q in: %s", path, word, instead, beginning(text))
							}
						}
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
	if read < 1000 {
		t.Errorf("only %d texts were found", read)
	}
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
