package lessons_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/lessons"
	"nekonote/lessons/week2"
	"nekonote/nn/words"
)

// program builds a cell's program, as the kernel would compose it, and returns how to run it in a folder of its own.
func program(t *testing.T, imports, body string) (run func(env ...string) (output string, verdicts []lessons.Graded, err error)) {
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
	return func(env ...string) (string, []lessons.Graded, error) {
		channel := filepath.Join(dir, "verdicts")
		_ = os.Remove(channel)
		cmd := exec.Command(binary)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GONB_TMP_DIR="+dir, "NEKONOTE_DIR="+dir, "NEKONOTE_VERDICTS="+channel, "NEKONOTE_NONCE=abc")
		cmd.Env = append(cmd.Env, env...)
		out, err := cmd.CombinedOutput()
		var verdicts []lessons.Graded
		data, _ := os.ReadFile(channel)
		for line := range strings.Lines(string(data)) {
			var g lessons.Graded
			if err := json.Unmarshal([]byte(line), &g); err != nil || g.Nonce != "abc" {
				t.Errorf("line %q: %v, nonce %q", line, err, g.Nonce)
			}
			verdicts = append(verdicts, g)
		}
		return string(out), verdicts, err
	}
}

const libraries = "\t\"math\"\n\n\t\"nekonote/lessons/pixels\"\n\t\"nekonote/lessons/week2\"\n\t\"nekonote/nn\"\n"

// notebook composes all answers of a week and all their checks.
func notebook(t *testing.T, lang words.Lang, pick func(skeleton, solution string) string) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("var _ = math.Abs\nvar _ nn.Matrix\nvar _ pixels.Picture\n\n")
	checks := ""
	for _, e := range week2.Exercises {
		skeleton, solution, err := e.Texts(lang)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(pick(skeleton, solution) + "\n\n")
		checks += "\tweek2." + e.Info().Var + ".Check(" + e.Info().Func + ")\n"
	}
	return b.String() + "func main() {\n" + checks + "}\n"
}

func TestNotebookOfSkeletonsIsNotAttempted(t *testing.T) {
	for _, lang := range words.Langs {
		out, verdicts, err := program(t, libraries, notebook(t, lang, func(skeleton, _ string) string { return skeleton }))("NEKONOTE_LANG=" + string(lang))
		if err != nil || len(verdicts) != len(week2.Exercises) {
			t.Fatalf("%s: %v, %d verdicts\n%s", lang, err, len(verdicts), out)
		}
		for _, v := range verdicts {
			if v.Outcome != lessons.NotAttempted || v.Points != 0 {
				t.Errorf("%s in %s: %s; want not attempted", v.ID, lang, v.Outcome)
			}
		}
	}
}

func TestNotebookOfSolutionsIsCorrect(t *testing.T) {
	run := program(t, libraries, notebook(t, words.Japanese, func(_, solution string) string { return solution }))
	out, verdicts, err := run()
	sum := 0
	for _, v := range verdicts {
		sum += v.Points
		if v.Outcome != lessons.Correct {
			t.Errorf("%s: %s", v.ID, v.Outcome)
		}
	}
	if err != nil || sum != 100 {
		t.Errorf("%d points, %v; want 100\n%s", sum, err, out)
	}
	if out, _, err := run("NBGRADER_EXECUTION=autograde"); err != nil || out != "" {
		t.Errorf("under nbgrader a correct notebook printed %q, %v; want silence", out, err)
	}
}
