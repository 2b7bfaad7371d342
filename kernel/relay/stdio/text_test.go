package stdio

import (
	"strings"
	"testing"

	"nekonote/plots/display"
)

// However bytes are cut into pieces, the same text comes of them, and no half character; marks are taken out, and seen once each.
func TestTextIsWholeHoweverItIsCut(t *testing.T) {
	mark := func(name string) string { return display.MarkBegin + name + display.MarkEnd }
	for _, c := range []struct{ bytes, text, marks string }{
		{"猫の手も借りたい\n", "猫の手も借りたい\n", ""},
		{"é😺e\x1b[31mred\x1b[0m", "é😺e\x1b[31mred\x1b[0m", ""},
		{"a" + mark("7.1") + "b猫" + mark("7.2"), "ab猫", "7.1 7.2"},
		{"\xff\xfea\xe7\x8c", "\xff\xfea\xe7\x8c", ""}, // no text at all: passed on as it is
		{"a\x1b_nekonote " + strings.Repeat("x", display.MarkLength+10) + "b", "a\x1b_nekonote " + strings.Repeat("x", display.MarkLength+10) + "b", ""},
		{"end\x1b_neko", "end\x1b_neko", ""},
	} {
		for size := 1; size <= len(c.bytes); size++ {
			r, text, marks := &Reader{}, "", []string{}
			take := func() {
				for {
					part := r.Text()
					text += part
					if strings.HasSuffix(part, "\xe7") || strings.HasSuffix(part, "\xe7\x8c") {
						t.Errorf("%q in pieces of %d: half a character in %q", c.bytes, size, part)
					}
					if r.Mark() == "" {
						return
					}
					marks = append(marks, r.Mark())
					r.Pass()
				}
			}
			for at := 0; at < len(c.bytes); at += size {
				r.held = append(r.held, c.bytes[at:min(at+size, len(c.bytes))]...)
				take()
			}
			if text += r.Rest(); text != c.text || strings.Join(marks, " ") != c.marks {
				t.Errorf("%q in pieces of %d: %q with marks %q; want %q with %q", c.bytes, size, text, marks, c.text, c.marks)
			}
		}
	}
}

// A reader says when there is something, that there is nothing now, and that nothing more can come.
func TestAReaderKnowsItsWriters(t *testing.T) {
	p, err := Make(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if got := p.Out.Read(); got != Ended {
		t.Errorf("before there is a program: %v", got)
	}
	w := openToWrite(t, p.path("stdout"))
	if got := p.Out.Read(); got != Empty {
		t.Errorf("while it writes nothing: %v", got)
	}
	for _, want := range []string{"a", "b猫"} {
		if _, err := w.WriteString(want); err != nil {
			t.Fatal(err)
		}
		r := <-p.Ready
		if got := r.Read(); got != More || r.Text() != want {
			t.Errorf("%v", got)
		}
		r.Again()
	}
	_ = w.Close()
	if got := p.Out.Read(); got != Ended {
		t.Errorf("when it has ended: %v", got)
	}
}
