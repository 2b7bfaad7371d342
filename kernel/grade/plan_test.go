package grade

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// bare takes away what programs throw away: metadata, ids, or both.
func bare(metadata, ids bool) func(*notebook.Notebook) {
	return func(b *notebook.Notebook) {
		if metadata {
			b.Metadata = map[string]any{}
		}
		for i := range b.Cells {
			if metadata {
				b.Cells[i].Metadata = map[string]any{}
			}
			if ids {
				b.Cells[i].ID = ""
			}
		}
	}
}

// where finds the cell of an exercise.
func where(b *notebook.Notebook, id string, role notebook.Role) int {
	return slices.IndexFunc(b.Cells, func(c notebook.Cell) bool { of, r := c.Exercise(); return of == id && r == role })
}

// What becomes of a notebook on its way: all of it is the same notebook, whose answers and checks are run in the same order.
func TestPlan(t *testing.T) {
	const id = "week2/sigmoid"
	move := func(b *notebook.Notebook, from, to int) {
		c := b.Cells[from]
		b.Cells = slices.Insert(slices.Delete(b.Cells, from, from+1), to, c)
	}
	for name, edit := range map[string]func(*notebook.Notebook){
		"as handed out":        nil,
		"without metadata":     bare(true, false),
		"without ids":          bare(false, true),
		"without either":       bare(true, true),
		"from Colab":           func(b *notebook.Notebook) { colab(b) },
		"only nbgrader's":      func(b *notebook.Notebook) { onlyNbgrader(b) },
		"a check at the top":   func(b *notebook.Notebook) { move(b, where(b, id, notebook.Check), 0) },
		"a check copied above": func(b *notebook.Notebook) { b.Cells = slices.Insert(b.Cells, 0, b.Cells[where(b, id, notebook.Check)]) },
		"a check copied below": func(b *notebook.Notebook) { b.Cells = append(b.Cells, b.Cells[where(b, id, notebook.Check)]) },
		"a check as text":      func(b *notebook.Notebook) { b.Cells[where(b, id, notebook.Check)].Type = "markdown" },
		"an answer as text":    func(b *notebook.Notebook) { b.Cells[where(b, id, notebook.Answer)].Type = "markdown" },
		"a check deleted": func(b *notebook.Notebook) {
			i := where(b, id, notebook.Check)
			b.Cells = slices.Delete(b.Cells, i, i+1)
		},
		"an answer split": func(b *notebook.Notebook) {
			i := where(b, id, notebook.Answer)
			b.Cells = slices.Insert(b.Cells, i+1, b.Cells[i])
			b.Cells[i].Source = "// a comment of mine"
		},
		"an answer in a cell of her own": func(b *notebook.Notebook) {
			i := where(b, id, notebook.Answer)
			b.Cells[i].ID, b.Cells[i].Metadata = "", nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := open(write(t, t.TempDir(), words.Japanese, true, edit))
			if err != nil || s.lesson.Name != week2 || s.lang != words.Japanese {
				t.Fatalf("%s %s: %v", s.lesson.Name, s.lang, err)
			}
			answered, checked := -1, -1
			var checks []string
			for i, c := range s.cells {
				if c.answer == id {
					answered = i
				}
				if c.check == id {
					checked = i
				}
				if c.check != "" {
					checks = append(checks, c.check)
				}
			}
			if answered < 0 || checked != answered+1 {
				t.Errorf("the answer is run as number %d, its check as %d", answered, checked)
			}
			if len(checks) != 8 || !s.begun[id] {
				t.Errorf("checks %v; begun %v", checks, s.begun)
			}
		})
	}
}

// colab has names of its own for cells.
func colab(b *notebook.Notebook) {
	for i, c := range b.Cells {
		b.Cells[i].Metadata = map[string]any{"id": c.ID}
		b.Cells[i].ID = ""
	}
	b.Metadata = map[string]any{"colab": map[string]any{"provenance": []any{}}}
}

// onlyNbgrader leaves what nbgrader writes.
func onlyNbgrader(b *notebook.Notebook) {
	for i, c := range b.Cells {
		b.Cells[i].ID = fmt.Sprint(i)
		b.Cells[i].Metadata = map[string]any{"nbgrader": c.Metadata["nbgrader"]}
	}
	b.Metadata = nil
}

// What editors do to a file, and to its name, does not make it another notebook.
func TestFilesAsTheyCome(t *testing.T) {
	plain, err := os.ReadFile(write(t, t.TempDir(), words.English, false, bare(true, false)))
	if err != nil {
		t.Fatal(err)
	}
	wide := func(big, mark bool) string {
		var out strings.Builder
		units := utf16.Encode([]rune(string(plain)))
		if mark {
			units = append([]uint16{0xfeff}, units...)
		}
		for _, u := range units {
			if big {
				out.WriteString(string([]byte{byte(u >> 8), byte(u)}))
			} else {
				out.WriteString(string([]byte{byte(u), byte(u >> 8)}))
			}
		}
		return out.String()
	}
	for name, content := range map[string]string{
		"Copy of " + week2 + ".ipynb": string(plain), week2 + " (1).ipynb": string(plain), week2 + "-Copy1.ipynb": string(plain),
		week2 + "のコピー.ipynb": string(plain), "final FINAL.IPYNB": string(plain), "x.ipynb.txt": string(plain),
		"mark.ipynb": "\xef\xbb\xbf" + string(plain),
		"le.ipynb":   wide(false, true), "be.ipynb": wide(true, true), "le bare.ipynb": wide(false, false), "be bare.ipynb": wide(true, false),
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if s, err := open(path); err != nil || s.lesson.Name != week2 || len(s.exercises()) != 8 {
			t.Errorf("%s is %q: %v", name, s.lesson.Name, err)
		}
	}
}

// Every notebook of the course is known by its cells alone, in each language.
func TestLessonsByCells(t *testing.T) {
	for _, lesson := range notebook.All {
		for _, lang := range words.Langs {
			book, err := lesson.Notebook(lang, true)
			if err != nil {
				t.Fatal(err)
			}
			bare(true, false)(book)
			if found, ok := lessonOf(book, "x.ipynb"); !ok || found.Name != lesson.Name {
				t.Errorf("%s is taken for %q", lesson.Name, found.Name)
			}
			if got := langOf(book); got != lang {
				t.Errorf("%s in %s is taken for %s", lesson.Name, lang, got)
			}
		}
	}
}

// FuzzRead takes any file for a notebook: it is one, or an error says why not.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"nbformat":4,"cells":[{"cell_type":"code","source":"x"}]}`))
	f.Add([]byte("\xff\xfe{\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "x.ipynb")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if s, err := open(path); err == nil && s.lesson.Name == "" {
			t.Error("a notebook of no lesson")
		}
	})
}
