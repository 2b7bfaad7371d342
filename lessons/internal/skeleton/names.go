package skeleton

import (
	"fmt"
	"go/ast"
	"io/fs"
)

// Names returns the names of a function's parameters and results. A result without a name takes the one under which
// the function's last return statement gives it, if that is a plain variable; else it is empty.
func Names(week fs.FS, name string) (params, results []string, err error) {
	pkg, err := parse(week)
	if err != nil {
		return nil, nil, err
	}
	_, decl := pkg.find(name)
	if decl == nil {
		return nil, nil, fmt.Errorf("skeleton: package %s has no function %s", pkg.name, name)
	}
	params = fieldNames(decl.Type.Params)
	results = fieldNames(decl.Type.Results)
	if len(decl.Body.List) == 0 {
		return params, results, nil
	}
	last, ok := decl.Body.List[len(decl.Body.List)-1].(*ast.ReturnStmt)
	if !ok || len(last.Results) != len(results) {
		return params, results, nil
	}
	for i, e := range last.Results {
		if id, ok := e.(*ast.Ident); ok && results[i] == "" && id.Name != "nil" {
			results[i] = id.Name
		}
	}
	return params, results, nil
}

func fieldNames(fields *ast.FieldList) []string {
	var names []string
	if fields == nil {
		return nil
	}
	for _, field := range fields.List {
		if len(field.Names) == 0 {
			names = append(names, "")
		}
		for _, id := range field.Names {
			names = append(names, id.Name)
		}
	}
	return names
}
