package export

import (
	"bytes"
	"encoding/xml"
	"regexp"
	"strings"
	"testing"

	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

var formula = regexp.MustCompile("(?s)```.*?```|`[^`]+`|\\$\\$(.+?)\\$\\$|\\$([^\\s$](?:[^$]*?[^\\s$])?)\\$")

// TestEveryFormulaOfTheCourseIsSet reads all notebooks: a formula that cannot be set would stand in an export as it was typed.
func TestEveryFormulaOfTheCourseIsSet(t *testing.T) {
	seen := map[Formula]bool{}
	for _, lesson := range notebook.All {
		for _, lang := range words.Langs {
			book, err := lesson.Notebook(lang, false)
			if err != nil {
				t.Fatal(err)
			}
			for _, cell := range book.Cells {
				if cell.Type != "markdown" {
					continue
				}
				for _, found := range formula.FindAllStringSubmatch(string(cell.Source), -1) {
					f := Formula{TeX: found[1] + found[2], Display: found[1] != ""}
					if f.TeX == "" || seen[f] {
						continue
					}
					seen[f] = true
					mathml := f.MathML()
					if mathml == "" || strings.Contains(mathml, `\`) || xml.Unmarshal([]byte(mathml), new(struct{})) != nil {
						t.Errorf("%s: %s\nbecomes %q", lesson.Name, f.TeX, mathml)
					}
				}
			}
		}
	}
	t.Logf("%d formulas", len(seen))
	if len(seen) < 100 {
		t.Error("there are more formulas in the course")
	}
}

func TestFunctionsAndSignsHaveTheirRoom(t *testing.T) {
	const room = `<mspace width="0.17em"></mspace>`
	said := Formula{TeX: `w := -y \log a_1 - \log(1 - a) + \exp x`}.MathML()
	for _, want := range []string{
		`<mi>w</mi><mo>:=</mo>`, `<mi>y</mi>` + room + `<mi>log</mi>` + room + `<msub>`, `<mi>log</mi><mo`, room + `<mi>exp</mi>` + room + `<mi>x</mi>`,
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%s\nlacks %s", said, want)
		}
	}
}

func TestFormulasAreAnsweredInOrder(t *testing.T) {
	var out bytes.Buffer
	if err := set(strings.NewReader(`[{"tex":"x^2","display":false},{"tex":"\\frac{1}{n}","display":true}]`), &out); err != nil {
		t.Fatal(err)
	}
	if said := out.String(); !strings.Contains(said, "msup") || strings.Index(said, "mfrac") < strings.Index(said, "msup") || !strings.Contains(said, `display=\"block\"`) {
		t.Error(said)
	}
}
