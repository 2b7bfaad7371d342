package notebook

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"nekonote/nn/words"
)

// Claim is a number in the prose of a lesson that an output bears out: it is written ⟨66 %⟩, and a learner sees 66 %.
type Claim struct {
	Line int // of the text's beginning in the lesson's source, from 1
	Said string
}

// claimed is a marked number in prose.
var claimed = regexp.MustCompile(`⟨([^⟨⟩|\n]+)⟩`)

// unmarked is prose as a learner sees it.
func unmarked(text string) string { return claimed.ReplaceAllString(text, "$1") }

// Unborne returns the claims of the lesson's prose that no output bears out: none of those from the beginning of the
// executed notebook to the end of the section in which the claim stands. An output bears a claim out if it has the same
// number (for a claim with decimals or a percentage: one that rounds to it), and "%" behind it if the claim has.
func (l Lesson) Unborne(executed *Notebook, lang words.Lang) ([]Claim, error) {
	blocks, err := parse(l.Path, l.Text)
	if err != nil {
		return nil, err
	}
	var missing, open []Claim
	var printed []string
	settle := func() {
		for _, c := range open {
			if !borne(c.Said, printed) {
				missing = append(missing, c)
			}
		}
		open = nil
	}
	at := 0 // in the executed notebook
	for _, b := range blocks {
		cells := 1
		if b.exercise != "" {
			cells = 3 // task, answer, check
		}
		if at+cells > len(executed.Cells) {
			return nil, fmt.Errorf("%s: the executed notebook has only %d cells", l.Path, len(executed.Cells))
		}
		for _, cell := range executed.Cells[at : at+cells] {
			printed = append(printed, cell.printed()...)
		}
		at += cells
		if b.code || b.exercise != "" {
			continue
		}
		for i, section := range strings.Split("\n"+b.in(lang), "\n## ") {
			if i > 0 {
				settle()
			}
			for _, said := range claimed.FindAllStringSubmatch(section, -1) {
				open = append(open, Claim{b.line, said[1]})
			}
		}
	}
	settle()
	return missing, nil
}

// printed is what a cell's outputs say in words: what it printed, and the texts of its figures.
func (c Cell) printed() []string {
	var all []string
	for _, raw := range c.Outputs {
		var out struct {
			Text Source `json:"text"`
			Data struct {
				Plain Source `json:"text/plain"`
			} `json:"data"`
		}
		if json.Unmarshal(raw, &out) == nil {
			all = append(all, string(out.Text)+string(out.Data.Plain))
		}
	}
	return all
}

// numbers finds the numbers of a text, each with the per cent sign behind it.
var numbers = regexp.MustCompile(`[−-]?\d+(?:,\d{3})*(?:\.\d+)?(?:[eE][+-]?\d+)?(?: ?%)?`)

// borne reports whether one of the texts has the number.
func borne(said string, texts []string) bool {
	want, decimals, percent, err := number(said)
	if err != nil {
		return false
	}
	for _, text := range texts {
		for _, found := range numbers.FindAllString(text, -1) {
			got, digits, unit, err := number(found)
			if err != nil || unit != percent || digits < decimals || digits > 0 && decimals == 0 && !percent {
				continue
			}
			if fmt.Sprintf("%.*f", decimals, got) == fmt.Sprintf("%.*f", decimals, want) {
				return true
			}
		}
	}
	return false
}

// number reads a number such as "−0.07", "1,024" or "66 %".
func number(text string) (value float64, decimals int, percent bool, err error) {
	text, percent = strings.CutSuffix(strings.TrimSpace(text), "%")
	text = strings.NewReplacer("−", "-", ",", "").Replace(strings.TrimSpace(text))
	if _, after, found := strings.Cut(text, "."); found {
		decimals = len(after)
	}
	value, err = strconv.ParseFloat(text, 64)
	return value, decimals, percent, err
}
