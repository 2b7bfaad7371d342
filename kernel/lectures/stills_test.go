package lectures

import (
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/lessons/lectures"
	"nekonote/nn/words"
)

// Run `go test ./kernel/lectures -run Stills -update` after a scene has changed on purpose, and look at the pictures in
// artifacts/lectures, a page for each lecture.
var update = flag.Bool("update", false, "write what the stills hold anew")

func course(t *testing.T) (all []*staged) {
	t.Helper()
	list, err := lectures.Course()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range list {
		s, err := stage(l.ID)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, s)
	}
	return all
}

// TestStillsLookAsTheyDid compares the pictures that a lecture shows with what they were when they were looked at: which parts are
// seen, and what each part is made of, in each language. Places may differ by a trace between processors; letters may not.
func TestStillsLookAsTheyDid(t *testing.T) {
	for _, s := range course(t) {
		name := strings.ReplaceAll(s.ID, "/", "-")
		file := filepath.Join("testdata", "stills", name+".txt")
		got := s.inventory()
		if *update {
			sheet(t, s, name)
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if different := compared(got, string(want)); different != "" {
			t.Errorf("%s looks otherwise than %s says; if that is on purpose, run the test with -update and look at artifacts/lectures/%s.html\n%s", s.ID, file, name, different)
		}
	}
}

// sheet writes the pictures of a lecture that are worth a look below each other: those after which something goes or moves, in
// English on white beside Japanese on black.
func sheet(t *testing.T, s *staged, name string) {
	t.Helper()
	folder := filepath.Join("..", "..", "artifacts", "lectures")
	var b strings.Builder
	fmt.Fprintf(&b, `<!doctype html><meta charset="utf-8"><style>%s html body { font-size: 11px; line-height: 1.2; margin: 4px; display: grid; grid-template-columns: repeat(4, 1fr); gap: 4px; background: #888; } html div[data-theme] { background: var(--card); color: var(--ink); padding: 2px; }</style><body>`, strings.ReplaceAll(style, ":root[data-theme", "div[data-theme"))
	for i := range s.Sentences {
		if !s.whole(i) {
			continue
		}
		for _, lang := range words.Langs {
			theme := map[words.Lang]string{words.English: "light", words.Japanese: "dark"}[lang]
			fmt.Fprintf(&b, `<div data-theme="%s">%s<div>%d %s</div></div>`, theme, s.still(i, lang), i+1, html.EscapeString(s.Sentences[i].Shown.In(lang)))
		}
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name+".html"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// whole reports whether a sentence is the last one of its scene, or the one after it takes something away or moves it.
func (s *staged) whole(i int) bool {
	if i+1 == len(s.Sentences) || s.Sentences[i+1].First {
		return true
	}
	for k, look := range s.states[i] {
		if next := s.states[i+1][k]; look.On && (!next.On || next.Frame != look.Frame) {
			return true
		}
	}
	return false
}
