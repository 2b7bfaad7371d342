package progress

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"

	"nekonote/lessons/journal"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// run runs a command line and returns what it printed.
func run(t *testing.T, args ...string) string {
	t.Helper()
	parser, err := kong.New(new(Command))
	if err != nil {
		t.Fatal(err)
	}
	command, err := parser.Parse(args)
	if err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	before := os.Stdout
	os.Stdout = out
	err = command.Run()
	os.Stdout = before
	if err != nil {
		t.Fatal(err)
	}
	said, err := os.ReadFile(out.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(said)
}

func TestProgressFindsTheFolderAndSaysWhatIsNext(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("NEKONOTE_DIR", "")
	t.Setenv(words.Variable, "en")
	if out := run(t); !strings.Contains(out, "week2  0 / 100") || strings.Count(out, "→ Next: ") != 1 {
		t.Errorf("nothing done yet:\n%s", out)
	}
	folder := filepath.Join("work", "ja", ".nekonote")
	err := journal.Append(folder, journal.Event{Time: time.Now(), ID: "week2/dimensions", Kind: journal.Checked, Outcome: verdict.Correct, Points: 5, Max: 5})
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("NEKONOTE_DIR", "")
	if out := run(t); !strings.Contains(out, "week2  5 / 100") || !strings.Contains(out, "Next: A picture becomes a column") {
		t.Errorf("one done:\n%s", out)
	}
	var all []journal.Overview
	if err := json.Unmarshal([]byte(run(t, "--json", "--dir", filepath.Join("work", "ja"))), &all); err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(all, func(o journal.Overview) bool { return o.Week == "week2" })
	if at < 0 || all[at].Points != 5 || all[at].Exercises[0].Outcome != verdict.Correct || all[at].Next != "week2/flatten" {
		t.Errorf("JSON says %+v", all)
	}
}
