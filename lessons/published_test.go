package lessons

import (
	"strings"
	"testing"

	"nekonote/nn/words"
)

func TestTheCardSaysThatTheFiguresAreThePublishedOnes(t *testing.T) {
	for _, c := range []struct {
		id   string
		want bool
	}{
		{"week2/sigmoid", true},
		{"week4/initializeScaled", false},
	} {
		for lang, said := range map[words.Lang]string{words.English: "published", words.Japanese: "公表"} {
			v := Verdict{ID: c.id, Max: 5}.correct()
			if got := strings.Contains(v.Text(lang), said); got != c.want {
				t.Errorf("%s: the card says %q", c.id, v.Text(lang))
			}
		}
	}
}
