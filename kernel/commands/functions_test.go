package commands

import (
	"strings"
	"testing"
)

func TestLongFunctionsAreNamed(t *testing.T) {
	for source, want := range map[string]string{
		"func f() {" + strings.Repeat("\n", 59) + "}":                         "",
		"func f() {" + strings.Repeat("\n", 60) + "}":                         "f has 61 lines",
		"func g(a bool) {" + strings.Repeat("if a {};", 19) + "}":             "",
		"func g(a bool) {" + strings.Repeat("if a {};", 20) + "}":             "complexity 21",
		"func g(a bool) bool { return a" + strings.Repeat(" && a", 20) + "}":  "complexity 21",
		"func g(a int) { switch a {" + strings.Repeat("case 1:;", 20) + "} }": "complexity 21",
		"func g(a int) { switch a { default: } }":                             "",
		"func g() { for range 3 { select { default: } } }":                    "",
	} {
		long, err := tooLong("x.go", []byte("package x\n"+source))
		if got := strings.Join(long, "\n"); err != nil || (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%.60s: %q, %v; want %q", source, got, err, want)
		}
	}
}
