package trial

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
)

// write writes a cell that uses something of each package of the library, and of gonum's and plot's beside it.
func write(library string) (packages []string, cell string, err error) {
	imports := "import (\n\t\"fmt\"\n\t\"gonum.org/v1/gonum/mat\"\n\t\"gonum.org/v1/plot/plotter\"\n"
	uses := "_, _ = mat.NewDense, plotter.NewLine\n"
	err = filepath.WalkDir(library, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		if entry.Name() == "internal" {
			return fs.SkipDir
		}
		name, something := exported(path)
		if something == "" {
			return nil
		}
		inside, err := filepath.Rel(library, path)
		packages = append(packages, filepath.ToSlash(inside))
		imports += fmt.Sprintf("\t%q\n", "nekonote/"+filepath.ToSlash(inside))
		uses += fmt.Sprintf("_ = %s.%s\n", name, something)
		return err
	})
	if err == nil && len(packages) == 0 {
		err = fmt.Errorf("%s: %w", library, fs.ErrNotExist)
	}
	return packages, imports + ")\n%%\n" + uses + "fmt.Println(\"nekonote\")\n", err
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
