package relay

import (
	"path/filepath"
	"strings"
	"testing"

	"nekonote/nn/words"
)

// gonbNotebooks are the ways in which notebooks are written that were made for GoNB: flags and arguments, functions that run first,
// several results, tests and benchmarks, other languages, the shell, what a page draws, a cache, and what is forgotten again.
func gonbNotebooks(folder string) []cellCase {
	poem, kept := filepath.Join(folder, "poem"), filepath.Join(folder, "kept")
	return []cellCase{
		{code: "fmt.Println(W1, W2)\nfmt.Println(W3)", status: "error", says: []string{"undefined: W1"}, without: "W2\n", en: "this kernel is new"},
		{code: "// Package shop is nobody's.\npackage shop\n\n%%\nfmt.Println(\"open\")", stdout: "open\n"},
		{code: "// In disguise.\n//gonb:%%\nfmt.Println(\"open\")", stdout: "open\n"},
		{code: "var whom = flag.String(\"whom\", \"nobody\", \"who is greeted\")\n\n%% --whom=Mike\nfmt.Println(\"hello\", *whom)", stdout: "hello Mike\n"},
		{code: "%args --whom=Tama\n\nfunc main() {\n\tflag.Parse()\n\tfmt.Println(\"where is\", *whom)\n}", stdout: "where is Tama\n"},
		{code: "func greet() { fmt.Println(\"greet\", *whom) }"},
		{code: "%exec greet -whom=x", stdout: "greet x\n"},
		{code: "//gonb:%exec greet -whom=y", stdout: "greet y\n"},
		{code: "func init_first() { fmt.Println(\"first\") }", stdout: "first\n"},
		{code: "%rm init_first", stdout: ". removed func init_first\n"},
		{code: "func three() (int, string, float64) { return 1, \"b\", 2.5 }\n\nvar one, _, rest = three()\n\n%%\nfmt.Println(one, rest)", stdout: "1 2.5\n"},
		{code: "var rest = float32(0.25)\n\n%%\nfmt.Println(rest)", stdout: "0.25\n"},
		{code: "fmt.Println(one)", status: "error", en: "one of the names beside it has been written anew"},
		{code: "func add[T interface{ ~int | ~float64 }](x T) T { return x + 1 }\n\n%%\nfmt.Println(add(1), add(1.5))", stdout: "2 2.5\n"},
		{code: "%%writefile " + poem + "\none\n%two\n", says: []string{"Cell contents written to"}},
		{code: "%%writefile -a " + poem + "\n!three", says: []string{"Cell contents appended to"}},
		{code: "!cat " + poem, stdout: "one\n%two\n\n!three\n"},
		{code: "%%script cat\n7", stdout: "7\n"},
		{code: "%%bash\nfor i in 1 2; do\n  echo $i\ndone", stdout: "1\n2\n"},
		{code: "!for i in 1 2; do \\\n  echo $i ;\\\ndone", stdout: "1\n2\n"},
		{code: "!*ls go.mod", stdout: "go.mod\n"},
		{code: "%env GREETING=hi\n\n%%\nfmt.Println(os.Getenv(\"GREETING\"))", stdout: "Set: GREETING=\"hi\"\nhi\n"},
		{code: "func TestBad(t *testing.T) {\n\tt.Error(\"no\")\n}\n\n%test", status: "error", stdout: anything, says: []string{"TestFailed"}, en: "a test has failed"},
		{code: "import \"github.com/janpfeifer/gonb/gonbui\"\n\n%%\ngonbui.DisplayHTML(\"<b>b</b>\")\ngonbui.DisplayMarkdown(\"*m*\")\nfmt.Println(gonbui.IsNotebook)", stdout: "true\n"},
		{code: "import \"github.com/janpfeifer/gonb/gonbui\"\n\n%capture " + kept + "\n%%\ngonbui.DisplayHTML(\"Ping\")\ngonbui.Sync() // GoNB keeps what has come by the program's end"},
		{code: "!cat " + kept, stdout: "Ping"},
		{code: "%reset", stdout: "* State reset: all memorized declarations discarded.\n"},
		{code: "fmt.Println(one)", status: "error", without: "this kernel is new", en: "first, or check how the name is written"},
	}
}

func TestTheWaysOfGoNBsNotebooks(t *testing.T) {
	k := startKernel(t, gonb(t), module(t))
	for _, c := range gonbNotebooks(t.TempDir()) {
		r := c.check(t, k, words.English)
		if strings.Contains(r.all(), "W3") {
			t.Errorf("in a new kernel, more than one line is said: %s", r.all())
		}
	}
}
