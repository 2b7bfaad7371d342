package notebook

import (
	"crypto/md5"
	"encoding/hex"
	"fmt"
	"strings"

	"nekonote/lessons"
	"nekonote/lessons/typeset"
	"nekonote/nn/words"
)

// Notebook generates the lesson's notebook in one language: as learners get it, or solved.
func (l Lesson) Notebook(lang words.Lang, solved bool) (*Notebook, error) {
	blocks, err := parse(l.Path, l.Text)
	if err != nil {
		return nil, err
	}
	m := maker{lesson: l, lang: lang, solved: solved, taken: map[string]int{}}
	for _, b := range blocks {
		if b.exercise == "" {
			m.plain(b)
			continue
		}
		if err := m.exercise(b); err != nil {
			return nil, err
		}
	}
	for _, e := range l.Exercises {
		if m.taken[GradeID(e.Info().ID, Answer)] == 0 && !placedElsewhere(l, e) {
			return nil, problem(l.Path, 1, "the exercise %s has no place", e.Info().ID)
		}
	}
	return &Notebook{Cells: m.cells, Metadata: metadata(l.Name, lang), Format: 4, FormatMinor: 5}, nil
}

// placedElsewhere reports whether another lesson with the same exercises places e: a week may have two notebooks.
func placedElsewhere(l Lesson, e lessons.Entry) bool {
	name := "<!-- exercise " + e.Info().Func + " -->"
	for _, other := range All {
		for _, shared := range other.Exercises {
			if other.Name != l.Name && shared == e && strings.Contains(other.Text, name) {
				return true
			}
		}
	}
	return false
}

// Kernel is the name of the kernel that speaks a language: nekonote, nekonote-ja, …
func Kernel(lang words.Lang) string {
	if lang == words.English {
		return "nekonote"
	}
	return "nekonote-" + string(lang)
}

// KernelName is what JupyterLab shows of it.
var KernelName = words.T("Go (Nekonote)", "Go (猫の手)")

// metadata is that of the whole notebook: the kernel that runs it, and its language.
func metadata(name string, lang words.Lang) map[string]any {
	return map[string]any{
		"kernelspec": map[string]any{
			"name": Kernel(lang), "display_name": KernelName.In(lang), "language": "go",
		},
		"language_info": map[string]any{
			"name": "go", "file_extension": ".go", "mimetype": "text/x-go", "pygments_lexer": "go", "codemirror_mode": "go",
		},
		"nekonote": map[string]any{"notebook": name, "lang": string(lang)},
	}
}

// maker collects the cells of a notebook.
type maker struct {
	lesson Lesson
	lang   words.Lang
	solved bool
	cells  []Cell
	taken  map[string]int // ids
}

func (m *maker) add(c Cell) {
	m.taken[c.ID]++
	if n := m.taken[c.ID]; n > 1 {
		c.ID = fmt.Sprintf("%s-%d", c.ID, n)
	}
	if c.Metadata == nil {
		c.Metadata = map[string]any{}
	}
	m.cells = append(m.cells, c)
}

// plain adds a cell of prose or of code. Its id comes from its English beginning, so that it stays the same when cells
// before it come and go, and is the same in all languages.
func (m *maker) plain(b block) {
	first, _, _ := strings.Cut(b.in(words.English), "\n")
	sum := md5.Sum([]byte(first))
	c := Cell{Type: "markdown", ID: "text-" + hex.EncodeToString(sum[:4]), Source: Source(unmarked(b.in(m.lang)))}
	if b.code {
		c.Type, c.ID = "code", "code-"+hex.EncodeToString(sum[:4])
	}
	m.add(c)
}

var listed = words.T("The formula:", "式：")

// exercise adds the task, the answer and the check of an exercise.
func (m *maker) exercise(b block) error {
	for _, e := range m.lesson.Exercises {
		info := e.Info()
		if info.Func != b.exercise {
			continue
		}
		if info.Title.Empty() || info.Prompt.Empty() {
			return problem(m.lesson.Path, b.line, "the exercise %s lacks its title or prompt in a language", info.ID)
		}
		answer := GradeID(info.ID, Answer)
		if m.taken[answer] > 0 {
			return problem(m.lesson.Path, b.line, "the exercise %s has a place already", info.ID)
		}
		level := "### " // exercises stand in sections
		if info.Question {
			level = "## "
		}
		text := level + info.Heading().In(m.lang) + "\n\n" + info.Prompt.In(m.lang)
		if info.Formula != "" {
			formula := "```text\n" + info.Formula + "\n```"
			if tex, ok := typeset.Display(info.Formula); ok {
				formula = "$$" + tex + "$$"
			}
			text += "\n\n" + listed.In(m.lang) + "\n\n" + formula
		}
		m.add(Cell{Type: "markdown", ID: lessons.TaskID(info.ID), Source: Source(text)})

		skeleton, solution, err := e.Texts(m.lang)
		if err != nil {
			return problem(m.lesson.Path, b.line, "%w", err)
		}
		skeleton, solution = strings.TrimSpace(skeleton), strings.TrimSpace(solution)
		shown := skeleton
		if m.solved {
			shown = solution
		}
		m.add(m.part(info, Answer, shown, skeleton))

		m.add(m.part(info, Check, info.Call, info.Call))
		return nil
	}
	return problem(m.lesson.Path, b.line, "there is no exercise %q", b.exercise)
}

// part is the answer cell or the check cell of an exercise. The checksum is that of the cell as it is handed out.
func (m *maker) part(info lessons.Info, role Role, source, handedOut string) Cell {
	meta := map[string]any{
		"nekonote": map[string]any{"id": info.ID, "role": string(role)},
		"nbgrader": nbgrader(info.ID, role, handedOut, info.Points),
	}
	if role == Check {
		meta["deletable"], meta["editable"] = false, false
	}
	return Cell{Type: "code", ID: GradeID(info.ID, role), Metadata: meta, Source: Source(source)}
}
