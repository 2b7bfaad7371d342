package lessons_test

import (
	"strings"
	"testing"

	"nekonote/lessons"
	"nekonote/lessons/internal/card"
	"nekonote/lessons/week2"
	"nekonote/lessons/week4"
	"nekonote/nn/words"
)

func TestTheCardSaysThatTheFiguresAreThePublishedOnes(t *testing.T) {
	for _, c := range []struct {
		exercise lessons.Entry
		want     bool
	}{
		{week2.Sigmoid, true},
		{week4.InitializeScaled, false},
	} {
		v := lessons.Judge(c.exercise, c.exercise.Anatomy().Reference, "", 1)
		for lang, said := range map[words.Lang]string{words.English: "published", words.Japanese: "公表"} {
			if got := strings.Contains(card.Text(v, lang), said); got != c.want {
				t.Errorf("%s: the card says %q", v.ID, card.Text(v, lang))
			}
		}
	}
}
