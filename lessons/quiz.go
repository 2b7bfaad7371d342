package lessons

import (
	"fmt"
	"path"

	"nekonote/lessons/internal/judge"
	"nekonote/lessons/journal"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// Quiz is a week's questions about what is behind its formulas. It has a notebook of its own, made from the declaration,
// in which a learner reads a question, types a letter or a number into the cell below, and runs the check, which gives the
// reason for just the option that she chose. After a wrong answer the same idea is asked in another variant.
//
// # Writing a quiz
//
// One file a week, lessons/weekN/quiz.go. A question is a list of at least two variants that test the same idea with
// other numbers, other code or the other way round, so that knowing the first one's letter is worth nothing:
//
//	var Quiz = &lessons.Quiz{
//		ID:    "week9/quiz",
//		Week:  week,
//		Title: words.T("Doubling", "2 倍"),
//		Questions: []lessons.Question{
//			{
//				lessons.Choose("A is 3×5. What is the shape of 2A?", "A は 3×5 です。2A の形はどれですか。",
//					lessons.No("6×10", "6×10", "Twice the numbers, not twice as many.", "2 倍になるのは値で、個数ではありません。"),
//					lessons.Yes("3×5", "3×5", "Each entry is doubled where it stands.", "どの成分も、その場所で 2 倍になります。"),
//				),
//				lessons.Work("The entry A[0][0] is 1.5. What is it in 2A?", "A[0][0] は 1.5 です。2A では何になりますか。", 3, 0,
//					"2 · 1.5 = 3.", "2 · 1.5 = 3 です。",
//					"Double it: 2 · 1.5.", "2 倍してください。2 · 1.5 です。",
//					lessons.Slip(2.25, "That is 1.5 squared.", "それは 1.5 の 2 乗です。")),
//			},
//		},
//	}
//
// A reason speaks to the one who chose that option: it says what would be so if the option were right, and where it goes
// astray, but not which other option is right. Options of one variant are about equally long, and the right one stands in
// no usual place. Code stands between backquotes, and formulas between $ in plain letters ($W2ᵀ·dZ2$, see package typeset), the same
// in both languages. The week's test calls
// exercisetest.Quiz, and its Lessons list the quiz's notebook: Quiz.Lesson("week9-quiz").
type Quiz struct {
	ID        string     // "week2/quiz"
	Week      *Week      // which it belongs to
	Title     words.Text // what it is about
	Questions []Question // each is worth QuestionPoints
}

// QuestionPoints is what a right answer is worth, at the first attempt or at a later one.
const QuestionPoints = 10

// Question is one idea, asked in several ways. The first variant stands in the notebook.
type Question []Variant

// Variant is one way to ask. It has options to choose from, or a number to work out.
type Variant struct {
	Ask     words.Text
	Options []Option // exactly one is right
	Number  *Number
}

// Option is a possible answer.
type Option struct {
	Text  words.Text
	Right bool
	Why   words.Text // said to whom chose it
}

// Number is what is to be worked out.
type Number struct {
	Want, Tolerance float64
	Why             words.Text // said of the right number
	Else            words.Text // said of any other: how to get there
	Slips           []Slipped
}

// Slipped is a wrong number whose origin is known.
type Slipped struct {
	Number float64
	Why    words.Text
}

// Choose is a variant with options.
func Choose(en, ja string, options ...Option) Variant {
	return Variant{Ask: words.T(en, ja), Options: options}
}

// Yes is the right option, and the reason why it is.
func Yes(en, ja, whyEn, whyJa string) Option {
	return Option{Text: words.T(en, ja), Right: true, Why: words.T(whyEn, whyJa)}
}

// No is a wrong option, and what is wrong with it.
func No(en, ja, whyEn, whyJa string) Option {
	return Option{Text: words.T(en, ja), Why: words.T(whyEn, whyJa)}
}

// Work is a variant whose answer is a number, right within the tolerance; 0 stands for a rounding in the last digits.
func Work(en, ja string, want, tolerance float64, whyEn, whyJa, elseEn, elseJa string, slips ...Slipped) Variant {
	return Variant{Ask: words.T(en, ja), Number: &Number{
		Want: want, Tolerance: tolerance, Why: words.T(whyEn, whyJa), Else: words.T(elseEn, elseJa), Slips: slips,
	}}
}

// Slip is a wrong number that a known slip gives, and its words.
func Slip(number float64, en, ja string) Slipped {
	return Slipped{number, words.T(en, ja)}
}

// answered judges the answer to question n, which counts from 1: a letter, or a number. After a wrong one it asks another
// variant. The answer "" is not attempted.
func (q *Quiz) answered(n int, said string) verdict.Verdict {
	if Graded() {
		return q.Judge(n, said, -1)
	}
	events, _, _ := journal.Read(journal.Folder()) // what cannot be read is said when the verdict is noted
	return q.Judge(n, said, tries(events, q.id(n)))
}

// tries counts the wrong answers to a question so far, and is -1 once it was solved: then any variant will do.
func tries(events []journal.Event, id string) int {
	wrong, right := triesOf(events, id)
	if right {
		return -1
	}
	return wrong
}

func (q *Quiz) id(n int) string { return fmt.Sprintf("%s/%d", q.ID, n) }

// Entries lists the questions as a notebook, a grader or a report of progress takes them.
func (q *Quiz) Entries() []Entry {
	var all []Entry
	for i := range q.Questions {
		all = append(all, question{q, i + 1})
	}
	return all
}

// question is one question of a quiz as an entry.
type question struct {
	quiz *Quiz
	n    int
}

var (
	quizOf       = words.T("%s: quiz", "%s：クイズ")
	quizQuestion = words.T("Question %d", "問 %d")
	quizBetween  = words.T("your answer between the quotes: %s", "引用符の間に答えを入れます：%s")
	quizNumber   = words.T("a number", "数")
)

// Info returns what is known of the question; its prompt is the first variant.
func (e question) Info() Info {
	name := fmt.Sprintf("answer%d", e.n)
	first := e.quiz.Questions[e.n-1][0]
	return Info{
		ID: e.quiz.id(e.n), Week: e.quiz.ID, Part: quizOf.Fill(partOf(e.quiz.Week, path.Dir(e.quiz.ID))), Func: fmt.Sprint(e.n), Var: "Quiz", Question: true,
		Title: quizQuestion.Fill(e.n), Prompt: first.markdown(), Points: QuestionPoints,
		Call: fmt.Sprintf("%s.Quiz.Check(%d, %s)", path.Dir(e.quiz.ID), e.n, name),
	}
}

// Texts returns the empty answer and the right one.
func (e question) Texts(lang words.Lang) (skeleton, solution string, err error) {
	first := e.quiz.Questions[e.n-1][0]
	line := func(answer string) string {
		return fmt.Sprintf("var answer%d = %q // %s", e.n, answer, quizBetween.Fill(first.choices()).In(lang))
	}
	return line(""), line(first.solution()), nil
}

// Anatomy is empty: there is no function to test.
func (question) Anatomy() Anatomy { return Anatomy{} }

func (question) declared() *judge.Exercise { return nil }
