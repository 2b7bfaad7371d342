package report

import (
	_ "embed"
	"html/template"
	"io"
	"strconv"

	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

//go:embed page.html
var source string

var page = template.Must(template.New("report").Parse(source))

// The page's own words.
var (
	sayTitle    = words.T("The class at a glance", "クラスの様子")
	sayStudents = words.T("learners", "受講者（人）")
	sayMedian   = words.T("median", "中央値")
	sayStand    = words.T("Where they stand", "どこまで進んだか")
	sayEach     = words.T("each square is a learner; points from left to right", "四角 1 つが受講者 1 人、右ほど点数が高い")
	sayWhich    = words.T("Exercises", "演習")
	sayHold     = words.T("%d stand here", "%d 人がここで止まっています")
	sayMade     = words.T("What goes wrong most", "多いつまずき")
	sayTimes    = words.T("times", "回")
	sayNobody   = words.T("Nothing yet.", "まだありません。")
	sayUnread   = words.T("Handed in, and not graded", "提出されたが採点できなかったもの")
	sayLearner  = words.T("Learner", "受講者")
	sayPoints   = words.T("Points", "点数")
	sayNames    = words.T("By name", "名前ごと")
	sayPieces   = words.T("%d of them", "%d 件")
	sayHelp     = words.T("From the tables of grade --csv. Who has handed in more than once counts with the best.",
		"grade --csv の表から作りました。何度も提出した人は、いちばん良い結果で数えます。")
	sayOutcomes = map[verdict.Outcome]words.Text{
		verdict.Correct: words.T("correct", "正解"), verdict.Almost: words.T("almost", "おしい"), verdict.Incorrect: words.T("incorrect", "まだ正しくない"),
		verdict.NotAttempted: words.T("not attempted", "未解答"), notRun: words.T("not run", "実行できず"),
	}
)

// bar is a piece of an exercise's bar.
type bar struct {
	Kind, Title  string
	Count, Width int
}

// view is a book as the page shows it.
type view struct {
	book
	Bins  [][]student // learners by their points, in tenths
	Rows  []viewed
	Named bool
}

type viewed struct {
	exercise
	Bars []bar
	Hold string
}

// write writes the page. Names stand in it only where they are asked for.
func (c class) write(w io.Writer, names bool) error {
	var views []view
	for _, b := range c.Books {
		v := view{book: b, Bins: make([][]student, 10), Named: names}
		for _, s := range b.Students {
			bin := min(s.Points*10/max(b.Max, 1), 9)
			v.Bins[bin] = append(v.Bins[bin], s)
		}
		for _, e := range b.Exercises {
			row := viewed{exercise: e}
			for i, o := range outcomes {
				if n := e.Counts[o]; n > 0 {
					row.Bars = append(row.Bars, bar{"k" + strconv.Itoa(i), sayOutcomes[o].String(), n, n})
				}
			}
			if e.Holds {
				row.Hold = sayHold.Fill(e.Here).String()
			}
			v.Rows = append(v.Rows, row)
		}
		views = append(views, v)
	}
	var legend []bar
	for i, o := range outcomes {
		legend = append(legend, bar{Kind: "k" + strconv.Itoa(i), Title: sayOutcomes[o].String()})
	}
	return page.Execute(w, map[string]any{
		"Lang": words.Current(), "Students": c.Students, "Books": views, "Legend": legend, "Names": names, "Unread": c.Unread,
		"Pieces": sayPieces.Fill(len(c.Unread)).String(),
		"Say": map[string]string{
			"title": sayTitle.String(), "students": sayStudents.String(), "median": sayMedian.String(), "stand": sayStand.String(), "each": sayEach.String(),
			"which": sayWhich.String(), "made": sayMade.String(), "times": sayTimes.String(), "nobody": sayNobody.String(), "unread": sayUnread.String(),
			"learner": sayLearner.String(), "points": sayPoints.String(), "names": sayNames.String(), "help": sayHelp.String(),
		},
	})
}
