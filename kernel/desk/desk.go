// Package desk is the learner's desk: what JupyterLab and Notebook 7 show beside the cells. Cells are the truth, and a button
// only does what she could have typed: an extension of the page asks the kernel, which answers from the exercises' declarations
// and from her journal, at once and without a compiler (see Answer), so that no verdict, point or answer is in the page alone.
//
// The extension's sources are in src: TypeScript, one idea a file, on plain DOM and JupyterLab's own packages. It is shipped
// prebuilt, so that no learner needs Node: `go generate` bundles it into bundle with esbuild's Go package (generate says how
// JupyterLab loads it), and a set-up lays the bundle beside the kernelspecs, where JupyterLab finds it.
//
// Whoever changes the sources has them type-checked against JupyterLab's own types: in src, `npm install && npx tsc`. The
// versions in package.json are those of JupyterLab in the set-up's requirements.txt. esbuild looks at no types.
package desk

import (
	"embed"
	"io/fs"
)

//go:generate go run ./generate

// Name is the extension's, in `jupyter labextension list`.
const Name = "nekonote-desk"

//go:embed all:bundle
var bundle embed.FS

// Files are those of the extension, to be laid into share/jupyter/labextensions/nekonote-desk.
func Files() fs.FS {
	files, err := fs.Sub(bundle, "bundle")
	if err != nil {
		panic(err) // the name is right
	}
	return files
}
