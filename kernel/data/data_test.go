package data

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"nekonote/lessons/data/cats"
	"nekonote/nn/words"
)

// run parses a command line and runs it, in a clone of its own where the learner has worked in English.
func run(t *testing.T, args ...string) error {
	t.Helper()
	parser, err := kong.New(new(Command))
	if err != nil {
		t.Fatal(err)
	}
	command, err := parser.Parse(args)
	if err != nil {
		t.Fatal(err)
	}
	return command.Run()
}

func clone(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	t.Chdir(root)
	t.Setenv(cats.Variable, "")
	t.Setenv(words.Variable, "en")
	if err := os.MkdirAll(filepath.Join("work", "en"), 0o755); err != nil {
		t.Fatal(err)
	}
	return root
}

func TestWhatIsWrongIsSaid(t *testing.T) {
	clone(t)
	for _, test := range []struct {
		args []string
		want string
	}{
		{[]string{"use", "course"}, `no data set "course"`},
		{[]string{"import", "nowhere.h5"}, "no file or folder"},
		{[]string{"import", "."}, "no .h5 file"},
	} {
		if err := run(t, test.args...); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("data %q: %v; want %q in it", test.args, err, test.want)
		}
	}
	if err := run(t, "list"); err != nil {
		t.Errorf("data list: %v", err)
	}
}

func TestImportUseList(t *testing.T) {
	files := os.Getenv("NEKONOTE_COURSE")
	if files == "" {
		files, _ = filepath.Abs("../../../shared/course/data")
	}
	if _, err := os.Stat(files); err != nil {
		t.Skipf("the course's own files are not here (%v); set NEKONOTE_COURSE to their folder", err)
	}
	clone(t)
	if err := run(t, "import", files); err != nil {
		t.Fatal(err)
	}
	if got := cats.InUse(); got != "course" {
		t.Errorf("in use: %q; want course", got)
	}
	if _, err := os.Stat(filepath.Join("work", "en", ".nekonote", "data", "course.zip")); err != nil {
		t.Error(err)
	}
	if err := run(t, "use", "cats"); err != nil || cats.InUse() != "cats" {
		t.Errorf("in use: %q (%v); want cats", cats.InUse(), err)
	}
}
