package notebook

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/nn/words"
)

func TestGeneratedFilesAreUpToDate(t *testing.T) {
	for _, lang := range words.Langs {
		files, err := Files(lang, false)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			path := filepath.Join("../../notebooks", string(lang), file.Name)
			if have, err := os.ReadFile(path); err != nil || !bytes.Equal(have, file.Data) {
				t.Errorf("%s is not what its source gives (%v): run go generate ./lessons/notebook", path, err)
			}
		}
	}
}

func TestLanguagesHaveTheSameCells(t *testing.T) {
	for _, lesson := range All {
		en, err := lesson.Notebook(words.English, true)
		if err != nil {
			t.Fatal(err)
		}
		ja, err := lesson.Notebook(words.Japanese, true)
		if err != nil {
			t.Fatal(err)
		}
		if len(en.Cells) != len(ja.Cells) {
			t.Fatalf("%s: %d cells in English, %d in Japanese", lesson.Name, len(en.Cells), len(ja.Cells))
		}
		for i, cell := range en.Cells {
			if other := ja.Cells[i]; cell.ID != other.ID || cell.Type != other.Type {
				t.Errorf("%s: cell %d is %s in English, %s in Japanese", lesson.Name, i+1, cell.ID, other.ID)
			}
		}
	}
}

func TestParseNamesTheLine(t *testing.T) {
	for source, want := range map[string]string{
		"<!-- en -->\nOnly English.\n":               `x.md:1: the text is missing in "ja"`,
		"<!-- ja -->\n日本語\n":                         `x.md:1: this text in "ja"`,
		"<!-- en -->\na\n<!-- ja -->\n":              "x.md:3: the text",
		"<!-- en -->\n$a$\n<!-- ja -->\n$b$\n":       "x.md:1: ja: the formulas differ",
		"<!-- en -->\n[a](u)\n<!-- ja -->\n[a](v)\n": "x.md:1: ja: the links differ",
		"stray\n":               "x.md:1: this stands outside",
		"<!-- figure -->\n":     "x.md:1: unknown direction",
		"\n```go\nx := \n```\n": "x.md:3: this cell is neither",
		"```go\nx := 1\n":       "x.md:1: the fence",
		"```go\nx := 1\n\n_ = \"⟨one⟩\"\n```\n":                   "x.md:4: the languages",
		"```go\n_ = \"⟨one| ⟩\"\n```\n":                           "x.md:2: a language is missing",
		"<!-- en -->\na\n<!-- ja -->\nb\n```text\nnever closed\n": "x.md:7: a fence",
	} {
		_, err := parse("x.md", source)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("parse(%q) = %v; want %s …", source, err, want)
		}
	}
}

func TestDeclarationsStandBeforeStatements(t *testing.T) {
	for code, want := range map[string]int{
		"func f() {}":                        0,
		"fmt.Println(1)":                     0,
		"func f() {}\n\n// Try.\nf()":        0,
		"for i := range 3 {\n\tprint(i)\n}":  0,
		"type t struct {\n\tA int\n}\n\nx()": 0,
		"f()\nfunc f() {}":                   2,
		"x := \n\n}":                         3,
	} {
		if line, err := inOrder(code); line != want || (err == nil) != (want == 0) {
			t.Errorf("inOrder(%q) = line %d, %v; want line %d", code, line, err, want)
		}
	}
}

// The sum is what Python's hashlib gives for "1codeTrueFalseTruea-check5.0".
func TestChecksum(t *testing.T) {
	if got, want := checksum("1", "code", true, false, true, "a-check", 5), "30e8377378aa44c2c75eeb4d8c34af41"; got != want {
		t.Errorf("checksum = %s; want %s", got, want)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"cells":[{"cell_type":"code","source":["a\n","b"],"metadata":{},"outputs":[],"execution_count":null}],"metadata":{},"nbformat":4,"nbformat_minor":5}`))
	f.Add([]byte(`{"nbformat":4,"cells":[{"cell_type":"raw","source":"x"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		book, err := Read(bytes.NewReader(data))
		if err != nil {
			return
		}
		once, err := book.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		again, err := Read(bytes.NewReader(once))
		if err != nil {
			t.Fatalf("%v in what was written: %s", err, once)
		}
		if twice, err := again.Bytes(); err != nil || !bytes.Equal(once, twice) {
			t.Fatalf("written twice, it differs:\n%s\n%s", once, twice)
		}
	})
}

// TestCellsAreShort: no cell of a lesson has more than fifteen lines of code, comments and empty lines not counted. What is
// longer is plumbing, which belongs in the library, or two cells.
func TestCellsAreShort(t *testing.T) {
	each(t, func(lesson Lesson, lang words.Lang, cell Cell) {
		if _, role := cell.Exercise(); cell.Type != "code" || role != "" {
			return
		}
		n := 0
		for line := range strings.Lines(string(cell.Source)) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "//") {
				n++
			}
		}
		if n > 15 {
			t.Errorf("%s in %s: a cell has %d lines of code: %s", lesson.Path, lang, n, beginning(string(cell.Source)))
		}
	})
}

// TestAThirdLanguageStandsBehindTheOthers reads a lesson as it is written once there is a catalogue of French.
func TestAThirdLanguageStandsBehindTheOthers(t *testing.T) {
	langs := words.Langs
	t.Cleanup(func() { words.Langs = langs })
	words.Langs = []words.Lang{words.English, words.Japanese, "fr"}
	whole := "<!-- en -->\nA cat.\n<!-- ja -->\n猫。\n<!-- fr -->\nUn chat.\n```go\n_ = \"⟨cat|猫|chat⟩\"\n```\n"
	blocks, err := parse("x.md", whole)
	if err != nil || len(blocks) != 2 || blocks[0].in("fr") != "Un chat." || blocks[1].in("fr") != `_ = "chat"` || blocks[1].in(words.Japanese) != `_ = "猫"` {
		t.Errorf("%v: %v", err, blocks)
	}
	for part, want := range map[string]string{
		"<!-- fr -->\nUn chat.\n": `x.md:1: the text is missing in "fr"`, "|chat": "a language is missing", "<!-- ja -->\n猫。\n": `x.md:1: the text is missing in "ja"`,
	} {
		if _, err := parse("x.md", strings.Replace(whole, part, "", 1)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("without %q: %v; want %s", part, err, want)
		}
	}
}
