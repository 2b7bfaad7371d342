package grade

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nekonote/kernel/grade/walls"
	"nekonote/kernel/judge"
	"nekonote/kernel/needs"
	"nekonote/kernel/process"
	"nekonote/kernel/relay"
	"nekonote/kernel/setup"
	"nekonote/lessons"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// The tests start this program again as a guard, as a kernel, and as its judge: it gets here first.
func TestMain(m *testing.M) {
	walls.Enter()
	process.Guard()
	if len(os.Args) == 2 && os.Args[1] == Name {
		if err := (One{}).Run(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	if len(os.Args) == 2 && os.Args[1] == judge.Name {
		if err := (judge.Command{}).Run(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	if len(os.Args) == 3 && os.Args[1] == "kernel" {
		if err := relay.Run(context.Background(), relay.Options{ConnectionFile: os.Args[2], GoNB: os.Getenv("NEKONOTE_TEST_GONB")}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// brokenMachine is a grader on a machine whose kernels have something broken in their environment.
func brokenMachine(t *testing.T, env ...string) Grader {
	t.Helper()
	here := needs.SetUp(t)
	gonb := filepath.Join(here.Tools(), "gonb")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s := spec{Argv: []string{self, "kernel", "{connection_file}"}, Env: map[string]string{
		"NEKONOTE_TEST_GONB": gonb, "PATH": filepath.Dir(gonb) + ":" + os.Getenv("PATH"),
	}}
	for _, one := range env {
		name, value, _ := strings.Cut(one, "=")
		s.Env[name] = value
	}
	place := setup.Place{Folder: t.TempDir(), Module: here.Module}
	for _, name := range []string{"nekonote", "nekonote-ja"} {
		path := filepath.Join(place.Jupyter(), "kernels", name, "kernel.json")
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(s)
		if err == nil {
			err = os.WriteFile(path, text, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return Grader{Place: place, Timeout: 10 * time.Minute, Memory: "2GB", Open: true, supply: &supply{}}
}

// A right answer on a machine that can build nothing is not incorrect: it is not run, and says why.
func TestWhatTheMachineCannotRunIsNotRun(t *testing.T) {
	for _, lang := range words.Langs {
		t.Setenv(words.Variable, string(lang))
		g := brokenMachine(t, "GOCACHE=/proc/none", words.Variable+"="+string(lang))
		dir := t.TempDir()
		path := write(t, filepath.Join(dir, "anna"), lang, true, alone)
		r := g.Grade(context.Background(), path)
		want := map[words.Lang]string{words.English: "cache cannot be written", words.Japanese: "キャッシュに書き込めない"}[lang]
		if !strings.Contains(r.Error, want) || r.Points != 0 || r.Correct() {
			t.Errorf("%+v; want an error with %q", r, want)
		}
		for _, e := range r.Exercises {
			if e.Outcome != NotRun || !strings.Contains(e.Error, want) {
				t.Errorf("%+v; want it not run, with %q", e, want)
			}
		}
		var said bytes.Buffer
		r.write(&said)
		if !strings.Contains(said.String(), outcomes[NotRun].String()) {
			t.Errorf("a person reads\n%s", said.String())
		}
		var out bytes.Buffer
		if err := g.Folder(context.Background(), dir, Part{}, 1, &out, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), "1") {
			t.Errorf("Folder = %v; want that one could not be run", err)
		}
		table, err := csv.NewReader(&out).ReadAll()
		if err != nil || len(table) != 9 || table[1][3] != "not run" || table[1][4] != "0" {
			t.Errorf("%v, %q", err, table)
		}
		if out, err := json.Marshal(r); err != nil || !bytes.Contains(out, []byte(`"outcome":"not run"`)) {
			t.Errorf("%s, %v", out, err)
		}
		if err := (&Command{Notebooks: []string{path}}).grade(context.Background(), g); err == nil || err.(Status).Code != 2 {
			t.Errorf("grade = %v; want exit status 2", err)
		}
	}
}

// What is wrong after the machine has failed once may come of that; what is right stays right, and what was judged before
// stays as it is.
func TestOnlyTheMachineMakesAnAnswerNotRun(t *testing.T) {
	info := lessons.Info{ID: "week2/sigmoid", Points: 10}
	for name, c := range map[string]struct {
		run     run
		failure string
		want    verdict.Outcome
	}{
		"not begun":                {run{}, "", verdict.NotAttempted},
		"begun":                    {run{submission: submission{begun: map[string]bool{info.ID: true}}}, "", verdict.Incorrect},
		"her own compile error":    {run{submission: submission{begun: map[string]bool{info.ID: true}}, failed: map[string]string{info.ID: "undefined: x"}}, "", verdict.Incorrect},
		"no notebook":              {run{}, "not a notebook", NotRun},
		"the notebook's time":      {run{}, "time", NotRun},
		"the engine":               {run{stopped: map[string]bool{info.ID: true}}, "", NotRun},
		"judged before it all":     {run{verdicts: map[string]Exercise{info.ID: {Outcome: verdict.Incorrect}}}, "time", verdict.Incorrect},
		"right in spite of it all": {run{fault: "disk", verdicts: map[string]Exercise{info.ID: {Outcome: verdict.Correct}}}, "disk", verdict.Correct},
	} {
		if got := c.run.worth(info, c.failure).Outcome; got != c.want {
			t.Errorf("%s: %s; want %s", name, got, c.want)
		}
	}
}
