package lessons

import (
	"math"
	"strconv"
	"strings"
	"time"

	"nekonote/lessons/internal/card"
	"nekonote/lessons/journal"
	"nekonote/nn/words"
)

var (
	sayGuess   = words.T("Your guess", "あなたの予想")
	sayNoGuess = words.T("It is %s. You have not typed a guess: next time, put one between the quotes before you run the cell. A wrong guess costs nothing, and it makes you remember the right answer.",
		"結果は %s です。予想がまだ書かれていません。次は、実行する前に、引用符の間に予想を書いてみましょう。外れても減点はありません。予想しておくと、正しい答えが記憶に残ります。")
	sayNotANumber = words.T("“%s” is not a number. Type your guess as a number, such as 12.5.", "「%s」は数ではありません。12.5 のような数で予想を書いてください。")
	sayGuessed    = words.T("You guessed %s; it is %s.", "予想は %s、結果は %s です。")
	sayFirst      = words.T("Your first guess was %s.", "最初の予想は %s でした。")
	sayClose      = words.T("Very close!", "ほとんど当たりです！")
	sayNear       = words.T("Not far off.", "近い予想です。")
	sayFar        = words.T("That is a surprise, then. Why is it so different? You learn most from the surprises.",
		"意外な結果でしたね。なぜ、こんなに違うのでしょうか。いちばん学べるのは、予想が外れたときです。")
)

// guessed compares a guess with what came out, and notes it: the first one stays the first.
func guessed(id, typed string, truth float64) Card {
	found := number(truth)
	note := func(noteErr error, said ...words.Text) Card {
		var parts []card.Part
		for _, s := range said {
			parts = append(parts, card.Part{Body: s})
		}
		return cardOf(card.Note("◎", sayGuess, parts, noteErr))
	}
	said := strings.TrimSpace(strings.TrimSuffix(plain(typed), "%"))
	if said == "" {
		return note(nil, sayNoGuess.Fill(found))
	}
	guess, ok := readNumber(said)
	if !ok || math.IsNaN(guess) || math.IsInf(guess, 0) {
		return note(nil, sayNotANumber.Fill(typed))
	}
	all := []words.Text{sayGuessed.Fill(number(guess), found), closeness(guess, truth)}
	events, _, err := journal.Read(journal.Folder())
	for _, e := range events {
		if e.Kind == journal.Guessed && e.ID == id {
			if e.Guess != guess {
				all = append(all, sayFirst.Fill(number(e.Guess)))
			}
			return note(nil, all...)
		}
	}
	if err == nil && !math.IsNaN(truth) && !math.IsInf(truth, 0) { // of a training gone wrong, there is nothing to keep
		err = journal.Append(journal.Folder(), journal.Event{Time: time.Now().UTC(), ID: id, Kind: journal.Guessed, Guess: guess, Found: truth})
	}
	return note(err, all...)
}

func closeness(guess, truth float64) words.Text {
	switch off := math.Abs(guess - truth); {
	case off <= 0.05*math.Abs(truth):
		return sayClose
	case off <= 0.25*math.Abs(truth):
		return sayNear
	}
	return sayFar
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', 4, 64) }
