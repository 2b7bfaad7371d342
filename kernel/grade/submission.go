package grade

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"nekonote/lessons"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// submission is a learner's notebook, made ready to be run.
type submission struct {
	lesson notebook.Lesson
	lang   words.Lang
	cells  []cell
	begun  map[string]bool // exercises whose answer is not the skeleton any more
}

// cell is one cell that is run.
type cell struct {
	number int    // of the cell in her notebook, from 1; 0 for a check cell that she has deleted
	code   string // what is run
	answer string // the exercise that it answers
	check  string // the exercise that it checks: then the code is ours, whatever her cell says
}

// largest is the size of a notebook that is still read; one with many figures has a few MB.
const largest = 64 << 20

// open reads a notebook of the course. Where it cannot be run, the submission still says which lesson it seems to be.
func open(path string) (submission, error) {
	s := submission{lang: words.Current()}
	s.lesson, _ = lessonInName(filepath.Base(path))
	book, err := read(path)
	if err != nil {
		return s, err
	}
	s.lang = langOf(book)
	lesson, ok := lessonOf(book, path)
	if !ok {
		return s, fmt.Errorf("%s", sayUnknown.Fill(filepath.Base(path)))
	}
	s.lesson = lesson
	original, err := s.lesson.Notebook(s.lang, false)
	if err != nil {
		return s, err
	}
	s.plan(book, original)
	return s, nil
}

var (
	sayUnknown = words.T("%s is not a notebook of this course: neither its cells nor its name are those of one",
		"%s はこのコースのノートブックではありません。セルも名前も一致しません")
	sayBroken = words.T("this is not a notebook, or it is damaged (%v)", "ノートブックではないか、壊れています（%v）")
	sayHuge   = words.T("the file is larger than %d MB", "ファイルが %d MB を超えています")
	sayFile   = words.T("this is not a file", "ファイルではありません")
)

// read reads the notebook in a file that may hold anything.
func read(path string) (*notebook.Notebook, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s", sayFile)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if info.Size() > largest {
		return nil, fmt.Errorf("%s", sayHuge.Fill(largest>>20))
	}
	data, err := io.ReadAll(io.LimitReader(file, largest))
	if err != nil {
		return nil, err
	}
	book, err := notebook.Read(bytes.NewReader(utf8Text(data)))
	if err != nil {
		return nil, fmt.Errorf("%s", sayBroken.Fill(err))
	}
	return book, nil
}

func lessonNamed(name string) (notebook.Lesson, bool) {
	for _, l := range notebook.All {
		if l.Name == name {
			return l, true
		}
	}
	return notebook.Lesson{}, false
}

// exercises are those that the notebook checks, in order.
func (s *submission) exercises() []lessons.Info {
	var all []lessons.Info
	if s.lesson.Name == "" {
		return nil
	}
	book, err := s.lesson.Notebook(s.lang, false)
	if err != nil {
		return nil
	}
	for _, c := range book.Cells {
		id, role := c.Exercise()
		if role != notebook.Check {
			continue
		}
		for _, e := range s.lesson.Exercises {
			if info := e.Info(); info.ID == id {
				all = append(all, info)
			}
		}
	}
	return all
}
