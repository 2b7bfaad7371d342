package lectures

import (
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
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

var letters = regexp.MustCompile(`<text[^>]*>([^<]*)</text>`)

// TestStillsHoldWhatTheyDid compares the letters and numbers of each scene, in the picture of its last sentence, with what they were
// when the picture was looked at.
func TestStillsHoldWhatTheyDid(t *testing.T) {
	for _, s := range course(t) {
		name := strings.ReplaceAll(s.ID, "/", "-")
		file := filepath.Join("testdata", "stills", name+".txt")
		var b strings.Builder
		for i := range s.Sentences {
			if i+1 < len(s.Sentences) && !s.Sentences[i+1].First {
				continue
			}
			still := s.still(i, words.English)
			fmt.Fprintf(&b, "%s: %d paths, %d circles, %d pictures\n", s.Sentences[i].Scene, strings.Count(still, "<path"), strings.Count(still, "<circle"), strings.Count(still, "<image"))
			for _, found := range letters.FindAllStringSubmatch(still, -1) {
				fmt.Fprintf(&b, "  %s\n", found[1])
			}
		}
		if *update {
			sheet(t, s, name)
			if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(file); err != nil || b.String() != string(want) {
			t.Errorf("%s: its stills hold\n%s\nwant, from %s (%v),\n%s", s.ID, b.String(), file, err, want)
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
