package plots

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"nekonote/nn/words"
)

// spoken finds what a page says besides what it shows, and what it shows: names for screen readers, alternatives of pictures, words.
var spoken = regexp.MustCompile(`(?:aria-label|alt|title)="([^"]*)"|>([^<>]+)<`)

var moving = regexp.MustCompile(`(?s)<script.*?</script>|<style.*?</style>`)

// TestFiguresAreWrittenAsJapaneseIs reads whatever a figure says in Japanese, also what is put together of several sentences and names,
// against the list of wordings that must not come back.
func TestFiguresAreWrittenAsJapaneseIs(t *testing.T) {
	list, err := os.ReadFile(filepath.Join("..", "lessons", "notebook", "faults.txt"))
	if err != nil {
		t.Fatal(err)
	}
	faults := map[*regexp.Regexp]string{}
	for line := range strings.Lines(string(list)) {
		if cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); cells[0] == "ja" {
			faults[regexp.MustCompile(cells[1])] = cells[2]
		}
	}
	t.Setenv(words.Variable, string(words.Japanese))
	read := 0
	for _, s := range specimens {
		f := s.make()
		said := append(strings.Split(f.words(), "\n"), f.frames...)
		for _, m := range spoken.FindAllStringSubmatch(moving.ReplaceAllString(f.html(), ""), -1) {
			said = append(said, strings.Split(html.UnescapeString(m[1]+m[2]), "\n")...)
		}
		for _, text := range said {
			if text = strings.TrimSpace(text); text == "" {
				continue
			}
			read++
			for fault, instead := range faults {
				if found := fault.FindString(text); found != "" {
					t.Errorf("%s: %q in %q: %s", s.name, found, text, instead)
				}
			}
		}
	}
	if read < 300 || len(faults) < 30 {
		t.Errorf("only %d texts were read against %d faults", read, len(faults))
	}
}
