package lessons

import (
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// Stale is why a function still runs as an older cell has it: the cell that changes it does not compile. Such a function is not
// judged, since the learner sees another one. The zero value is one that no cell has declared at all.
type Stale struct {
	Cell int    // the cell that does not compile: In [Cell]
	Line int    // of the error in it, from 1; 0 where that is not known
	Code string // the line
	Said string // what the compiler says
}

var (
	sayStaleAt = words.T("`%[1]s` as it stands now is not Go yet: In [%[2]d] has an error in line %[3]d: `%[4]s` Go says: %[5]s",
		"今の `%[1]s` は、まだ Go のコードになっていません。セル [%[2]d] の %[3]d 行目にエラーがあります：`%[4]s` Go のメッセージ：%[5]s")
	sayStale = words.T("`%[1]s` as it stands now is not Go yet: In [%[2]d] has an error. Go says: %[3]s",
		"今の `%[1]s` は、まだ Go のコードになっていません。セル [%[2]d] にエラーがあります。Go のメッセージ：%[3]s")
	sayAbsent = words.T("There is no `%s` here yet: its cell was not run since the kernel started, or is empty.",
		"`%s` はまだありません。カーネルの起動後にそのセルを実行していないか、セルが空です。")
	nextAbsent = words.T("Not checked. Write the function in the cell above, run it, then run this check again.",
		"チェックしていません。上のセルに関数を書いて実行し、それからこのチェックをもう一度実行してください。")
	nextStale = words.T("Not checked: the cell above has an error. Mend In [%d], run it, then run this check again.",
		"上のセルにエラーがあるため、チェックしていません。セル [%d] を直して実行し、それからこのチェックをもう一度実行してください。")
)

func (s Stale) words(function string) words.Text {
	if s.Cell == 0 {
		return sayAbsent.Fill(function)
	}
	if s.Line == 0 {
		return sayStale.Fill(function, s.Cell, s.Said)
	}
	return sayStaleAt.Fill(function, s.Cell, s.Line, s.Code, s.Said)
}

// verdict says that nothing was checked: there are neither points nor an attempt.
func (s Stale) verdict(v verdict.Verdict, function string) verdict.Verdict {
	v.Outcome, v.Reason = verdict.NotAttempted, verdict.ReasonStale
	v.Say = []words.Text{s.words(function)}
	v.Next = nextAbsent
	if s.Cell > 0 {
		v.Next = nextStale.Fill(s.Cell)
	}
	return v
}
