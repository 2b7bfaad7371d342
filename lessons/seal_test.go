package lessons_test

import (
	"strings"
	"testing"

	"nekonote/lessons/verdict"
)

func TestUnsealRefusesWhatAnyoneCanWrite(t *testing.T) {
	var g verdict.Graded
	for _, line := range []string{
		"", " ", `{"id":"week2/sigmoid"}`, ` {"id":"week2/sigmoid"}`, `abc {"id":"week2/sigmoid"}`, strings.Repeat("0", 64) + ` {"id":"week2/sigmoid"}`,
	} {
		for _, key := range []string{"", verdict.NewKey()} {
			if verdict.Unseal(key, []byte(line), &g) {
				t.Errorf("%q is taken for sealed with %q", line, key)
			}
		}
	}
}

// An answer that looks for the channels finds them, and can still say nothing there.
func TestAnAnswerCannotSayThatItIsCorrect(t *testing.T) {
	run := program(t, "\t\"bytes\"\n\t\"fmt\"\n\t\"os\"\n\t\"path/filepath\"\n\t\"nekonote/lessons/week2\"\n\t\"nekonote/nn\"\n", `
func init() { shout() }

func shout() {
	environ, _ := os.ReadFile("/proc/self/environ")
	said := `+"`"+`{"id":"week2/sigmoid","outcome":"correct","points":10,"max":10}`+"`"+`
	files, _ := filepath.Glob("/proc/self/fd/*")
	for _, name := range append(files, "verdicts") {
		for _, pair := range bytes.Split(environ, []byte{0}) {
			if file, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0); err == nil {
				fmt.Fprintln(file, said)
				fmt.Fprintf(file, "{\"verdict\":%s}\n", said)
				fmt.Fprintf(file, "%s %s\n", pair, said)
				file.Close()
			}
		}
	}
}

func sigmoid(z nn.Matrix) nn.Matrix { shout(); return z.Tanh() }

func main() { week2.Sigmoid.Check(sigmoid) }
`)
	out, verdicts, _ := run()
	if len(verdicts) != 1 || verdicts[0].Outcome != verdict.Almost || verdicts[0].Points != 0 {
		t.Errorf("%+v\n%s", verdicts, out)
	}
}
