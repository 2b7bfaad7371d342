package weeks

import (
	"strings"
	"testing"

	"nekonote/lessons"
)

func TestIDsAreUniqueAndComplete(t *testing.T) {
	known := map[string]bool{}
	for _, e := range All {
		info := e.Info()
		if known[info.ID] {
			t.Errorf("two exercises are called %s", info.ID)
		}
		known[info.ID] = true
		if week, name, ok := strings.Cut(info.ID, "/"); !ok || week != info.Week || name != info.Func || strings.Contains(name, "/") {
			t.Errorf("%q is not week/function", info.ID)
		}
	}
	for id := range lessons.Figures {
		if !known[id] {
			t.Errorf("the table of figures has %s, which is no exercise", id)
		}
	}
}
