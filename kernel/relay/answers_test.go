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
