// Package notebook turns the sources of lessons into Jupyter notebooks, and reads notebooks.
//
// # Writing a lesson
//
// A lesson is one Markdown file, such as lessons/week2/lesson.md, that reads well as it is. Lines that start with <!--
// at the margin direct the generator; everything else is what a learner sees. This is a whole lesson:
//
//		<!-- en -->
//		## The sigmoid
//
//		It squeezes any number into $0 \dots 1$. See [week 1](week1-derivatives-and-logistic-regression.ipynb).
//
//		<!-- ja -->
//		## シグモイド関数
//
//		どんな数も $0 \dots 1$ に収めます。[第 1 週](week1-derivatives-and-logistic-regression.ipynb)をご覧ください。
//
//		<!-- exercise sigmoid -->
//
//		```go
//		// ⟨Try other numbers.|ほかの数でも試してください。⟩
//		func half() nn.Matrix { return nn.Row(0) }
//
//		fmt.Println(sigmoid(half()), "⟨is one half|は 2 分の 1 です⟩")
//		```
//
//	  - <!-- en --> and <!-- ja --> hold the same cell of prose in each language, in this order. Formulas ($…$, $$…$$) and
//	    the targets of links and pictures must be the same in both.
//	  - A number that an output of the notebook shows is written ⟨66 %⟩ in the prose of both languages. A learner sees 66 %;
//	    the test that executes the notebooks looks whether it still stands in an output (see Lesson.Unborne).
//	  - A fence ```go at the margin is a code cell, the same in both languages except for ⟨English|日本語⟩, which may stand
//	    in comments and in strings. Code that is only shown, not run, stands in prose behind a ```text fence.
//	  - Declarations come first in a cell, then statements. Nothing marks where the statements begin: see statements.go.
//	  - <!-- exercise name --> places three cells of the week's exercise: its task (title, points, prompt, formula), the
//	    answer (the skeleton, or in the solved twin the solution), and the check.
//
// Whatever is missing in one language, is not Go, or names no exercise is an error that says file and line.
//
// # Adding a notebook
//
// The week embeds its text and names it in its Lessons (see week2/lesson.go); a new week is one line in weeks/weeks.go. Then
// `go generate ./lessons/notebook` writes notebooks/{en,ja}.
package notebook

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"nekonote/nn/words"
)

//go:generate go run ./generate ../../notebooks

// File is a generated notebook: its file name and its bytes.
type File struct {
	Name string // "week2-logistic-regression-cats.ipynb"
	Data []byte
}

// Files generates all notebooks of the course in one language: as learners get them, or solved. The same sources give
// the same bytes.
func Files(lang words.Lang, solved bool) ([]File, error) {
	var files []File
	for _, lesson := range All {
		book, err := lesson.Notebook(lang, solved)
		if err != nil {
			return nil, err
		}
		data, err := book.Bytes()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", lesson.Name, err)
		}
		files = append(files, File{lesson.Name + ".ipynb", data})
	}
	return files, nil
}

// Write generates all notebooks of the course into dir, which it makes if need be. It replaces what is there under the
// same names, and leaves a file alone that is the same already.
func Write(dir string, lang words.Lang, solved bool) error {
	files, err := Files(lang, solved)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, file := range files {
		path := filepath.Join(dir, file.Name)
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, file.Data) {
			continue
		}
		if err := os.WriteFile(path, file.Data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
