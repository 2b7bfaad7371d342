package relay

import (
	"fmt"
	"strings"
	"testing"
)

// Whoever names a line of a cell counts as the cell shows it, whatever stands above the function and however the cell is laid out.
// The line that is meant bears the comment "// here".
var namingLines = []struct{ name, code, check, en, ja string }{
	{"a line that is mended", "// The sigmoid.\n\n\n\nfunc sigmoid(z nn.Matrix) nn.Matrix {\n\n\n\n\treturn z.Apply(func(x float64) float64 {\n\n\n\t\te := math.Exp(-x); e *= 1\n\t\treturn 1 / (1 + e*3) // here\n\t})\n}",
		"week2.Sigmoid.Check(sigmoid)", "sigmoid, line %d, `", "sigmoid の %d 行目 `"},
	{"the hint to it", "", "week2.Sigmoid.Hint()", "In sigmoid, line %d comes out right as `", "sigmoid の %d 行目を `"},
	{"a panic in a check", "fmt.Println(1); fmt.Println(2)\n\n\nfunc sigmoid(z nn.Matrix) nn.Matrix {\n\n\n\tvar list []int; _ = list\n\t_ = list[3] // here\n\treturn z\n}",
		"week2.Sigmoid.Check(sigmoid)", "panic in sigmoid, line %d:", "sigmoid の %d 行目でパニック"},
	{"a panic elsewhere", "", "fmt.Println(sigmoid(nn.Zeros(1, 1)))", "], line %d\n", "] の %d 行目\n"},
	{"", "", "%rm sigmoid", "", ""},
	{"a function in a variable", "/* Two\nlines. */\n\nvar sigmoid = func(z nn.Matrix) nn.Matrix {\n\n\n\tpanic(\"no\") // here\n}",
		"week2.Sigmoid.Check(sigmoid)", "panic in sigmoid, line %d:", "sigmoid の %d 行目でパニック"},
	{"a function in the check", "%rm sigmoid", "\n\nx := 1; _ = x\n\n\nweek2.Sigmoid.Check(func(z nn.Matrix) nn.Matrix {\n\n\n\tpanic(\"no\") // here\n})",
		"panic in main, line %d:", "main の %d 行目でパニック"},
	{"a loop", "\n# mine\nfunc sigmoid(z nn.Matrix) nn.Matrix {\n\n\n\tif z.IsEmpty() { return z }\n\tfor { // here\n\t}\n}",
		"week2.Sigmoid.Check(sigmoid)", "loop at sigmoid, line %d:", "sigmoid の %d 行目のループ"},
	{"what waits", "\n\n\nfunc sigmoid(z nn.Matrix) nn.Matrix {\n\n\n\t<-make(chan int) // here\n\treturn z\n}",
		"week2.Sigmoid.Check(sigmoid)", "waiting for ever in sigmoid, line %d:", "sigmoid の %d 行目でいつまでも"},
	{"what ends the program", "type T int\n\n\n\nfunc sigmoid(z nn.Matrix) nn.Matrix {\n\n\n\tos.Exit(3) // here\n\treturn z\n}",
		"week2.Sigmoid.Check(sigmoid)", "in sigmoid, line %d:", "sigmoid の %d 行目です"},
	{"an error of the compiler's", "", "\n\nfunc g() int {\n\n\n\ta := 1; b := 2\n\n\n\tif a > b { return a }\n\treturn a + q // here\n}", "(line %d)", "（%d 行目）"},
	{"one in an older cell", "\n\n// G is a number.\ntype G float64\n\n\n\nfunc twice(g G) float64 {\n\n\n\tx := 1; _ = x\n\treturn 2 * float64(g) // here\n}", "type G string", "], line %d\n", "] の %d 行目\n"},
	{"a test", "", "// A test.\n\n\nfunc TestBad(t *testing.T) {\n\n\n\tt.Log(\"fine\"); x := 1; _ = x\n\tt.Error(\"no\") // here\n}\n\n%test", ", line %d: no", "の %d 行目：no"},
	{"a function that is not Go yet", "\n\n\nfunc sigmoid(z nn.Matrix) nn.Matrix {\n\n\n\treturn z.Foo() // here\n}", "week2.Sigmoid.Check(sigmoid)", "an error in line %d:", "の %d 行目にエラー"},
}

func TestLinesCountAsTheCellShowsThem(t *testing.T) {
	for _, lang := range []string{"en", "ja"} {
		k := startKernel(t, gonb(t), module(t), "NEKONOTE_CHECK_LIMIT=3s", "NEKONOTE_LANG="+lang, "NEKONOTE_DIR="+t.TempDir())
		meant := 0
		for _, c := range namingLines {
			if lang == "ja" && (c.name == "a loop" || c.name == "what waits") {
				continue // they take their time
			}
			if c.code != "" {
				k.run(c.code)
			}
			for _, code := range []string{c.code, c.check} {
				for i, line := range strings.Split(code, "\n") {
					if strings.Contains(line, "// here") {
						meant = i + 1
					}
				}
			}
			want := fmt.Sprintf(map[string]string{"en": c.en, "ja": c.ja}[lang], meant)
			said := ""
			if strings.HasSuffix(c.en, "as `") || strings.HasSuffix(c.en, ", `") {
				_, said = updates(t, k, c.check)
			} else {
				said = ansi.ReplaceAllString(k.run(c.check).all(), "")
			}
			if c.name != "" && !strings.Contains(said, want) {
				t.Errorf("%s (%s): want %q in\n%s", c.name, lang, want, said)
			}
		}
	}
}
