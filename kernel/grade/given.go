package grade

import (
	"nekonote/lessons"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// Given is what a learner has given in one notebook: all of it that is run, and nothing else.
type Given struct {
	Name  string     `json:"name"` // of the lesson
	Lang  words.Lang `json:"lang"`
	Cells []Code     `json:"cells"`
}

// Code is a cell of hers. The checks are ours, and are not among them.
type Code struct {
	Answer string `json:"answer,omitempty"` // the exercise that it answers
	Source string `json:"source"`
}

// Read reads a notebook of the course as Grade does. Begun are the exercises whose answer is not the skeleton any more.
func Read(path string) (g Given, begun map[string]bool, err error) {
	s, err := open(path)
	if err != nil {
		return g, nil, err
	}
	g = Given{Name: s.lesson.Name, Lang: s.lang}
	for _, c := range s.cells {
		if c.check == "" {
			g.Cells = append(g.Cells, Code{Answer: c.answer, Source: c.code})
		}
	}
	return g, s.begun, nil
}

// Notebook is a notebook that Grade runs as it would have run hers.
func (g Given) Notebook() *notebook.Notebook {
	book := &notebook.Notebook{Format: 4, FormatMinor: 5, Metadata: map[string]any{
		"nekonote": map[string]any{"notebook": g.Name, "lang": string(g.Lang)},
	}}
	for _, c := range g.Cells {
		cell := notebook.Cell{Type: "code", Source: notebook.Source(c.Source)}
		if c.Answer != "" {
			cell.Metadata = map[string]any{"nekonote": map[string]any{"id": c.Answer, "role": string(notebook.Answer)}}
		}
		book.Cells = append(book.Cells, cell)
	}
	return book
}

// Checked are the exercises that a lesson's notebook checks, in order.
func Checked(l notebook.Lesson) []lessons.Info {
	s := submission{lesson: l, lang: words.English}
	return s.exercises()
}

// Lesson is the lesson of that name.
func Lesson(name string) (notebook.Lesson, bool) { return lessonNamed(name) }

// Fault reports whether it was the machine that could not run something: that says nothing about the answers.
func (r Result) Fault() bool { return r.machine }
