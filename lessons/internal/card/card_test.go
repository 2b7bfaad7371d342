package card

import (
	"strings"
	"testing"

	"nekonote/lessons/journal"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// one is a verdict of each outcome, with all that a card can have.
func one(outcome verdict.Outcome) verdict.Verdict {
	grid := &verdict.Grid{Name: "dw", Shape: "1×2", Cells: [][]string{{"1", "<2"}}, Marks: [][]bool{{false, true}}}
	return verdict.Verdict{
		ID: "week2/x", Title: words.T("Title", "題"), Outcome: outcome, Max: 5, Say: []words.Text{words.T("`a < b` & <b>", "`a < b`")},
		Shown:   &verdict.Shown{Inputs: []verdict.Grid{*grid}, Got: grid, Want: grid, Printed: "<printed>"},
		Formula: "z = w·x", Next: words.T("Go on", "次へ"), Asked: []words.Text{words.T("Which?", "どれ？"), words.T("a) x", "a) x")},
	}
}

// TestCardsSpeakWithoutColour: each outcome has its symbol and its words beside the colour, in HTML and in the plain
// twin, and the HTML holds nothing that an untrusted notebook would refuse.
func TestCardsSpeakWithoutColour(t *testing.T) {
	for _, outcome := range []verdict.Outcome{verdict.Correct, verdict.Almost, verdict.Incorrect, verdict.NotAttempted} {
		v := one(outcome)
		for _, lang := range words.Langs {
			html, text := HTML(v, lang), Text(v, lang)
			want := looks[outcome].symbol + " " + outcome.Words().In(lang)
			if !strings.Contains(html, want) || !strings.Contains(text, want) {
				t.Errorf("%s in %s: the card does not say %q", outcome, lang, want)
			}
			for _, refused := range []string{"<script", "<style", "<svg", "class=", "onclick"} {
				if strings.Contains(html, refused) {
					t.Errorf("%s: the card has %s", outcome, refused)
				}
			}
			for _, tag := range []string{"div", "table", "tr", "td", "span", "details", "code"} {
				if strings.Count(html, "<"+tag+" ")+strings.Count(html, "<"+tag+">") != strings.Count(html, "</"+tag+">") {
					t.Errorf("%s in %s: <%s> is not closed", outcome, lang, tag)
				}
			}
			if strings.Contains(html, "<2") || strings.Contains(html, "<printed>") {
				t.Errorf("%s: what is shown is not escaped: %s", outcome, html)
			}
		}
	}
	if html := HTML(one(verdict.Incorrect), words.English); !strings.Contains(html, "a &lt; b</code> &amp; &lt;b&gt;") {
		t.Errorf("what is said is not escaped: %s", html)
	}
}

// TestFormulasAreSetOnCards: as MathML on the page, as letters in the plain twin, and as code where it is Go.
func TestFormulasAreSetOnCards(t *testing.T) {
	v := one(verdict.Almost)
	v.Say = []words.Text{words.T("It is $1 − A2$.", "$1 − A2$ です。")}
	html, text := HTML(v, words.English), Text(v, words.English)
	for _, want := range []string{"It is <math", "<msup><mi>A</mi>", `display="block"`} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %s: %s", want, html)
		}
	}
	if !strings.Contains(text, "It is 1 − A2.") || !strings.Contains(text, "    z = w·x\n") {
		t.Errorf("the plain twin is %s", text)
	}
	v.Formula = "v[i] = x[i]"
	if html := HTML(v, words.English); !strings.Contains(html, ">v[i] = x[i]</div>") {
		t.Errorf("Go is not shown as code: %s", html)
	}
}

func TestProgressNamesWhatComesNext(t *testing.T) {
	o := journal.Overview{Week: "week9", Next: "week9/total", Exercises: []journal.Standing{{ID: "week9/total", Outcome: verdict.Almost}}, Titles: []words.Text{words.T("Sum", "和")}}
	if text := progressText(o, words.Japanese); !strings.Contains(text, "次は：和") {
		t.Error(text)
	}
}
