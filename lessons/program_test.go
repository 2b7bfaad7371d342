package lessons_test

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"nekonote/lessons"
	"nekonote/lessons/verdict"
	"nekonote/lessons/weeks"
	"nekonote/nn/words"
)

// program builds a cell's program, as the kernel would compose it, and returns how to run it in a folder of its own, with a
// court outside of it. The variables are in the environment of both.
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
		t.Helper()
		defer setenv(t, append([]string{"GONB_TMP_DIR=" + dir, "NEKONOTE_DIR=" + dir}, env...)...)()
		cmd := exec.Command(binary)
		court := &testCourt{Court: lessons.Court{Entries: weeks.Course()}, text: text, source: source, kill: func() { _ = cmd.Process.Kill() }}
		address, closed := court.serve(t)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), lessons.SocketVariable+"="+address)
		out, err := cmd.CombinedOutput()
		closed()
		return string(out) + court.shown, court.verdicts, err
	}
}

// testCourt hears whoever comes, and keeps what it says.
type testCourt struct {
	lessons.Court
	text, source string
	kill         func()

	mu       sync.Mutex
	verdicts []verdict.Graded
	shown    string
}

// serve returns where the court is, and what waits until everybody is heard.
func (c *testCourt) serve(t *testing.T) (address string, closed func()) {
	t.Helper()
	room, err := os.MkdirTemp("", "court") // the path of a socket must be short
	if err != nil {
		t.Fatal(err)
	}
	socket, err := net.Listen("unix", filepath.Join(room, "s"))
	if err != nil {
		t.Fatal(err)
	}
	var heard sync.WaitGroup
	heard.Go(func() {
		for {
			conn, err := socket.Accept()
			if err != nil {
				return
			}
			heard.Go(func() { c.Hear(c.hearing(conn)) })
		}
	})
	return socket.Addr().String(), func() {
		_ = socket.Close()
		heard.Wait()
		_ = os.RemoveAll(room)
	}
}

func (c *testCourt) hearing(conn net.Conn) lessons.Hearing {
	return lessons.Hearing{
		Conn: conn, Program: func() lessons.Program { return lessons.Program{File: c.source, Text: c.text} }, Cells: c.text,
		Judged: func(v verdict.Graded) {
			c.mu.Lock()
			defer c.mu.Unlock()
			c.verdicts = append(c.verdicts, v)
		},
		Show: func(card lessons.Card) <-chan struct{} {
			c.mu.Lock()
			defer c.mu.Unlock()
			c.shown += card.Text
			there := make(chan struct{})
			close(there)
			return there
		},
		Stopped: func() bool { return false },
		End:     c.kill,
	}
}

// setenv sets variables and returns how to set them back.
func setenv(t *testing.T, env ...string) (back func()) {
	t.Helper()
	var old []string
	var missing []string
	for _, pair := range env {
		name, value, _ := strings.Cut(pair, "=")
		if before, ok := os.LookupEnv(name); ok {
			old = append([]string{name + "=" + before}, old...)
		} else {
			missing = append(missing, name)
		}
		if err := os.Setenv(name, value); err != nil {
			t.Fatal(err)
		}
	}
	return func() {
		for _, pair := range old {
			name, value, _ := strings.Cut(pair, "=")
			_ = os.Setenv(name, value)
		}
		for _, name := range missing {
			_ = os.Unsetenv(name)
		}
	}
}

// notebook composes all answers of a week and all their checks. The variable CELL picks one of these.
func notebook(t *testing.T, exercises []lessons.Entry, lang words.Lang, pick func(skeleton, solution string) string) (imports, body string) {
	t.Helper()
	var b strings.Builder
	checks := ""
	for i, e := range exercises {
		skeleton, solution, err := e.Texts(lang)
		if err != nil {
			t.Fatal(err)
		}
		info := e.Info()
		b.WriteString(pick(skeleton, solution) + "\n\n")
		checks += fmt.Sprintf("\tif cell := os.Getenv(\"CELL\"); cell == \"\" || cell == \"%d\" {\n\t\t%s.%s.Check(%s)\n\t}\n", i, info.Week, info.Var, info.Func)
	}
	b.WriteString("func main() {\n" + checks + "}\n")
	for _, library := range []string{"fmt", "math", "os", "slices", "sort", "strings"} {
		if strings.Contains(b.String(), library+".") {
			imports += "\t\"" + library + "\"\n"
		}
	}
	for _, library := range []string{"nn", "lessons/data/pixels", "lessons/face/" + exercises[0].Info().Week} {
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
		var lines []int // of the loop in each function, whose head may take several
		imports, body := notebook(t, exercises, words.English, func(skeleton, _ string) string {
			head, _, _ := strings.Cut(skeleton[strings.Index("\n"+skeleton, "\nfunc "):], "{\n")
			lines = append(lines, strings.Count(head, "\n")+2)
			return head + "{\n\tfor {\n\t}\n}"
		})
		run := program(t, imports, body)
		for i, e := range exercises {
			out, verdicts, err := run("NEKONOTE_CHECK_LIMIT=300ms", "NEKONOTE_LANG=en", fmt.Sprintf("CELL=%d", i))
			if err != nil || len(verdicts) != 1 {
				t.Fatalf("%s: %v, %d verdicts; want 1\n%s", week, err, len(verdicts), out)
			}
			want := fmt.Sprintf("%s, line %d: `for {`", e.Info().Func, lines[i])
			if v := verdicts[0]; v.Reason != verdict.ReasonLoop || !strings.Contains(v.Error, want) || !strings.Contains(out, want) {
				t.Errorf("%s: %q, said %q; want %q with %q", v.ID, v.Reason, v.Error, verdict.ReasonLoop, want)
			}
		}
	}
}
