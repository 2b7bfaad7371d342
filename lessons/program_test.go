package lessons_test

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/lessons"
	"nekonote/lessons/verdict"
	"nekonote/lessons/weeks"
	"nekonote/nn/words"
)

// program builds a cell's program, as the kernel would compose it, and returns how to run it in a folder of its own.
func program(t *testing.T, imports, body string) (run func(env ...string) (output string, verdicts []verdict.Graded, err error)) {
	t.Helper()
	dir := t.TempDir()
	source := filepath.Join(dir, "main.go")
	text := "package main\n\nimport (\n" + imports + ")\n\n" + body
	if err := os.WriteFile(source, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	binary := filepath.Join(dir, "cell")
	if out, err := exec.Command("go", "build", "-ldflags=-w", "-o", binary, source).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s\n%s", err, out, text)
	}
	return func(env ...string) (string, []verdict.Graded, error) {
		key := verdict.NewKey()
		channel := filepath.Join(dir, "verdicts")
		if err := os.WriteFile(channel, []byte(key), 0o600); err != nil {
			t.Fatal(err)
		}
		file, err := os.Open(channel)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		cmd := exec.Command(binary)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GONB_TMP_DIR="+dir, "NEKONOTE_DIR="+dir, "NEKONOTE_VERDICTS="+channel)
		cmd.Env = append(cmd.Env, env...)
		out, err := cmd.CombinedOutput()
		var verdicts []verdict.Graded // others than these, an answer may have written
		data, _ := io.ReadAll(file)
		for line := range strings.Lines(string(data)) {
			var g verdict.Graded
			if verdict.Unseal(key, []byte(line), &g) {
				verdicts = append(verdicts, g)
			}
		}
		return string(out), verdicts, err
	}
}

// notebook composes all answers of a week and all their checks.
func notebook(t *testing.T, exercises []lessons.Entry, lang words.Lang, pick func(skeleton, solution string) string) (imports, body string) {
	t.Helper()
	var b strings.Builder
	checks := ""
	for _, e := range exercises {
		skeleton, solution, err := e.Texts(lang)
		if err != nil {
			t.Fatal(err)
		}
		info := e.Info()
		b.WriteString(pick(skeleton, solution) + "\n\n")
		checks += "\t" + info.Week + "." + info.Var + ".Check(" + info.Func + ")\n"
	}
	b.WriteString("func main() {\n" + checks + "}\n")
	for _, library := range []string{"fmt", "math", "slices", "sort", "strings"} {
		if strings.Contains(b.String(), library+".") {
			imports += "\t\"" + library + "\"\n"
		}
	}
	for _, library := range []string{"nn", "lessons/data/pixels", "lessons/" + exercises[0].Info().Week} {
		if strings.Contains(b.String(), filepath.Base(library)+".") {
			imports += "\t\"nekonote/" + library + "\"\n"
		}
	}
	return imports, b.String()
}

// byWeek groups all exercises by their week.
func byWeek() map[string][]lessons.Entry {
	all := map[string][]lessons.Entry{}
	for _, e := range weeks.All {
		all[e.Info().Week] = append(all[e.Info().Week], e)
	}
	return all
}

func TestNotebookOfSkeletonsIsNotAttempted(t *testing.T) {
	for week, exercises := range byWeek() {
		for _, lang := range words.Langs {
			imports, body := notebook(t, exercises, lang, func(skeleton, _ string) string { return skeleton })
			out, verdicts, err := program(t, imports, body)("NEKONOTE_LANG=" + string(lang))
			if err != nil || len(verdicts) != len(exercises) {
				t.Fatalf("%s in %s: %v, %d verdicts\n%s", week, lang, err, len(verdicts), out)
			}
			for _, v := range verdicts {
				if v.Outcome != verdict.NotAttempted || v.Points != 0 {
					t.Errorf("%s in %s: %s; want not attempted", v.ID, lang, v.Outcome)
				}
			}
		}
	}
}

func TestNotebookOfSolutionsIsCorrect(t *testing.T) {
	for week, exercises := range byWeek() {
		imports, body := notebook(t, exercises, words.Japanese, func(_, solution string) string { return solution })
		run := program(t, imports, body)
		out, verdicts, err := run()
		if err != nil || len(verdicts) != len(exercises) {
			t.Fatalf("%s: %v, %d verdicts\n%s", week, err, len(verdicts), out)
		}
		sum := 0
		for _, v := range verdicts {
			sum += v.Points
			if v.Outcome != verdict.Correct || v.Points != v.Max {
				t.Errorf("%s: %s", v.ID, v.Outcome)
			}
		}
		if sum%100 != 0 && week != "welcome" { // 100 for each of its notebooks; in the welcome there is nothing to learn yet
			t.Errorf("%s has %d points in all; want 100 for each notebook", week, sum)
		}
		if out, _, err := run("NBGRADER_EXECUTION=autograde"); err != nil || out != "" {
			t.Errorf("under nbgrader a correct notebook printed %q, %v; want silence", out, err)
		}
	}
}

// TestEveryExerciseOutlivesAnEndlessLoop: whatever the function's type, the loop's line is named.
func TestEveryExerciseOutlivesAnEndlessLoop(t *testing.T) {
	if testing.Short() {
		t.Skip("each exercise takes its time limit")
	}
	for week, exercises := range byWeek() {
		t.Run(week, func(t *testing.T) {
			t.Parallel()
			imports, body := notebook(t, exercises, words.English, func(skeleton, _ string) string {
				head, _, _ := strings.Cut(skeleton[strings.Index("\n"+skeleton, "\nfunc "):], "{\n")
				return head + "{\n\tfor {\n\t}\n}"
			})
			out, verdicts, err := program(t, imports, body)("NEKONOTE_CHECK_LIMIT=300ms", "NEKONOTE_LANG=en")
			if err != nil || len(verdicts) != len(exercises) {
				t.Fatalf("%v, %d verdicts; want %d\n%s", err, len(verdicts), len(exercises), out)
			}
			for i, v := range verdicts {
				if want := exercises[i].Info().Func + ", line 2: `for {`"; v.Reason != verdict.ReasonLoop || !strings.Contains(v.Error, want) {
					t.Errorf("%s: %q, said %q; want %q with %q", v.ID, v.Reason, v.Error, verdict.ReasonLoop, want)
				}
			}
		})
	}
}
