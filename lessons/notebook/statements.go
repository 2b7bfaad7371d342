package notebook

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"strings"
)

// markStatements writes GoNB's line %% before a cell's statements. Where the kernel finds them itself, it is needless.
const markStatements = true

// mark returns the code of a cell with its statements marked, or an error at a line of it, counted from 1, when it is no
// Go: declarations first, then statements.
func mark(code string) (string, int, error) {
	lines := strings.Split(code, "\n")
	split := -1
	for k := len(lines); k >= 0; k-- {
		if k < len(lines) && k > 0 && strings.HasPrefix(lines[k], " ") {
			continue
		}
		if declares(lines[:k]) && runs(lines[k:]) == nil {
			split = k
			break
		}
	}
	if split < 0 {
		return "", complain(lines), errors.New("this cell is neither Go declarations nor statements")
	}
	for split > 0 && (strings.TrimSpace(lines[split-1]) == "" || strings.HasPrefix(lines[split-1], "//")) {
		split-- // a comment belongs to the statement below it
	}
	if !markStatements || strings.TrimSpace(stripped(lines[split:])) == "" {
		return code, 0, nil
	}
	marked := append(append(append([]string{}, lines[:split]...), "%%"), trimTop(lines[split:])...)
	return strings.Join(marked, "\n"), 0, nil
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

// stripped is the lines without those that are comments.
func stripped(lines []string) string {
	var out []string
	for _, line := range lines {
		if !strings.HasPrefix(strings.TrimSpace(line), "//") {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

func trimTop(lines []string) []string {
	for len(lines) > 0 && strings.TrimSpace(lines[0]) == "" {
		lines = lines[1:]
	}
	return lines
}
