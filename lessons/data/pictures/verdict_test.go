package pictures

import (
	"math"
	"strings"
	"testing"

	"nekonote/lessons/data/pixels"
	"nekonote/nn/words"
)

func photo() Photo {
	return Photo{Path: "pictures/<my> cat.jpg", Kind: "JPEG", Rows: 3000, Columns: 4000, Picture: pixels.New(64, 64), shown: []byte("jpeg")}
}

func TestVerdictsWords(t *testing.T) {
	coffee := []words.Text{words.T("tea", "お茶"), words.T("coffee", "コーヒー")}
	for _, test := range []struct {
		probability float64
		classes     []words.Text
		en, ja      string
	}{
		{0.934, catOrNot, `The network says: cat (probability of "cat": 0.934)`, "ネットワークの答え：猫（「猫」の確率：0.934）"},
		{0.5, catOrNot, `says: not a cat (probability of "cat": 0.500)`, "答え：猫ではない"},
		{0, catOrNot, "not a cat", "猫ではない"},
		{0.7, coffee, `says: coffee (probability of "coffee": 0.700)`, "コーヒー"},
		{0.2, coffee, `says: tea (probability of "coffee": 0.200)`, "お茶"},
		{math.NaN(), catOrNot, "NaN", "NaN"},
		{17.5, catOrNot, "17.5", "シグモイド"},
		{-0.1, catOrNot, "Is the sigmoid missing?", "シグモイド"},
	} {
		for lang, want := range map[words.Lang]string{words.English: test.en, words.Japanese: test.ja} {
			t.Setenv(words.Variable, string(lang))
			if got := verdictText(photo(), test.probability, test.classes); !strings.Contains(got, want) {
				t.Errorf("%g: the text is\n%s\nwant %q in it", test.probability, got, want)
			}
		}
	}
}

func TestTheCardShowsBothAndIsSafe(t *testing.T) {
	t.Setenv(words.Variable, "en")
	for _, probability := range []float64{0.9, 0.1, math.NaN(), 2} {
		html := verdictHTML(photo(), probability, catOrNot)
		for _, want := range []string{"data:image/jpeg;base64,", "data:image/png;base64,", "&lt;my&gt; cat.jpg", "4000×3000", "64×64"} {
			if !strings.Contains(html, want) {
				t.Errorf("the card for %g has no %q", probability, want)
			}
		}
		if strings.Contains(html, "<my>") {
			t.Error("a file's name stands in the card as markup")
		}
		if open, closed := strings.Count(html, "<div"), strings.Count(html, "</div>"); open != closed {
			t.Errorf("%d div opened, %d closed", open, closed)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"cat", "cat", 0}, {"cat", "cta", 1}, {"cat", "at", 1}, {"cat", "cart", 1}, {"kitten", "sitting", 3}, {"ねこ", "いぬ", 2}, {"", "abc", 3},
	} {
		if got := distance(test.a, test.b); got != test.want {
			t.Errorf("distance(%q, %q) = %d; want %d", test.a, test.b, got, test.want)
		}
		if got := distance(test.b, test.a); got != test.want {
			t.Errorf("distance(%q, %q) = %d; want %d", test.b, test.a, got, test.want)
		}
	}
}
