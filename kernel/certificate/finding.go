package certificate

import (
	"errors"
	"fmt"
	"io"

	"nekonote/kernel/grade"
	"nekonote/lessons/verdict"
	"nekonote/nn/version"
	"nekonote/nn/words"
)

// finding is what became of the claims of a page.
type finding struct {
	parts   []part
	strange []string // claims and notebooks that are none of this course
	notes   []string // why notebooks did not run to their end
	altered bool     // whether the page shows something else than it says inside
	fault   bool     // whether it was this machine that could not run something
	sealing
}

// part is a part of the course of which something is claimed.
type part struct {
	week
	found int              // points
	wrong []grade.Exercise // what is claimed and was not found
}

// compare holds what was found against what is claimed.
func (t Told) compare(results []grade.Result) finding {
	var f finding
	found := map[string]grade.Exercise{}
	for _, r := range results {
		f.fault = f.fault || r.Fault()
		if r.Error != "" {
			f.notes = append(f.notes, r.Error)
		}
		for _, e := range r.Exercises {
			found[e.ID] = e
		}
	}
	ours := map[string]bool{}
	for _, w := range t.weeks() {
		p := part{week: w}
		for _, c := range w.claimed {
			ours[c.ID] = true
			e, ok := found[c.ID]
			if !ok {
				e = grade.Exercise{ID: c.ID, Outcome: verdict.NotAttempted, Error: sayNoAnswer.String()}
			}
			p.found += e.Points
			if e.Outcome != verdict.Correct || e.Points < c.Points {
				p.wrong = append(p.wrong, e)
			}
		}
		if len(w.claimed) > 0 {
			f.parts = append(f.parts, p)
		}
	}
	for _, c := range t.Claims {
		if !ours[c.ID] {
			f.strange = append(f.strange, short(c.ID))
		}
	}
	for _, g := range t.Given {
		if _, ok := grade.Lesson(g.Name); !ok {
			f.strange = append(f.strange, short(g.Name))
		}
	}
	return f
}

// short is a name that a stranger has chosen, as a line may hold it.
func short(name string) string {
	runes := []rune(clean(name))
	return string(runes[:min(len(runes), longestName)])
}

// holds reports whether all that the page claims was found.
func (f finding) holds() bool {
	for _, p := range f.parts {
		if len(p.wrong) > 0 {
			return false
		}
	}
	return len(f.parts) > 0 && len(f.strange) == 0 && !f.altered && f.sealing.holds()
}

// status is the exit status of the command.
func (f finding) status() error {
	switch {
	case f.holds():
		return nil
	case f.fault:
		return grade.Status{Code: 2, Why: errors.New(sayFault.String())}
	}
	return grade.Status{Code: 1}
}

var (
	sayOwner    = words.T("Name: %s, dates: %s to %s. These are what the owner of the page says, and cannot be checked.", "名前：%s、期間：%s 〜 %s。これは本人の申告で、確かめることはできません。")
	sayNothing  = words.T("(none)", "（なし）")
	sayWhole    = words.T("The page claims the whole course: %d exercises and questions.", "このページは、コース全体（演習とクイズ %d 問）を解いたとしています。")
	saySomeOf   = words.T("The page claims a part of the course: %d of %d exercises and questions.", "このページは、コースの一部（演習とクイズ %[2]d 問のうち %[1]d 問）を解いたとしています。")
	sayAgrees   = words.T("✓ %s: %d points claimed, %d found", "✓ %s：申告 %d 点、確認 %d 点")
	sayDiffers  = words.T("✗ %s: %d points claimed, %d found", "✗ %s：申告 %d 点、確認 %d 点")
	sayNoAnswer = words.T("no notebook in the page holds an answer", "ページの中のノートブックに答えがありません")
	sayStrange  = words.T("✗ not of this course: %s", "✗ このコースにないもの：%s")
	sayAltered  = words.T("✗ What the page shows is not what its answers stand for: somebody has changed it, a browser has saved it anew, or Nekonote %s has written it and this is %s. Only what is printed here counts.",
		"✗ ページの表示が、中のデータと一致しません。誰かが書き換えたか、ブラウザーが保存し直したか、Nekonote %s が書いたものです（これは %s）。ここに出ている結果だけを信じてください。")
	sayHolds  = words.T("All that the page claims was found.", "申告された内容は、すべて確認できました。")
	sayNot    = words.T("Not all that the page claims was found.", "申告された内容の一部は、確認できませんでした。")
	sayNone   = words.T("The page claims nothing.", "このページには申告された内容がありません。")
	sayFault  = words.T("this machine could not run everything: mend what is named above and verify again", "このマシンの問題で実行できないものがありました。上に書かれた原因を取り除いて、もう一度確かめてください")
	sayBroke  = words.T("A notebook was not run to its end: %s", "最後まで実行できなかったノートブックがあります：%s")
	sayHerNet = words.T("What it says of a network is the owner's word, too.", "ネットワークについての記述も、本人の申告です。")
)

// write says what was found.
func (f finding) write(w io.Writer, t Told) {
	fmt.Fprintln(w, sayOwner.Fill(or(t.Name), or(t.First), or(t.Last)))
	if t.Network != nil {
		fmt.Fprintln(w, sayHerNet)
	}
	f.sealing.write(w)
	if solved, of := t.counts(); solved == of {
		fmt.Fprintln(w, sayWhole.Fill(of))
	} else {
		fmt.Fprintln(w, saySomeOf.Fill(solved, of))
	}
	for _, p := range f.parts {
		say := sayAgrees
		if len(p.wrong) > 0 {
			say = sayDiffers
		}
		fmt.Fprintf(w, "  %s\n", say.Fill(p.title, p.points, p.found))
		for _, e := range p.wrong {
			fmt.Fprintf(w, "      %-28s %s\n", e.ID, grade.OutcomeText(e.Outcome))
			if e.Error != "" {
				fmt.Fprintf(w, "          %s\n", e.Error)
			}
		}
	}
	for _, name := range f.strange {
		fmt.Fprintf(w, "  %s\n", sayStrange.Fill(name))
	}
	for _, note := range f.notes {
		fmt.Fprintf(w, "  %s\n", sayBroke.Fill(note))
	}
	if f.altered {
		fmt.Fprintf(w, "  %s\n", sayAltered.Fill(t.Version, version.Number))
	}
	switch {
	case f.holds():
		fmt.Fprintln(w, sayHolds)
	case len(f.parts)+len(f.strange) == 0:
		fmt.Fprintln(w, sayNone)
	default:
		fmt.Fprintln(w, sayNot)
	}
}
