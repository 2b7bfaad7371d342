package notebook

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"strings"
)

// inOrder reports the line, counted from 1, at which the code of a cell is no Go, declarations first, then statements. The
// kernel takes them in any order; a lesson keeps to one, so that its cells read alike.
func inOrder(code string) (int, error) {
	lines := strings.Split(code, "\n")
	for k := len(lines); k >= 0; k-- {
		if k < len(lines) && k > 0 && strings.HasPrefix(lines[k], " ") {
			continue
		}
		if declares(lines[:k]) && runs(lines[k:]) == nil {
			return 0, nil
		}
	}
	return complain(lines), errors.New("this cell is neither Go declarations nor statements")
}

func declares(lines []string) bool {
	_, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+strings.Join(lines, "\n"), parser.SkipObjectResolution)
	return err == nil
}

func runs(lines []string) error {
	// A brace that closes the function early would make more of it than its statements.
	file, err := parser.ParseFile(token.NewFileSet(), "", "package p; func main() {\n"+strings.Join(lines, "\n")+"\n}", parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	if len(file.Decls) != 1 {
		return errors.New("more than statements")
	}
	if _, ok := file.Decls[0].(*ast.FuncDecl); !ok {
		return errors.New("no statements")
	}
	return nil
}

// complain returns the line at which the parser stumbles furthest down.
func complain(lines []string) int {
	furthest := 1
	for k := range lines {
		if !declares(lines[:k]) {
			continue
		}
		var list scanner.ErrorList
		if errors.As(runs(lines[k:]), &list) && len(list) > 0 {
			furthest = max(furthest, k+list[0].Pos.Line-1)
		}
	}
	return min(furthest, len(lines))
}
