package grade

import (
	"bytes"
	"encoding/binary"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf16"

	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

// utf8Text is the text of a file in UTF-8, whatever an editor has saved it as: with a byte order mark, or in UTF-16.
func utf8Text(data []byte) []byte {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	order := func() binary.ByteOrder {
		switch {
		case bytes.HasPrefix(data, []byte{0xff, 0xfe}), len(data) > 3 && data[0] == '{' && data[1] == 0:
			return binary.LittleEndian
		case bytes.HasPrefix(data, []byte{0xfe, 0xff}), len(data) > 3 && data[0] == 0 && data[1] == '{':
			return binary.BigEndian
		}
		return nil
	}()
	if order == nil {
		return data
	}
	var units []uint16
	for ; len(data) > 1; data = data[2:] {
		units = append(units, order.Uint16(data))
	}
	return []byte(strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff"))
}

// lessonOf tells which notebook of the course one is: its metadata says so, or, where a program has thrown that away, its cells do,
// or else its file's name.
func lessonOf(book *notebook.Notebook, path string) (notebook.Lesson, bool) {
	said, _ := book.Metadata["nekonote"].(map[string]any)
	if name, ok := said["notebook"].(string); ok {
		if lesson, ok := lessonNamed(name); ok {
			return lesson, true
		}
	}
	if lesson, ok := lessonByCells(book); ok {
		return lesson, true
	}
	return lessonInName(filepath.Base(path))
}

// marks are what tells a lesson's cells from others: what they are called, and what its checks say.
var marks = sync.OnceValue(func() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for _, lesson := range notebook.All {
		known := map[string]bool{}
		for _, lang := range words.Langs {
			original, err := lesson.Notebook(lang, false)
			if err != nil {
				continue
			}
			for _, c := range original.Cells {
				known["id "+c.ID] = true
				if _, role := c.Exercise(); role == notebook.Check {
					known["text "+strings.TrimSpace(string(c.Source))] = true
				}
			}
		}
		all[lesson.Name] = known
	}
	return all
})

// lessonByCells is the lesson that most cells are of.
func lessonByCells(book *notebook.Notebook) (best notebook.Lesson, ok bool) {
	most := 0
	for _, lesson := range notebook.All {
		known, found := marks()[lesson.Name], 0
		for _, c := range book.Cells {
			named := slices.ContainsFunc(idsOf(c), func(id string) bool { return known["id "+id] })
			if named || known["text "+strings.TrimSpace(string(c.Source))] {
				found++
			}
		}
		if found > most {
			best, ok, most = lesson, true, found
		}
	}
	return best, ok
}

// idsOf are all the names that programs give to a cell, ours among them.
func idsOf(c notebook.Cell) []string {
	ids := []string{c.ID}
	if id, ok := c.Metadata["id"].(string); ok { // Colab
		ids = append(ids, id)
	}
	if grader, ok := c.Metadata["nbgrader"].(map[string]any); ok {
		if id, ok := grader["grade_id"].(string); ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// lessonInName is the lesson whose name a file's name holds: "Copy of week2-….ipynb", "anna_week2-… (1).ipynb".
func lessonInName(name string) (notebook.Lesson, bool) {
	name = strings.ToLower(name)
	var best notebook.Lesson
	for _, lesson := range notebook.All {
		if strings.Contains(name, lesson.Name) && len(lesson.Name) > len(best.Name) {
			best = lesson
		}
	}
	return best, best.Name != ""
}

// langOf is the language of a notebook: its metadata says so, or its letters do.
func langOf(book *notebook.Notebook) words.Lang {
	said, _ := book.Metadata["nekonote"].(map[string]any)
	if lang, ok := said["lang"].(string); ok {
		for _, known := range words.Langs {
			if known == words.Lang(lang) {
				return known
			}
		}
	}
	for _, c := range book.Cells {
		if c.Type == "markdown" && strings.ContainsFunc(string(c.Source), func(r rune) bool { return unicode.In(r, unicode.Hiragana) }) {
			return words.Japanese
		}
	}
	return words.English
}
