package relay

import (
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"

	"nekonote/kernel/relay/gocell"
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

// testLines knows the lines of one cell's file, which does not change while its tests run.
type testLines struct {
	looked bool
	spots  []gocell.Spot
}

func testStep() step {
	t := &testLines{}
	return step{name: "lines of tests", output: t.output}
}

// output puts the cell's line in the place of the file's.
func (t *testLines) output(l *loop, c *cell, m *wire.Message) []*wire.Message {
	name, said := streamOf(m)
	if name != "stdout" || l.engine == nil || !testPlace.MatchString(said) || !c.tests() {
		return []*wire.Message{m}
	}
	if !t.looked {
		t.looked = true
		if files, _ := filepath.Glob(filepath.Join(l.engine.room, "gonb_*", "main_test.go")); len(files) > 0 {
			t.spots = l.spots(files[0])
		}
	}
	said = testPlace.ReplaceAllStringFunc(said, func(found string) string {
		parts := testPlace.FindStringSubmatch(found)
		row, _ := strconv.Atoi(parts[2])
		at := l.placeOfRow(t.spots, row)
		if at == nil {
			return found
		}
		return parts[1] + testedAt.Fill(at.count, at.line+1).String()
	})
	return []*wire.Message{m.Edit(map[string]any{"text": said})}
}
