package commands

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// A function of a program, not of a test, is read at one look: it has at most so many lines, and so many ways through it
// (McCabe's cyclomatic complexity).
const (
	mostLines = 60
	mostPaths = 20
)

// short is the gate that finds functions that are too long to be read at one look.
func short(module string, _ io.Writer) error {
	files, err := snapshot(module)
	if err != nil {
		return err
	}
	var long []string
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") || len(files[name]) == 0 {
			continue
		}
		found, err := tooLong(name, files[name])
		if err != nil {
			return err
		}
		long = append(long, found...)
	}
	if len(long) > 0 {
		return errors.New("take these functions apart:\n" + strings.Join(long, "\n"))
	}
	return nil
}

// tooLong names the functions of a file that have too many lines or paths.
func tooLong(name string, source []byte) ([]string, error) {
	positions := token.NewFileSet()
	file, err := parser.ParseFile(positions, name, source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var long []string
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		lines := positions.Position(f.End()).Line - positions.Position(f.Pos()).Line + 1
		if n := paths(f); lines > mostLines || n > mostPaths {
			long = append(long, fmt.Sprintf("%s: %s has %d lines (at most %d) and complexity %d (at most %d)",
				name, f.Name.Name, lines, mostLines, n, mostPaths))
		}
	}
	return long, nil
}

// paths is the cyclomatic complexity of a function: 1, and 1 for each branch, case, && and ||.
func paths(f *ast.FuncDecl) int {
	n := 1
	ast.Inspect(f, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			n++
		case *ast.CaseClause:
			n += min(len(node.List), 1) // the default is no branch of its own
		case *ast.CommClause:
			if node.Comm != nil {
				n++
			}
		case *ast.BinaryExpr:
			if node.Op == token.LAND || node.Op == token.LOR {
				n++
			}
		}
		return true
	})
	return n
}
