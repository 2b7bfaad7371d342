package lessons_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestHelpFollowsTheLearner runs the cells of a learner who asks for everything.
func TestHelpFollowsTheLearner(t *testing.T) {
	run := program(t, "\t\"os\"\n\n\t\"nekonote/lessons/face/lessons\"\n\t\"nekonote/lessons/face/week2\"\n\t\"nekonote/nn\"\n", `
func sigmoid(z nn.Matrix) (s nn.Matrix) {
	s = z.Scale(41) // mine
	return s
}

func main() {
	switch os.Getenv("CELL") {
	case "hint":
		week2.Sigmoid.Hint()
	case "solution":
		week2.Sigmoid.Solution()
	case "check":
		week2.Sigmoid.Check(sigmoid)
	case "reset":
		week2.Sigmoid.Reset()
	case "progress":
		lessons.Progress(week2.Exercises...)
	}
}
`)
	say := func(cell, lang string) string {
		t.Helper()
		out, _, err := run("CELL="+cell, "NEKONOTE_LANG="+lang)
		if err != nil {
			t.Fatalf("%s: %v\n%s", cell, err, out)
		}
		return out
	}
	wants := func(cell, lang, want, not string) {
		t.Helper()
		out := say(cell, lang)
		if !strings.Contains(out, want) || not != "" && strings.Contains(out, not) {
			t.Errorf("%s in %s lacks %q, or has %q:\n%s", cell, lang, want, not, out)
		}
	}
	wants("solution", "en", "First try it yourself", "math.Exp(-x)")
	wants("hint", "en", "Hint 1 of 3", "Hint 2 of 3")
	wants("hint", "ja", "ヒント 2 / 3", "ヒント 3 / 3")
	wants("hint", "en", "Hint 3 of 3", "")
	wants("hint", "en", "That was the last hint", "Hint 4")
	wants("check", "ja", "まだ正しくありません", "")
	wants("solution", "ja", "return 1 / (1 + math.Exp(-x))", "まずは自分で")
	wants("progress", "en", "The sigmoid · Not yet right · Attempts 1 · Hints 3 · solution seen", "")
	wants("progress", "ja", "次は：データの大きさを調べる", "")

	out := say("reset", "en")
	if !strings.Contains(out, "✎ your code here") {
		t.Errorf("reset shows no skeleton:\n%s", out)
	}
	name := regexp.MustCompile(`kept in (\S+\.go\.txt)`).FindStringSubmatch(out)
	if name == nil {
		t.Fatalf("reset does not say where the answer is kept:\n%s", out)
	}
	if kept, err := os.ReadFile(name[1]); err != nil || !strings.Contains(string(kept), "z.Scale(41) // mine") {
		t.Errorf("kept %q, %v; want the answer", kept, err)
	}
}

func TestUnderNbgraderAWrongAnswerIsAnError(t *testing.T) {
	run := program(t, "\t\"nekonote/lessons/face/week2\"\n\t\"nekonote/nn\"\n", `
func sigmoid(z nn.Matrix) (s nn.Matrix) { return z.Tanh() }

func main() { week2.Sigmoid.Check(sigmoid) }
`)
	for lang, want := range map[string]string{"en": "week2/sigmoid: Almost: That is tanh", "ja": "week2/sigmoid: おしい！: これは −1 から 1"} {
		out, verdicts, err := run("NBGRADER_EXECUTION=autograde", "NEKONOTE_LANG="+lang)
		if err == nil || !strings.Contains(out, want) || len(verdicts) != 1 || verdicts[0].Points != 0 {
			t.Errorf("%s: %v, %v, %s; want an error that says %q", lang, err, verdicts, out, want)
		}
	}
}

func TestACheckWithoutAWritableFolderStillSpeaks(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	run := program(t, "\t\"nekonote/lessons/face/week2\"\n\t\"nekonote/nn\"\n", `
func sigmoid(z nn.Matrix) (s nn.Matrix) { return z.Tanh() }

func main() { week2.Sigmoid.Check(sigmoid) }
`)
	out, _, err := run("NEKONOTE_DIR=" + file)
	if err != nil || !strings.Contains(out, "That is tanh") || !strings.Contains(out, "could not be noted") {
		t.Errorf("%v\n%s", err, out)
	}
}
