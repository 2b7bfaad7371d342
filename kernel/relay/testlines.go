package relay

import (
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"

	"nekonote/kernel/relay/wire"
	"nekonote/nn/words"
)

// A test says where it failed by the line of a file that GoNB has composed. The notebook shows cells.

// tests reports whether the cell runs tests.
func (c *cell) tests() bool {
	return slices.Contains(slices.Collect(maps.Values(c.sent.Specials())), "%test")
}

// testPlace is how package testing says where a test failed.
var testPlace = regexp.MustCompile(`(?m)^(\s+)main(?:_test)?\.go:(\d+): `)

var testedAt = words.T("In [%d], line %d: ", "セル [%d] の %d 行目：")

// testLines puts the cell's line in the place of the file's.
func testLines(l *loop, c *cell, m *wire.Message) []*wire.Message {
	name, said := streamOf(m)
	if name != "stdout" || l.engine == nil || !testPlace.MatchString(said) || !c.tests() {
		return []*wire.Message{m}
	}
	files, _ := filepath.Glob(filepath.Join(l.engine.room, "gonb_*", "main_test.go"))
	if len(files) == 0 {
		return []*wire.Message{m}
	}
	said = testPlace.ReplaceAllStringFunc(said, func(found string) string {
		parts := testPlace.FindStringSubmatch(found)
		row, _ := strconv.Atoi(parts[2])
		at := l.placeOfFrame(&frame{file: files[0], row: row})
		if at == nil {
			return found
		}
		return parts[1] + testedAt.Fill(at.count, at.line+1).String()
	})
	return []*wire.Message{m.Edit(map[string]any{"text": said})}
}
