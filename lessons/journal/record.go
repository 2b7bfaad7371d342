package journal

import (
	"path/filepath"
	"strings"
	"time"

	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// verdictEvent is a verdict as the journal notes it.
func verdictEvent(v verdict.Verdict) Event {
	return Event{Time: time.Now().UTC(), ID: v.ID, Kind: Checked, Outcome: v.Outcome, Reason: v.Reason, Points: v.Points, Max: v.Max}
}

// Record notes a verdict with the source that was found correct, "" for none, and returns what the learner should know about her
// journal.
func Record(v verdict.Verdict, source string) (words.Text, error) {
	_, damaged, err := Read(Folder())
	if err != nil {
		return words.Text{}, err
	}
	e := verdictEvent(v)
	e.Source = source
	if err := Append(Folder(), e); err != nil {
		return words.Text{}, err
	}
	if damaged > 0 {
		return sayDamaged.Fill(damaged, strings.TrimPrefix(filepath.Join(Folder(), FileName), "./")), nil
	}
	return words.Text{}, nil
}

// What is said of the journal.
var (
	sayUnread = words.T("Your progress could not be read (%v). It is not lost; make the file readable, and look again.",
		"進み具合の記録を読めませんでした（%v）。記録は失われていません。ファイルを読めるようにして、もう一度お試しください。")
	sayDamaged = words.T("%d lines of your progress were skipped, because they could not be read or were not written by the check on this computer; everything else is there (%s).",
		"進み具合の記録のうち %d 行は、読めないか、このコンピューターのチェックが書いたものではないため、飛ばしました。ほかはすべて残っています（%s）。")
)

// Trouble says what is wrong with the journal; nothing when all is well.
func Trouble(damaged int, err error) words.Text {
	switch {
	case err != nil:
		return sayUnread.Fill(err)
	case damaged > 0:
		return sayDamaged.Fill(damaged, filepath.Join(Folder(), FileName))
	}
	return words.Text{}
}

// SayNotNoted says that an event could not be noted, and why.
var SayNotNoted = words.T("This could not be noted in your progress (%v). Your answer is not lost; make room, or make the folder writable, and check again.",
	"進み具合を記録できませんでした（%v）。答えは失われていません。空き容量や書き込み権限を確かめて、もう一度チェックしてください。")
