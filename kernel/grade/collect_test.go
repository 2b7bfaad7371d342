package grade

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"
)

// pack makes an archive of files with their contents.
func archive(t testing.TB, files map[string]string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, content := range files {
		sjis := strings.HasPrefix(name, "sjis:")
		name = strings.TrimPrefix(name, "sjis:")
		if sjis {
			var err error
			if name, err = japanese.ShiftJIS.NewEncoder().String(name); err != nil {
				t.Fatal(err)
			}
		}
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, NonUTF8: sjis})
		if err == nil {
			_, err = f.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// Each class is a folder: its files, and who is found with what. "!" stands before what is named and not graded.
func TestCollect(t *testing.T) {
	const lesson = "week2-logistic-regression-cats"
	bomb := strings.Repeat("0", 8<<20)
	for name, c := range map[string]struct {
		files map[string]string // "→target" is a link
		want  []string
	}{
		"as usual": {map[string]string{"anna/" + lesson + ".ipynb": "", "bo/" + lesson + ".ipynb": ""},
			[]string{"anna/" + lesson, "bo/" + lesson}},
		"as nbgrader collects": {map[string]string{"anna/week2/x.ipynb": "", "anna/week3/y.ipynb": ""}, []string{"anna/week2/x", "anna/week3/y"}},
		"one folder too deep":  {map[string]string{"class A/anna/x.ipynb": "", "class A/bo/x.ipynb": ""}, []string{"anna/x", "bo/x"}},
		"by assignment":        {map[string]string{"week2/anna/x.ipynb": "", "week 3/anna/y.ipynb": "", "第2週/花子/z.ipynb": ""}, []string{"anna/x", "anna/y", "花子/z"}},
		"far below":            {map[string]string{"anna/nekonote/work/en/x.ipynb": "", "bo/x.ipynb": ""}, []string{"anna/nekonote/work/en/x", "bo/x"}},
		"flat files": {map[string]string{"anna_" + lesson + ".ipynb": "", lesson + " (山田).ipynb": "", "Doe Jane_123456_assignsubmission_file_" + lesson + ".ipynb": "", "bo.ipynb": ""},
			[]string{"Doe Jane/Doe Jane_123456_assignsubmission_file_" + lesson, "anna/anna_" + lesson, "bo/bo", "山田/" + lesson + " (山田)"}},
		"capitals and what browsers add": {map[string]string{"anna/X.IPYNB": "", "bo/x.ipynb.txt": "", "cy/x.ipynb.json": ""}, []string{"anna/X", "bo/x", "cy/x"}},
		"copies":                         {map[string]string{"anna/x.ipynb": "", "anna/x (1).ipynb": "", "anna/x-Copy1.ipynb": ""}, []string{"anna/x", "anna/x (1)", "anna/x-Copy1"}},
		"what programs leave":            {map[string]string{"anna/.ipynb_checkpoints/x.ipynb": "", "anna/x.ipynb": "", ".DS_Store": ""}, []string{"anna/x"}},
		"files of nobody":                {map[string]string{"anna/x.ipynb": "", "README.txt": "", "bo_" + lesson + ".pdf": ""}, []string{"anna/x", "!left/README.txt for the teacher", "!bo/bo_" + lesson + " handed in"}},
		"nothing to grade":               {map[string]string{"anna/report.pdf": "", "bo/x.ipynb": "", "cy/.hidden": ""}, []string{"!anna/ report.pdf", "bo/x", "!cy/ nothing at all"}},
		"an archive each": {map[string]string{"anna.zip": archive(t, map[string]string{"w/x.ipynb": "1", "w/a.png": "2", "__MACOSX/w/._x.ipynb": "3"}), "bo/hand-in.zip": archive(t, map[string]string{"x.ipynb": "4"})},
			[]string{"anna/w/x", "bo/x"}},
		"an archive of the class": {map[string]string{"all.zip": archive(t, map[string]string{"anna/x.ipynb": "1", "bo/week2/x.ipynb": "2"})}, []string{"anna/x", "bo/week2/x"}},
		"a Japanese archive":      {map[string]string{"hanako.zip": archive(t, map[string]string{"sjis:課題/第２週.ipynb": "1"})}, []string{"hanako/課題/第２週"}},
		"an archive that leads out": {map[string]string{"eve.zip": archive(t, map[string]string{"../../etc/x.ipynb": "1", "/abs.ipynb": "2", `..\w.ipynb`: "3"})},
			[]string{"eve/abs", "eve/etc/x", "eve/w"}},
		"bombs": {map[string]string{"eve.zip": archive(t, map[string]string{"x.ipynb": bomb, "y.ipynb": "1", "inner.zip": "PK"})}, []string{"!eve/inner archive in an archive", "!eve/x far more", "eve/y"}},
		"no archives": {map[string]string{"anna.zip": "PK\x05\x06", "bo.zip": "hello", "cy.rar": "Rar!", "dee.zip": archive(t, map[string]string{"a.txt": "1"})},
			[]string{"!anna/anna damaged", "!bo/bo damaged", "!cy/cy not opened", "!dee/dee holds no notebook"}},
		"links": {map[string]string{"anna/x.ipynb": "", "bo": "→anna", "eve": "→/etc", "joe/x.ipynb": "→/etc/passwd", "sue": "→."},
			[]string{"anna/x", "bo/x", "!eve/ leads out", "!joe/x leads out", "!sue/ leads out"}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for name, content := range c.files {
				path := filepath.Join(dir, name)
				if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
					t.Fatal(err)
				}
				var err error
				if target, ok := strings.CutPrefix(content, "→"); ok {
					err = os.Symlink(target, path)
				} else {
					err = os.WriteFile(path, []byte(content), 0o600)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			all, left, err := collect(dir, t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range left {
				all = append(all, handedIn{student: "left", notebook: name, why: "for the teacher"})
			}
			slices.Sort(c.want)
			var got []string
			for _, h := range all {
				line := h.student + "/" + h.notebook
				if h.why != "" {
					line = "!" + line + " " + h.why
				} else if _, err := os.Stat(h.path); err != nil {
					t.Error(err)
				}
				got = append(got, line)
			}
			slices.Sort(got)
			same := slices.EqualFunc(got, c.want, func(got, want string) bool {
				place, why, ok := strings.Cut(want, " ")
				if !strings.HasPrefix(want, "!") || !ok {
					return got == want
				}
				return strings.HasPrefix(got, place) && strings.Contains(got, why)
			})
			if !same {
				t.Errorf("%q\nwant %q", got, c.want)
			}
		})
	}
}

// The parts of a class are the whole, in its order.
func TestParts(t *testing.T) {
	for _, count := range []int{0, 1, 3, 4, 7, 40} {
		var all, joined []handedIn
		for i := range count {
			all = append(all, handedIn{student: fmt.Sprint(i)})
		}
		for k := range 4 {
			joined = append(joined, Part{k + 1, 4}.of(all)...)
		}
		if !slices.Equal(all, joined) {
			t.Errorf("%d: %v", count, joined)
		}
	}
	t.Setenv(indexVariable, "2")
	for text, want := range map[string]Part{"3/40": {3, 40}, "/4": {3, 4}, "4/4": {4, 4}, "0/4": {}, "5/4": {}, "x": {}, "": {}, "1/0": {}} {
		var p Part
		if err := p.UnmarshalText([]byte(text)); p != want || (err == nil) != (want.Of > 0) {
			t.Errorf("%q is %v, %v", text, p, err)
		}
	}
}

// Each machine that grades a part finds the same notebooks in the same order, also those of one name from several archives: otherwise
// one would be graded twice, and another never.
func TestTheOrderIsOne(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"anna.zip": "1", "anna (1).zip": "2", "anna (2).zip": "3"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(archive(t, map[string]string{"x.ipynb": content})), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	orders := map[string]bool{}
	for range 12 {
		all, _, err := collect(dir, t.TempDir())
		if err != nil || len(all) != 3 {
			t.Fatal(all, err)
		}
		order := ""
		for _, h := range all {
			content, err := os.ReadFile(h.path)
			if err != nil {
				t.Fatal(err)
			}
			order += string(content)
		}
		orders[order] = true
	}
	if len(orders) != 1 {
		t.Errorf("the same class is found in %d orders", len(orders))
	}
}

// FuzzUnzip takes any file for an archive: notebooks lie in the room, and nothing else anywhere.
func FuzzUnzip(f *testing.F) {
	f.Add([]byte(archive(f, map[string]string{"../x.ipynb": "1", "a/b.ipynb": "2"})))
	f.Add([]byte("PK\x05\x06"))
	f.Fuzz(func(t *testing.T, data []byte) {
		dir, room := t.TempDir(), t.TempDir()
		path := filepath.Join(dir, "x.zip")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		found, err := unzip(path, room)
		if err != nil {
			return
		}
		for _, z := range found {
			if below, err := filepath.Rel(room, z.path); z.why == "" && (err != nil || !filepath.IsLocal(below)) {
				t.Errorf("%q lies in %s", z.name, z.path)
			}
			if !filepath.IsLocal(filepath.FromSlash(z.name)) {
				t.Errorf("the name %q leads out", z.name)
			}
		}
	})
}
