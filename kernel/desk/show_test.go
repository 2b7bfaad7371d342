package desk

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/lessons/data/cats"
	"nekonote/lessons/own/share"
	"nekonote/nn/words"
)

// The page to show is offered once there is a network to show, and is the one that the command writes.
func TestAPageToShowIsOneClickAway(t *testing.T) {
	folder := t.TempDir()
	t.Setenv(cats.Variable, folder)
	t.Setenv(words.Variable, "en")
	if o := Answer(Ask{Kind: Course}).(Overview); o.Shows {
		t.Error("a network is offered that nobody has trained")
	}
	if said := Answer(Ask{Kind: Show}).(Said); said.File != "" || !strings.Contains(said.Text, "own.Share") {
		t.Errorf("without a network it says %+v", said)
	}
	c := share.Classifier{Kinds: []words.Text{words.T("cat", "猫"), words.T("dog", "犬")}, Learned: []int{1, 1}, Tested: []int{1, 1}, Wrong: []int{0, 0}, Squares: 1, Network: []byte(`{}`)}
	if err := c.Keep(folder); err != nil {
		t.Fatal(err)
	}
	if o := Answer(Ask{Kind: Course}).(Overview); !o.Shows || o.Words["show"] == "" {
		t.Error("her network is not offered")
	}
	want, err := c.Page(words.English)
	if err != nil {
		t.Fatal(err)
	}
	said := Answer(Ask{Kind: Show}).(Said)
	if page, err := os.ReadFile(filepath.Join(folder, share.File)); err != nil || string(page) != want || said.File != share.File || !strings.Contains(said.Text, share.File) {
		t.Errorf("%v; it says %+v", err, said)
	}
	if err := os.WriteFile(filepath.Join(folder, share.File), []byte("hers"), 0o644); err != nil {
		t.Fatal(err)
	}
	if said := Answer(Ask{Kind: Show}).(Said); said.File != "" || !strings.Contains(said.Text, "no page of this kind") {
		t.Errorf("over a file of hers it says %+v", said)
	}
}
