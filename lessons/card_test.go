package lessons

import (
	"strings"
	"testing"

	"nekonote/nn"
	"nekonote/nn/words"
)

// TestCardsSpeakWithoutColour: each outcome has its symbol and its words beside the colour, in HTML and in the plain
// twin, and the HTML holds nothing that an untrusted notebook would refuse.
func TestCardsSpeakWithoutColour(t *testing.T) {
	verdicts := map[Outcome]Verdict{
		Correct:      Judge(structured(), backward(back), "", 1),
		Almost:       Judge(structured(), noScale, "", 1),
		Incorrect:    Judge(structured(), spoilt(func(g map[string]nn.Matrix, _ *Cache) { g["dW2"] = g["dW2"].AddScalar(1) }), "", 1),
		NotAttempted: Judge(structured(), backward(func(Params, nn.Matrix, nn.Matrix) (g map[string]nn.Matrix, c Cache, cost float64) { return }), "", 1),
	}
	for outcome, v := range verdicts {
		if v.Outcome != outcome {
			t.Errorf("outcome %q; want %q", v.Outcome, outcome)
		}
		for _, lang := range words.Langs {
			html, text := v.HTML(lang), v.Text(lang)
			want := looks[outcome].symbol + " " + outcomeWords[outcome].In(lang)
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
		}
	}
	v := Verdict{ID: "week2/x", Outcome: Incorrect, Say: []words.Text{words.T("`a < b` & <b>", "`a < b`")}}
	if html := v.HTML(words.English); !strings.Contains(html, "a &lt; b</code> &amp; &lt;b&gt;") {
		t.Errorf("what is said is not escaped: %s", html)
	}
}
