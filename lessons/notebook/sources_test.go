package notebook

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nekonote/lessons/lectures"
	"nekonote/nn/words"
)

var (
	// address is where a work is kept for good: its DOI, or its number on arXiv.
	address = regexp.MustCompile(`(doi\.org|arxiv\.org)/[^\s"|)」，、]*`)
	doi     = regexp.MustCompile(`^doi\.org/10\.\d{4,9}/[A-Za-z0-9.()_;-]*[A-Za-z0-9]$`)
	arxiv   = regexp.MustCompile(`^arxiv\.org/abs/(0[7-9]|[12]\d)(0[1-9]|1[0-2])\.\d{4,5}$`)
	dated   = regexp.MustCompile(`\b(1[89]|20)\d\d\b`)
	work    = regexp.MustCompile(`(?m)^- .*(“[^”]+”|\*[A-Z][^*]+\*).*$`)
	titled  = regexp.MustCompile(`“([^”]+)”|\*([A-Z][^*]+)\*`)
)

// cited is a line that names a work.
type cited struct{ where, line string }

// citations are all lines of the course, in every language, that name a work with its address, by the address.
func citations(t *testing.T) map[string][]cited {
	t.Helper()
	all := map[string][]cited{}
	note := func(where, text string) {
		for line := range strings.Lines(text) {
			for _, at := range address.FindAllString(line, -1) {
				at = strings.TrimRight(at, ".。")
				all[at] = append(all[at], cited{where, strings.TrimSpace(line)})
			}
		}
	}
	for _, lesson := range All {
		for _, lang := range words.Langs {
			book, err := lesson.Notebook(lang, false)
			if err != nil {
				t.Fatal(err)
			}
			for _, cell := range book.Cells {
				note(lesson.Name+", "+string(lang), string(cell.Source))
			}
		}
	}
	course, err := lectures.Course()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range course {
		note(l.Path, strings.Join(l.Sources, "\n"))
	}
	tables, err := filepath.Glob("../data/*/README.md")
	if err != nil || len(tables) == 0 {
		t.Fatal("no data set says where it is from: ", err)
	}
	for _, file := range append(tables, "../../README.md", "../../README.ja.md", "../../TEACHING.md", "../../TEACHING.ja.md") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		note(file, string(text))
	}
	return all
}

// TestSourcesAgree: an address is written as addresses are, and wherever a work is named it has the same address, year and title.
func TestSourcesAgree(t *testing.T) {
	all := citations(t)
	if len(all) < 7 {
		t.Errorf("only %d works are named", len(all))
	}
	named := map[string]string{} // the address by the title
	for _, at := range slices.Sorted(maps.Keys(all)) {
		if !doi.MatchString(at) && !arxiv.MatchString(at) {
			t.Errorf("%s: %q is no address of a work", all[at][0].where, at)
		}
		years, title := dated.FindAllString(strings.ReplaceAll(all[at][0].line, at, ""), -1), ""
		for _, c := range all[at] {
			if got := dated.FindAllString(strings.ReplaceAll(c.line, at, ""), -1); len(got) == 0 || !slices.Equal(got, years) {
				t.Errorf("%s is of %q in %s, and of %q in %s", at, years, all[at][0].where, got, c.where)
			}
			found := titled.FindStringSubmatch(c.line)
			if found == nil {
				continue // a table has its title elsewhere
			}
			said := found[1] + found[2]
			if title != "" && said != title {
				t.Errorf("%s is called %q, and %q in %s", at, title, said, c.where)
			}
			if before := named[said]; before != "" && before != at {
				t.Errorf("%q is at %s, and at %s in %s", said, before, at, c.where)
			}
			title, named[said] = said, at
		}
	}
}

// TestPeoplePagesNameTheirSources: the years in the title of a page about people are those of works that it names, the same ones in each
// language.
func TestPeoplePagesNameTheirSources(t *testing.T) {
	for _, lesson := range All {
		if !strings.HasSuffix(lesson.Name, "-people") {
			continue
		}
		first := ""
		for _, lang := range words.Langs {
			book, err := lesson.Notebook(lang, false)
			if err != nil {
				t.Fatal(err)
			}
			text := ""
			for _, cell := range book.Cells {
				text += string(cell.Source) + "\n\n"
			}
			head, body, _ := strings.Cut(strings.TrimSpace(text), "\n")
			works := work.FindAllString(body, -1)
			for _, year := range dated.FindAllString(head, -1) {
				if !slices.ContainsFunc(works, func(w string) bool { return strings.Contains(w, year) }) {
					t.Errorf("%s, %s: no work of %s is named", lesson.Name, lang, year)
				}
			}
			var told []string // titles and years, which are written in no language but their own
			for _, w := range works {
				told = append(told, titled.FindString(w)+" "+strings.Join(dated.FindAllString(address.ReplaceAllString(w, ""), -1), " "))
			}
			if got := strings.Join(told, "\n"); first == "" {
				first = got
			} else if got != first {
				t.Errorf("%s: the sources are\n%s\nand in %s\n%s", lesson.Name, first, lang, got)
			}
		}
	}
}
