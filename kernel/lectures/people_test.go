package lectures

import (
	"strings"
	"testing"

	"nekonote/nn/words"
)

// TestEachWeekEndsWithItsPeople: a page a week, in both languages, with sources, code, and no Markdown left in it.
func TestEachWeekEndsWithItsPeople(t *testing.T) {
	all := people()
	if len(all) != 4 {
		t.Fatalf("there are %d pages about people", len(all))
	}
	for i, said := range []string{"Rosenblatt", "Fukushima", "Rumelhart", "Goodfellow"} {
		page, err := peoplePage(all[i], words.English)
		if err != nil {
			t.Fatal(err)
		}
		text, _, _ := strings.Cut(page, "<pre>") // in code, stars and dollars are what they are
		for _, wanted := range []string{said, "doi.org/", "<pre>", `<article lang="ja">`} {
			if !strings.Contains(page, wanted) {
				t.Errorf("%s lacks %q", all[i].Name, wanted)
			}
		}
		for _, left := range []string{"**", "$", "](", "\n# "} {
			if strings.Contains(text, left) {
				t.Errorf("%s has Markdown left: %q", all[i].Name, left)
			}
		}
	}
	var b strings.Builder
	if weekEnds(&b, "week2"); strings.Count(b.String(), "week2-people.html") != 1 {
		t.Errorf("week 2 ends with %s", b.String())
	}
}
