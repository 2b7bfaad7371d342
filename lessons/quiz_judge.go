package lessons

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"nekonote/lessons/typeset"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// What a quiz says.
var (
	quizHow     = words.T("Type your answer between the quotes of the cell above: %s. Run that cell, then this one.", "上のセルの引用符の間に答え（%s）を入れて、そのセルとこのセルを順に実行してください。")
	quizNone    = words.T("“%s” is none of the answers: type %s.", "「%s」という選択肢はありません。%s を入れてください。")
	quizFormer  = words.T("“%s” belongs to a variant of this question that is not asked now. Here is the one that is:", "「%s」は、今の問題の選択肢ではありません。今の問題はこちらです：")
	quizAgain   = words.T("Here is the same idea once more, in another way. Change your answer above, run it, and check again.", "同じ考え方を、別の形でもう一度。上の答えを書きかえて実行し、もう一度チェックしてください。")
	quizCorrect = words.T("Go on to the next question.", "次の問題に進みましょう。")
	quizLast    = words.T("That was the last question. The next cell shows where you stand.", "これが最後の問題です。次のセルで、成績を確かめましょう。")
)

// Judge says what Check would say of an answer to question n (from 1) after a number of wrong ones. With -1, an answer to
// any variant is taken: whoever grades a notebook does not know which one its author was asked.
func (q *Quiz) Judge(n int, answer string, wrong int) verdict.Verdict {
	v := verdict.Verdict{ID: q.id(n), Title: quizQuestion.Fill(n), Max: QuestionPoints}
	variants := q.Questions[n-1]
	asked := max(wrong, 0) % len(variants)
	now := variants[asked]
	letters := variants.letters()
	said := plain(answer)
	if said == "" {
		v.Outcome, v.Reason = verdict.NotAttempted, verdict.ReasonBlank
		v.Next = quizHow.Fill(now.choicesFrom(letters[asked]))
		if asked > 0 {
			v.Asked = now.lines(letters[asked])
		}
		return v
	}
	meant := asked
	if k := variants.meant(said, asked, wrong < 0); k >= 0 {
		meant = k
	} else if _, isNumber := readNumber(said); now.Number == nil || !isNumber {
		v.Outcome, v.Reason = verdict.NotAttempted, verdict.ReasonBlank
		v.Next = quizNone.Fill(answer, now.choicesFrom(letters[asked]))
		v.Asked = now.lines(letters[asked])
		return v
	}
	if wrong >= 0 && meant != asked {
		v.Outcome, v.Reason = verdict.NotAttempted, verdict.ReasonBlank
		v.Next = quizFormer.Fill(answer)
		v.Asked = now.lines(letters[asked])
		return v
	}
	outcome, why := variants[meant].judge(said, letters[meant])
	v.Outcome, v.Say = outcome, []words.Text{why}
	if outcome == verdict.Correct {
		v.Points, v.Next = v.Max, quizCorrect
		if meant > 0 {
			v.Asked = variants[meant].lines(letters[meant]) // the notebook shows the first one only
		}
		if n == len(q.Questions) {
			v.Next = quizLast
		}
		return v
	}
	v.Reason = verdict.ReasonValue
	if outcome == verdict.Almost {
		v.Reason = verdict.ReasonMistake
	}
	next := (meant + 1) % len(variants)
	v.Next, v.Asked = quizAgain, variants[next].lines(letters[next])
	return v
}

// judge compares an answer with a variant whose letters begin at first.
func (a Variant) judge(said string, first int) (verdict.Outcome, words.Text) {
	if a.Number == nil {
		o := a.Options[int(said[0]-'a')-first]
		if o.Right {
			return verdict.Correct, o.Why
		}
		return verdict.Incorrect, o.Why
	}
	x, ok := readNumber(said)
	switch {
	case ok && a.Number.is(x):
		return verdict.Correct, a.Number.Why
	case ok && a.Number.slip(x) != nil:
		return verdict.Almost, a.Number.slip(x).Why
	}
	return verdict.Incorrect, a.Number.Else
}

// slip returns the known slip that gives x, and nil where there is none.
func (n Number) slip(x float64) *Slipped {
	for i, s := range n.Slips {
		if math.Abs(x-s.Number) <= n.tolerance() {
			return &n.Slips[i]
		}
	}
	return nil
}

func (n Number) tolerance() float64 {
	return math.Max(n.Tolerance*(1+1e-9), 1e-9*math.Max(1, math.Abs(n.Want)))
}

func (n Number) is(x float64) bool { return math.Abs(x-n.Want) <= n.tolerance() }

// meant finds the variant that an answer belongs to: by its letter, or by a number that is known to come from one. The
// one that is asked goes before others, with its known slips too unless any variant will do. It is -1 where there is none.
func (all Question) meant(said string, asked int, any bool) int {
	letters := all.letters()
	x, isNumber := readNumber(said)
	fits := func(k int) bool {
		if n := all[k].Number; n != nil {
			return isNumber && n.is(x)
		}
		i := int(said[0]-'a') - letters[k]
		return len(said) == 1 && 0 <= i && i < len(all[k].Options)
	}
	if n := all[asked].Number; fits(asked) || n != nil && isNumber && !any && n.slip(x) != nil {
		return asked
	}
	for k := range all {
		if fits(k) {
			return k
		}
	}
	return -1
}

// letters returns for each variant the place of its first option in the alphabet: no two options of a question have the
// same letter, so that an answer tells which variant it belongs to.
func (all Question) letters() []int {
	first := make([]int, len(all))
	n := 0
	for k, a := range all {
		first[k] = n
		n += len(a.Options)
	}
	return first
}

func mark(i int) string { return string(rune('a' + i)) }

// plain reads an answer as it was meant: "B", "b)" and the full-width "ｂ" are b.
func plain(answer string) string {
	narrow := func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}
	said := strings.ToLower(strings.TrimSpace(strings.Map(narrow, answer)))
	said = strings.ReplaceAll(said, "−", "-")
	return strings.TrimRight(said, ").。 ")
}

// readNumber reads 0.25, 1/4 or −3.
func readNumber(said string) (float64, bool) {
	above, below, fraction := strings.Cut(said, "/")
	x, err := strconv.ParseFloat(strings.TrimSpace(above), 64)
	if !fraction || err != nil {
		return x, err == nil
	}
	y, err := strconv.ParseFloat(strings.TrimSpace(below), 64)
	return x / y, err == nil && y != 0
}

// choices says what may be typed for the first variant: "a, b or c".
func (a Variant) choices() words.Text { return a.choicesFrom(0) }

func (a Variant) choicesFrom(first int) words.Text {
	if a.Number != nil {
		return quizNumber
	}
	var all []string
	for i := range a.Options {
		all = append(all, mark(first+i))
	}
	last := len(all) - 1
	return words.T(strings.Join(all[:last], ", ")+" or "+all[last], strings.Join(all, "・")+" のどれか")
}

// solution is the right answer to the first variant.
func (a Variant) solution() string {
	if a.Number != nil {
		return strconv.FormatFloat(a.Number.Want, 'g', 6, 64)
	}
	for i, o := range a.Options {
		if o.Right {
			return mark(i)
		}
	}
	return ""
}

// lines is the variant as a card asks it: the question, then its options.
func (a Variant) lines(first int) []words.Text {
	all := []words.Text{a.Ask}
	for i, o := range a.Options {
		all = append(all, words.T("%s) %s", "%s) %s").Fill(mark(first+i), o.Text))
	}
	return all
}

// markdown is the variant as the notebook asks it.
func (a Variant) markdown() words.Text {
	return words.Build(func(lang words.Lang) string {
		var b strings.Builder
		b.WriteString(typeset.Markdown(a.Ask.In(lang)))
		for i, o := range a.Options {
			fmt.Fprintf(&b, "\n\n&emsp;**%s)** %s", mark(i), typeset.Markdown(o.Text.In(lang)))
		}
		return b.String()
	})
}
