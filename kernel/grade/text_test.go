package grade

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"unicode"
)

func TestTextIsText(t *testing.T) {
	for in, want := range map[string]string{
		"a\x1b]52;c;aGVsbG8=\x07b":       "ab",
		"\x1b[2Jgone\x1b[31m red\x1b[0m": "gone red",
		"cat\u202egnp.exe":               "catgnp.exe",
		"one\ntwo\r\tthree":              "one two  three",
		"\u009b2Jx\x00y\x7f":             "2Jxy",
		"猫👩‍💻é":                          "猫👩‍💻é",
		"\x1bPq~~\x1b\\after":            "after",
		"\xff\xfebad":                    "bad",
	} {
		if got := plain(in, false); got != want {
			t.Errorf("%q is %q; want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"=cmd()": "'=cmd()", "  @x": "'  @x", "+1": "'+1", "＝1": "'＝1", "a=b": "a=b", "": "", "'=1": "''=1", "-": "'-",
	} {
		if got := defused(in); got != want {
			t.Errorf("%q is %q; want %q", in, got, want)
		}
	}
}

// FuzzText looks at what reaches the terminal and the table: characters that are seen, and a table that says the same again.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"\x1b]0;x\x07", "\x1b[", "\u202e=1", "\x1b\x1b[m", "a,b\n\"c\"", "\u200b=1", "\x1b=1", "\x00=1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var terminal bytes.Buffer
		if _, err := (plainWriter{&terminal}).Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
		for _, r := range terminal.String() {
			if unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) {
				t.Errorf("%q has %q", text, r)
			}
		}
		var out bytes.Buffer
		if err := newTable(&out).write("first", text); err != nil {
			t.Fatal(err)
		}
		if strings.Count(strings.TrimSuffix(out.String(), "\n"), "\n") > 0 {
			t.Errorf("%q takes several lines: %q", text, out.String())
		}
		rows, err := csv.NewReader(&out).ReadAll()
		if err != nil || len(rows) != 1 || len(rows[0]) != 2 {
			t.Fatalf("%q: %q, %v", text, rows, err)
		}
		if cell := strings.TrimLeft(rows[0][1], " \u3000\u00a0"); cell != "" && strings.ContainsRune("=+-@|%", []rune(cell)[0]) {
			t.Errorf("%q is a formula: %q", text, rows[0][1])
		}
	})
}
