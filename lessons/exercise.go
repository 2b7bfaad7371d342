package lessons

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"sync"

	"nekonote/lessons/internal/judge"
	"nekonote/lessons/internal/skeleton"
	"nekonote/nn/words"
)

// Exercise is one thing to write: a function of type F. It is declared once, in a file of its own; the package comment
// shows how. Its zero value cannot be checked.
type Exercise[F any] struct {
	ID     string     // "week2/propagate": the week, and the name of the function that is to be written
	Title  words.Text // a few words, as a heading
	Prompt words.Text // what to do, in one to three sentences
	Points int

	Formula   string // the formula to be written, in the course's notation, the same in both languages
	Reference F      // the function as it should be; skeleton and solution are cut from its source
	Week      *Week  // where it belongs, and in whose source Reference is written
	Published Figure // where the course's figures of the first case stand

	Cases  []Case                 // the course's published case first, then fixed ones of ours
	Random func(draw *Draw) []any // the arguments of a call, of new sizes and new numbers each time

	Mistakes []Mistake[F]
	Hints    []words.Text // a ladder: concept, formula, nearly code
	Avoid    []string     // names of nn that would give the answer away, such as "Sigmoid"

	// Cost and Slopes are for functions that return gradients. Cost is the cost as a function of all arguments; Slopes
	// names, for each result that is a gradient, the argument it belongs to: {"dw": "w", "db": "b"}. A cost that is NaN
	// says that there is none for these arguments: nothing is said about slopes then.
	Cost   func(args []any) float64
	Slopes map[string]string

	once sync.Once
	made *judge.Exercise
}

// Case is one call of the learner's function with fixed arguments. Without Want, the reference says what is right; with
// it, Want holds one value for each result, as published.
type Case struct {
	Args []any
	Want []any
	Last bool // it takes long: it is tried when all others, the random ones too, have come out right
}

// Mistake is a wrong formula that learners write, and the words that explain it. The formula is compiled: an answer is
// recognised because it gives what the mistake gives. A mistake may panic; it is recognised by the panic's words.
type Mistake[F any] struct {
	Formula F
	Words   words.Text

	// Unless is a function whose result the mistake makes nothing of. An answer that assigns what it returns has come to the
	// same in another way: a step along a gradient of zeros is none.
	Unless string
}

// Wrong declares a known mistake: the wrong formula, and the words that explain it in English and in Japanese.
func Wrong[F any](formula F, en, ja string) Mistake[F] {
	return Mistake[F]{Formula: formula, Words: words.T(en, ja)}
}

// Unassigned says of a mistake that it makes nothing of what a function returns.
func (m Mistake[F]) Unassigned(function string) Mistake[F] {
	m.Unless = function
	return m
}

// Entry is an exercise as a list of a week holds it, whatever the type of its function.
type Entry interface {
	// Info returns what is known of the exercise without running anything.
	Info() Info
	// Texts returns the fresh skeleton and the solution, in the given language.
	Texts(lang words.Lang) (skeleton, solution string, err error)

	// Anatomy returns the parts of the exercise, for programs that test it.
	Anatomy() Anatomy

	declared() *judge.Exercise
}

// Info describes an exercise.
type Info struct {
	ID      string     // "week2/sigmoid"
	Week    string     // "week2"
	Func    string     // "sigmoid": the function that the learner writes
	Var     string     // "Sigmoid": the exercise's variable in the week's package
	Part    words.Text // the week as learners call it
	Title   words.Text // a heading
	Prompt  words.Text // what to do
	Formula string
	Points  int
	Hints   int    // steps of the ladder
	Call    string // the statement that checks it: "week2.Sigmoid.Check(sigmoid)"

	Question bool // whether it is a question of a quiz
}

// Info returns what is known of the exercise without running anything.
func (e *Exercise[F]) Info() Info {
	name := path.Base(e.ID)
	return Info{
		ID: e.ID, Week: path.Dir(e.ID), Part: e.part(), Func: name, Var: judge.Upper(name),
		Title: e.Title, Prompt: e.Prompt, Formula: e.Formula, Points: e.Points, Hints: len(e.Hints),
		Call: fmt.Sprintf("%s.%s.Check(%s)", path.Dir(e.ID), judge.Upper(name), name),
	}
}

// Texts returns the fresh skeleton and the solution, cut from the reference's source, in the given language.
func (e *Exercise[F]) Texts(lang words.Lang) (skel, solution string, err error) {
	return skeleton.Cut(e.source(), path.Base(e.ID), lang)
}

func (e *Exercise[F]) declared() *judge.Exercise {
	e.once.Do(func() { e.made = e.spec() })
	return e.made
}

func (e *Exercise[F]) spec() *judge.Exercise {
	s := &judge.Exercise{
		ID: e.ID, Func: path.Base(e.ID), Title: e.Title, Formula: e.Formula, Points: e.Points, Published: e.Published.Key != "",
		Reference: reflect.ValueOf(e.Reference), Source: e.source(), Hints: e.Hints, Avoid: e.Avoid, Cost: e.Cost, Slopes: e.Slopes,
	}
	if e.Week != nil {
		for _, x := range e.Week.Types {
			s.Types = append(s.Types, reflect.TypeOf(x))
		}
	}
	s.Fellow = func(name string) reflect.Value { return fellow(e.ID, name) }
	for _, c := range e.Cases {
		s.Cases = append(s.Cases, judge.Case(c))
	}
	if e.Random != nil {
		s.Random = func(seed uint64, n int) (all [][]any) {
			d := NewDraw(seed)
			for i := range n {
				d.given, d.far = nil, i%2 == 1
				all = append(all, e.Random(d))
			}
			return all
		}
	}
	for _, m := range e.Mistakes {
		s.Mistakes = append(s.Mistakes, judge.Mistake{Formula: reflect.ValueOf(m.Formula), Words: m.Words, Unless: m.Unless})
	}
	s.Names.Params, s.Names.Results, _ = skeleton.Names(e.source(), s.Func) // without source, there are no names
	return s
}

func (e *Exercise[F]) source() fs.FS {
	if e.Week == nil {
		return nothing
	}
	return e.Week.Source
}

var nothing embed.FS

func (e *Exercise[F]) part() words.Text { return partOf(e.Week, path.Dir(e.ID)) }

// partOf is a week's title, or its name where it has none.
func partOf(w *Week, name string) words.Text {
	if w == nil || w.Title.Empty() {
		return words.T(name, name)
	}
	return w.Title
}
