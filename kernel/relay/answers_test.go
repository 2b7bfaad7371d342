package relay

import (
	"testing"

	"nekonote/nn/version"
)

func TestTheKernelSaysItsVersion(t *testing.T) {
	if _, info := kernelInfo(nil, nil); info.(map[string]any)["implementation_version"] != version.Number {
		t.Errorf("kernel_info_reply: %v; want version %s", info, version.Number)
	}
}

func TestCompleteness(t *testing.T) {
	for code, want := range map[string]string{
		"": "complete", "1 + 2": "complete", "x := 3": "complete", "func f() {}\nf()": "complete", "# comment": "complete", "!ls": "complete",
		"%%bash\nif": "complete", "func f() {": "incomplete", "fmt.Println(": "incomplete", "s := `a": "incomplete", "/* a": "incomplete",
		"x := []int{\n1,": "incomplete", "if a {\n} else {": "incomplete", "x := )": "invalid", "func 3() {}": "invalid", "f（3）": "invalid",
	} {
		if got, _ := completeness(code); got != want {
			t.Errorf("%q is %s; want %s", code, got, want)
		}
	}
	if _, indent := completeness("func f() {\n\tfor {"); indent != "\t\t" {
		t.Errorf("indent %q", indent)
	}
}

func TestHistoryPatterns(t *testing.T) {
	for _, c := range []struct {
		pattern, text string
		want          bool
	}{
		{"6 * ?", "6 * 7", true}, {"*", "", true}, {"a*c", "abbc", true}, {"a*c", "abb", false}, {"?", "猫", true}, {"", "a", false}, {"*a*", "x\nay", true},
	} {
		if got := glob(c.pattern, c.text); got != c.want {
			t.Errorf("glob(%q, %q) = %t", c.pattern, c.text, got)
		}
	}
	all := []entry{{1, "a"}, {2, "b"}, {3, "a"}}
	if got := matching(all, "a", true); len(got) != 1 {
		t.Errorf("unique: %v", got)
	}
	if got := between(all, 2, 3); len(got) != 1 || got[0].count != 2 {
		t.Errorf("between: %v", got)
	}
}
