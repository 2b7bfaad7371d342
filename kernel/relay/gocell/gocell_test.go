package gocell

import (
	"strings"
	"testing"
)

func TestCompleteness(t *testing.T) {
	for code, want := range map[string]string{
		"": "complete", "1 + 2": "complete", "x := 3": "complete", "func f() {}\nf()": "complete", "# comment": "complete", "!ls": "complete",
		"%%bash\nif": "complete", "func f() {": "incomplete", "fmt.Println(": "incomplete", "s := `a": "incomplete", "/* a": "incomplete",
		"x := []int{\n1,": "incomplete", "if a {\n} else {": "incomplete", "x := )": "invalid", "func 3() {}": "invalid", "f（3）": "invalid",
	} {
		if got, _ := Completeness(code); got != want {
			t.Errorf("%q is %s; want %s", code, got, want)
		}
	}
	if _, indent := Completeness("func f() {\n\tfor {"); indent != "\t\t" {
		t.Errorf("indent %q", indent)
	}
}

func TestDeclarationsStayInTheirLinesAndNothingElseDoes(t *testing.T) {
	for code, want := range map[string]string{
		"func f() {}\nf()":                           "func f() {}||",
		"%goflags -x\n!ls\nvar x = 3":                "||var x = 3",
		"%%\nprintln(1)":                             "|",
		"type T int\nfunc main() {\n\tprintln(1)\n}": "type T int|||",
		"import \"fmt\"":                             "import \"fmt\"",
	} {
		if got := strings.Join(AsWritten(code).Sorted().Declarations().Lines, "|"); got != want {
			t.Errorf("%q becomes %q; want %q", code, got, want)
		}
	}
}

func TestCleaned(t *testing.T) {
	for code, want := range map[string]string{
		"# a\n1":                             "// a|1",
		"s := `\n# a\n!ls\n%%\n`\n!ls":       "s := `|# a|`+`!ls|`+`%%|`|!ls",
		"/*\n!ls\n*/\n!ls":                   "/*| !ls|*/|!ls",
		"// a `\n!ls `\n%env A=`\n!ls":       "// a `|!ls `|%env A=`|!ls",
		"# it's a `\n!ls":                    "// it's a `|!ls",
		"s := \"`\"\n!ls":                    "s := \"`\"|!ls",
		"c := '`'\n!ls":                      "c := '`'|!ls",
		"package main\n\nfunc main() {}":     "            ||func main() {}",
		"// A program.\npackage main; var x": "// A program.|             var x",
		"var p = 1":                          "var p = 1",
		"!echo \\\n`\n!ls":                   "!echo \\|`|!ls",
	} {
		if got := strings.Join(AsWritten(code).Cleaned().Lines, "|"); got != want {
			t.Errorf("%q becomes %q; want %q", code, got, want)
		}
	}
	for code, want := range map[string]int{
		"%%sh\nls": -1, "x := 1\n%%sh\nls": 1, "\n%%bash\nls": -1, "s := `\n%%sh\n`": -1, "func f() {}\n%%\nf()": -1,
	} {
		if got := AsWritten(code).Misplaced(); got != want {
			t.Errorf("%q: %d; want %d", code, got, want)
		}
	}
}
