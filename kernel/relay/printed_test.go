package relay

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nekonote/kernel/relay/wire"
)

// What a program prints arrives as it is: every character whole, everything in its order, the last word too.
func TestWhatAProgramPrints(t *testing.T) {
	k := startKernel(t, gonb(t), module(t))
	var lines strings.Builder
	for i := range 5000 {
		fmt.Fprintln(&lines, i, "猫の手も借りたい")
	}
	captured := filepath.Join(t.TempDir(), "captured")
	for _, c := range []struct{ name, code, stdout, stderr, order string }{
		{name: "many", code: "for i := range 5000 { fmt.Println(i, \"猫の手も借りたい\") }", stdout: lines.String()},
		{name: "stderr", code: "for i := range 5000 { fmt.Fprintln(os.Stderr, i, \"猫の手も借りたい\") }", stderr: lines.String()},
		{
			name: "byte by byte", stdout: strings.Repeat("猫😺", 300), stderr: strings.Repeat("猫😺", 300),
			code: "for _, b := range []byte(strings.Repeat(\"猫😺\", 300)) {\n\tos.Stdout.Write([]byte{b})\n\tos.Stderr.Write([]byte{b})\n}",
		},
		{name: "a large piece", code: "os.Stdout.WriteString(strings.Repeat(\"猫の手\\n\", 100000))", stdout: strings.Repeat("猫の手\n", 100000)},
		{name: "half a character at the end", code: "os.Stdout.WriteString(\"a\\xe7\\x8c\")", stdout: "a\ufffd\ufffd"},
		{
			name: "displays in their places", stderr: strings.Repeat("e", 100),
			code:   "for i := range 100 {\n\tfmt.Print(\"a\")\n\tdisplay.HTML(\"\", \"D\")\n\tfmt.Print(\"c\")\n\tdisplay.HTML(\"\", \"d\")\n\tfmt.Fprint(os.Stderr, \"e\")\n\tdisplay.HTML(\"\", \"-\")\n\t_ = i\n}",
			stdout: strings.Repeat("ac", 100), order: strings.Repeat("aDcde-", 100),
		},
		{name: "what a child prints when its parent is gone", code: "exec.Command(\"true\").Run()\nc := exec.Command(\"sh\", \"-c\", \"sleep 0.4; echo 猫\")\nc.Stdout = os.Stdout\nc.Start()\nfmt.Print(\"a\")", stdout: "a猫\n"},
		{name: "flags of her own", code: "%goflags -race=false\nfmt.Println(1)", stdout: "%goflags=[\"-race=false\"]\n1\n"},
		{name: "none of her own", code: "%goflags \"\"\nfmt.Println(1)", stdout: "%goflags=[]\n1\n"},
		{name: "captured", code: "%capture " + captured + "\nfmt.Println(\"to a file\")", stdout: "to a file\n"},
		{name: "a test", code: "%test\nfunc TestTwo(t *testing.T) { fmt.Println(\"two\") }", stdout: "two\n"},
	} {
		r := k.run(c.code)
		if c.name == "a test" {
			r.stdout, _, _ = strings.Cut(strings.TrimPrefix(r.stdout, "=== RUN   TestTwo\n"), "---")
		}
		if r.status() != "ok" || r.stdout != c.stdout || r.stderr != c.stderr || c.order != "" && r.order != c.order {
			t.Errorf("%s: %s\n%.500q\n%.500q\n%.500q\n%v", c.name, r.status(), r.stdout, r.stderr, r.order, r.errors)
		}
	}
	if text, err := os.ReadFile(captured); err != nil || string(text) != "to a file\n" {
		t.Errorf("captured: %q, %v", text, err)
	}
}

// A program that reads gets what is typed, line by line, when it waits for it, and what it has printed is seen before; where nobody
// can type, it says so at once.
func TestInput(t *testing.T) {
	k := startKernel(t, gonb(t), module(t))
	read := "func ask() string {\n\tvar s string\n\tfmt.Print(\"your name? \")\n\tfmt.Scanln(&s)\n\treturn s\n}\n"
	if r := k.run(read + "fmt.Println(ask())"); len(r.errors) != 1 || r.errors[0].Name != "NoInput" || !strings.Contains(r.errors[0].Value, "x := 3") {
		t.Errorf("where nobody can type: %s", r.all())
	}
	// What its text does not tell.
	if r := k.run("syscall.Read(0, make([]byte, 10))"); len(r.errors) != 1 || r.errors[0].Name != "NoInput" {
		t.Errorf("where nobody can type: %s", r.all())
	}
	k.typist = func(r *result) string { return fmt.Sprintf("猫%d after %q", r.asked, r.stdout) }
	r := k.run("in := bufio.NewScanner(os.Stdin)\nfor range 3 {\n\tfmt.Print(\"? \")\n\tin.Scan()\n\tfmt.Println(in.Text())\n}")
	want := ""
	for i := range 3 {
		want += "? "
		want += fmt.Sprintf("猫%d after %q\n", i+1, want)
	}
	if r.stdout != want || r.status() != "ok" {
		t.Errorf("%q; want %q\n%s", r.stdout, want, r.all())
	}
	k.typist = func(*result) string { return strings.Repeat("long ", 50000) }
	if r := k.run("in := bufio.NewReader(os.Stdin)\ns, _ := in.ReadString('\\n')\nfmt.Println(len(s))"); r.stdout != "250001\n" {
		t.Errorf("a long line: %s", r.all())
	}
	stopped := make(chan struct{})
	k.typist = func(*result) string {
		k.send(wire.Control, "interrupt_request", map[string]any{})
		close(stopped)
		time.Sleep(10 * time.Millisecond)
		return "too late"
	}
	if r := k.run("fmt.Println(ask())"); len(r.errors) != 1 {
		t.Errorf("%s", r.all()) // ask has not been declared: its cell was not run
	}
	if r := k.run(read + "fmt.Println(ask())"); len(r.errors) != 1 || r.errors[0].Name != "Interrupted" {
		t.Errorf("stopped: %s", r.all())
	}
	<-stopped
	k.typist = func(*result) string { return "Tama" }
	if r := k.run("fmt.Println(ask())"); r.stdout != "your name? Tama\n" {
		t.Errorf("after that: %s", r.all())
	}
	for _, c := range []struct{ code, stdout string }{
		{"!read x; echo \"$x and $(pwd >/dev/null)\"", "Tama and \n"},
		{"!*read x; \\\necho $x", "Tama\n"},
		{"%with_inputs\n!read x; echo $x", "Tama\n"},
		{"!echo a | cat", "a\n"},
		{"import \"github.com/janpfeifer/gonb/gonbui\"\n\n%%\ngonbui.RequestInput(\"who? \", false)\nvar s string\nfmt.Scan(&s)\nfmt.Println(s)", "Tama\n"},
		{"%capture " + filepath.Join(t.TempDir(), "captured") + "\nvar s string\nfmt.Scanln(&s)\nfmt.Println(s)", "Tama\n"},
		{"func TestTyped(t *testing.T) {\n\tvar s string\n\tfmt.Scanln(&s)\n\tfmt.Println(s)\n}\n\n%test", "Tama\n"},
	} {
		r := k.run(c.code)
		r.stdout = strings.TrimPrefix(r.stdout, "=== RUN   TestTyped\n")
		r.stdout, _, _ = strings.Cut(r.stdout, "---")
		if want := min(strings.Count(c.stdout, "Tama"), 1); r.stdout != c.stdout || r.asked != want {
			t.Errorf("%s\nasks %d times: %s", c.code, r.asked, r.all())
		}
	}
	if r := k.run("%with_password\n!read x; echo $x"); r.stdout != "Tama\n" || !r.hidden {
		t.Errorf("a password: hidden %t, %s", r.hidden, r.all())
	}
	k.typist = nil
	for _, code := range []string{"!read x; echo $x", "%with_inputs\n!read x", "%capture " + filepath.Join(t.TempDir(), "captured") + "\nsyscall.Read(0, make([]byte, 9))"} {
		if r := k.run(code); len(r.errors) != 1 || r.errors[0].Name != "NoInput" || r.stdout != "" {
			t.Errorf("where nobody can type, %s\n%s", code, r.all())
		}
	}
	// GoNB's widgets, in a page that does not run their script.
	r = k.run("import \"github.com/janpfeifer/gonb/gonbui/widgets\"\n\n%%\nb := widgets.Button(\"Ok\").Done()\n<-b.Listen().C")
	if len(r.errors) != 1 || r.errors[0].Name != "NoWidgets" {
		t.Errorf("widgets: %s", r.all())
	}
	if r := k.run("fmt.Println(1)"); r.stdout != "1\n" || r.asked != 0 {
		t.Errorf("a cell that does not read: %s", r.all())
	}
}
