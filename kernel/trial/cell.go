package trial

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"

	"nekonote/kernel/setup"
)

// write writes a cell that uses something of each package that cells are offered, and of gonum's and plot's beside it.
func write(p setup.Place) (packages []string, cell string, err error) {
	imports := "import (\n\t\"fmt\"\n\t\"gonum.org/v1/gonum/mat\"\n\t\"gonum.org/v1/plot/plotter\"\n"
	uses := "_, _ = mat.NewDense, plotter.NewLine\n"
	offered, err := p.Offered()
	for _, path := range offered {
		name, something := exported(filepath.Join(p.Library(), filepath.FromSlash(strings.TrimPrefix(path, "nekonote/"))))
		if something == "" {
			return nil, "", fmt.Errorf("%s has nothing that a cell could use", path)
		}
		imports += fmt.Sprintf("\t%q\n", path)
		uses += fmt.Sprintf("_ = %s.%s\n", name, something)
	}
	return offered, imports + ")\n%%\n" + uses + "fmt.Println(\"nekonote\")\n", err
}

// exported finds a function or a variable that the package in a folder exports.
func exported(folder string) (name, something string) {
	files, _ := filepath.Glob(filepath.Join(folder, "*.go"))
	for _, path := range files {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			continue
		}
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil && d.Name.IsExported() && d.Type.TypeParams == nil {
					return file.Name.Name, d.Name.Name
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					if value, ok := spec.(*ast.ValueSpec); ok && value.Names[0].IsExported() {
						return file.Name.Name, value.Names[0].Name
					}
				}
			}
		}
	}
	return "", ""
}
