package gocell

import (
	"go/ast"
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
		"packages := 3\npackage1()":          " packages := 3| package1()",
		"s := `\npackage main\n`":            "s := `|`+`package main|`",
		"/*\npackage x */\nf()":              "/*| package x */|f()",
		"%%\r\nf()\r\n!ls\r\n":               "%%|f()|!ls|",
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

func TestLinesForGoNB(t *testing.T) {
	for code, want := range map[string]string{
		"x := a &&\n!b":               "x := a &&| !b",
		"f(\n!b,\n%c)":                "f(| !b,| %c)",
		"x := a\n!ls":                 "x := a|!ls",
		"for {\n!ls\n}":               "for {|!ls|}",
		"%exec f -x=1":                "%exec f -x=1|//",
		"//gonb:%exec f\n\n":          "//gonb:%exec f|||//",
		"%exec f\nfunc f() {}":        "%exec f|func f() {}",
		"!ls \\\n-l\n!*pwd":           "!ls \\|-l|!*pwd",
		"!echo a,\n!echo b":           "!echo a,|!echo b",
		"# a,\n!ls":                   "// a,|!ls",
		"s := []string{`a`,\n!x}":     "s := []string{`a`,| !x}",
		"for i++\n!ls":                "for i++|!ls",
		"// a comment ends in (\n!ls": "// a comment ends in (|!ls",
	} {
		if got := strings.Join(AsWritten(code).Cleaned().Lines, "|"); got != want {
			t.Errorf("%q becomes %q; want %q", code, got, want)
		}
	}
	for code, want := range map[string]string{
		"!ls":                 "!P ls",
		"!*pwd\n//gonb:!read": "!*P pwd|!P read",
		"!a \\\n!b\n!c":       "!P a \\|!b|!P c",
		"%env A=!b\nx := !c":  "%env A=!b|x := !c",
	} {
		if got := strings.Join(AsWritten(code).WithShellPrefix("P ").Lines, "|"); got != want {
			t.Errorf("%q becomes %q; want %q", code, got, want)
		}
	}
	for code, want := range map[string]string{"%matplotlib inline": "%matplotlib", "x := 1\n%%time": "%%time", "%%\nx": "", "%% --a=b": "", "%args a \\\n%b": "", "!ls %x": "", "%ls": ""} {
		if _, got := AsWritten(code).Unknown(); got != want {
			t.Errorf("%q: %q is unknown; want %q", code, got, want)
		}
	}
}

func TestUnclosed(t *testing.T) {
	for code, want := range map[string]string{
		"": "", "f(1)": "", "func f() {\n\tfor {\n\t}": "{0", "x\n[": "[1", "f(\"{\"\n// (\n": "(0", "# {\nfor {": "{1", "}}(": "(0",
	} {
		bracket, line := Unclosed(strings.Split(code, "\n"))
		if bracket != "" {
			bracket += string(rune('0' + line))
		}
		if bracket != want {
			t.Errorf("%q: %q is open; want %q", code, bracket, want)
		}
	}
}

// TestAConstantStaysOne in the file that the judge reads: a variable of the same value is of another type.
func TestAConstantStaysOne(t *testing.T) {
	for code, want := range map[string]string{
		"const two = 2": "const two = 2", "var z = 3": "var z = 3", "const (\n\ta = iota\n\tb\n)": "const b = 1", "type t int": "type t int",
	} {
		var said string
		for _, d := range AsWritten(code).Declared() {
			said += FileOf([]ast.Node{d.Node})
		}
		if !strings.Contains(said, want) {
			t.Errorf("%s gives %s", code, said)
		}
	}
}

// What is compiled is laid out anew; its lines lead back to the cell's.
func TestLinesLeadBackToTheCell(t *testing.T) {
	cell := "// A comment.\n\nfunc f(x int) int {\n\n\n\ta := x; b := a // two\n\tif b > 1 { return b }\n\n\n\treturn a +\n\t\tb\n}\n// mine\nvar g = func() {\n\n\n\tpanic(1)\n}\nfmt.Println(1)\n\n\nf(g())"
	program := AsWritten(cell).Sorted()
	pieces := map[string]Piece{}
	for _, d := range program.Declared() {
		pieces[d.Name] = d.Piece
	}
	composed := "package main\n\nimport (\n\t\"flag\"\n)\n\nvar (\n\tg = func() {\n\n\t\tpanic(1)\n\t}\n)\n\n// A comment.\nfunc f(x int) int {\n\n\ta := x\n\tb := a // two\n\tif b > 1 {\n\t\treturn b\n\t}\n\n\treturn a +\n\t\tb\n}\n\nfunc main() {\n\tflag.Parse()\n\tfmt.Println(1)\n\n\tf(g())\n}\n"
	lines, shown := strings.Split(composed, "\n"), strings.Split(cell, "\n")
	for at, want := range map[string]string{
		"a := x": "a := x", "b := a": "a := x", "if b": "if b", "return b": "if b", "return a": "return a", "\t\tb": "\t\tb",
		"panic(1)": "panic(1)", "func f": "func f", "f(g())": "f(g())", "fmt.Print": "fmt.Print",
	} {
		for i, spot := range Spots(composed, pieces) {
			if strings.Contains(lines[i], at) && (spot.Line == 0 || !strings.Contains(shown[spot.Line-1], want)) {
				t.Errorf("%q is line %d; want that of %q", at, spot.Line, want)
			}
		}
	}
	for i, spot := range Spots("package main\n\nfunc f(x int) int {\n\treturn 1\n}\n", pieces) {
		if spot != (Spot{}) {
			t.Errorf("line %d of another f: %v", i, spot)
		}
	}
}

// Whatever a cell holds, its declarations are looked at.
func FuzzDeclared(f *testing.F) {
	for _, code := range []string{"func f() {\n\treturn z +\n}", "func", "func f(", "var x =", "type T struct {", "func sigmoid(z nn.Matrix) nn.Matrix {\n\treturn z +\n}\n", "const (\na = iota\n", "%%\nfunc f() {", "func (", "var (\n\tx = func() {\n",
		// Who says that lines are others' is not believed.
		"//line x.go:1\nfunc f() {\n}\nfunc main() {\n\tf()\n}", "func f() {\n//line x.go:1000000000\n\t_ = 1\n}\nfunc g() {\n}", "//line :1\nvar x = 1"} {
		f.Add(code)
	}
	f.Fuzz(func(t *testing.T, code string) {
		program := AsWritten(code).Cleaned().Sorted()
		pieces := map[string]Piece{}
		for _, d := range program.Declared() {
			pieces[d.Name] = d.Piece
		}
		Spots(program.File(), pieces)
		program.Declarations()
	})
}

// GoNB calls a main: a call of it below, as Python's programs have, is none of the cell's own.
func TestMainIsCalledOnce(t *testing.T) {
	for code, want := range map[string]string{
		"func main() {}\nmain() // here":  "func main() {}",
		"func main() {}\nmain()\nmain();": "func main() {}|%%|main()|main();",
		"func main() {}\nmain()\nf()":     "func main() {}|%%|main()|f()",
		"func main() {}\nmain().x()":      "func main() {}|%%|main().x()",
		"func mainly() {}\nmain()":        "func mainly() {}|%%|main()",
	} {
		if got := strings.Join(AsWritten(code).Sorted().Lines, "|"); got != want {
			t.Errorf("%q becomes %q; want %q", code, got, want)
		}
	}
}
