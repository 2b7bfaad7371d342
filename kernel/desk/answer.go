package desk

import (
	"cmp"
	"strings"

	"nekonote/lessons"
	"nekonote/lessons/data/cats"
	"nekonote/lessons/journal"
	"nekonote/lessons/lectures"
	"nekonote/lessons/notebook"
	"nekonote/lessons/own/share"
	"nekonote/lessons/verdict"
	"nekonote/lessons/weeks"
	"nekonote/nn/words"
)

// Target is the name of the comm by which the page asks. Each comm is one question: it opens with an Ask, and the kernel sends
// one answer and closes it, so that nobody has to remember anything.
const Target = "nekonote.desk"

// Ask is what the page asks.
type Ask struct {
	Kind Kind       `json:"kind"`
	ID   string     `json:"id"`   // of an exercise; of a notebook for Twin
	Text string     `json:"text"` // what stands in the answer's cell, for Fresh
	Lang words.Lang `json:"lang"` // for Twin

	Seen map[string]int `json:"seen"` // the numbers in front of the cells, by their ids, for Saved
}

// Kind says what is asked for.
type Kind string

// The kinds of questions.
const (
	Course   Kind = "course"   // the course, and where she stands
	Hint     Kind = "hint"     // the next hint
	Solution Kind = "solution" // the solution, after an attempt
	Fresh    Kind = "fresh"    // the fresh skeleton; what stands in the cell is kept
	Quiz     Kind = "quiz"     // a question of a quiz, as it is asked now
	Show     Kind = "show"     // a page with her network inside, written anew
	Twin     Kind = "twin"     // the notebook of the same name in another language

	// What only a kernel can answer.

	Unseen Kind = "unseen" // what cells have shown while no page was there
	Saved  Kind = "saved"  // a notebook is saved with what its page has seen: none of it need be kept
)

// Said is what is shown in answer to a question for help: a card, as in the output of a cell.
type Said struct {
	HTML  string `json:"html"`
	Text  string `json:"text"`
	Fresh string `json:"fresh,omitempty"` // the skeleton, for Fresh
	File  string `json:"file,omitempty"`  // the page beside her notebooks, for Show
}

// Answer answers a question; nil for one that nobody can answer.
func Answer(a Ask) any {
	switch a.Kind {
	case Course:
		return course()
	case Show:
		return show()
	case Twin:
		return twin(a)
	}
	e := entry(a.ID)
	if e == nil {
		return nil
	}
	switch a.Kind {
	case Hint:
		html, text := lessons.HintOf(e)
		return Said{HTML: html, Text: text}
	case Solution:
		html, text := lessons.SolutionOf(e)
		return Said{HTML: html, Text: text}
	case Fresh:
		fresh, said, err := lessons.FreshOf(e, a.Text)
		if err != nil {
			return Said{Text: cmp.Or(said, err.Error())}
		}
		return Said{Text: said, Fresh: fresh}
	case Quiz:
		if asking, ok := lessons.AskingOf(e); ok {
			return asking
		}
	}
	return nil
}

func entry(id string) lessons.Entry {
	for _, e := range weeks.Course() {
		if e.Info().ID == id {
			return e
		}
	}
	return nil
}

// Overview is the course in the current language, and where the learner stands in it.
type Overview struct {
	Lang      words.Lang        `json:"lang"`
	Others    []Language        `json:"others"` // those in which the course can be read, too
	Words     map[string]string `json:"words"`
	Notebooks []Notebook        `json:"notebooks"`
	Next      string            `json:"next"` // the id of the exercise that comes next, "" when everything is done
	Onward    string            `json:"onward"`
	Points    int               `json:"points"`
	Max       int               `json:"max"`
	Score     string            `json:"score"`
	Trouble   string            `json:"trouble"` // what is wrong with her journal
	Shows     bool              `json:"shows"`   // whether there is a network of hers to show
}

// Language is a language of the course, by its own name.
type Language struct {
	Lang words.Lang `json:"lang"`
	Name string     `json:"name"`
}

// Notebook is a notebook of the course with its exercises.
type Notebook struct {
	Name      string     `json:"name"` // of its file, without .ipynb
	Title     string     `json:"title"`
	Points    int        `json:"points"`
	Max       int        `json:"max"`
	Score     string     `json:"score"`
	Exercises []Exercise `json:"exercises"`
	Lectures  []Lecture  `json:"lectures"` // that a cell of the notebook shows
}

// Lecture is a lecture of a notebook.
type Lecture struct {
	ID    string `json:"id"`
	Title string `json:"title"` // with its length
}

// lecturesOf are the lectures for which a notebook has a cell, in the order of the course.
func lecturesOf(lesson lessons.Lesson, lang words.Lang) []Lecture {
	list := []Lecture{}
	all, _ := lectures.Course() // a test reads them
	for _, l := range all {
		if strings.Contains(lesson.Text, `lessons.Lecture("`+l.ID+`")`) {
			list = append(list, Lecture{ID: l.ID, Title: lasts.Fill(l.Title, l.Minutes(lang)).In(lang)})
		}
	}
	return list
}

// Exercise is an exercise, or a question of a quiz, and where she stands with it.
type Exercise struct {
	ID       string          `json:"id"`
	Title    string          `json:"title"`
	Outcome  verdict.Outcome `json:"outcome"`
	Said     string          `json:"said"` // the outcome and the points in words
	Hint     string          `json:"hint"` // what the button for hints says
	Points   int             `json:"points"`
	Max      int             `json:"max"`
	Attempts int             `json:"attempts"`
	Question bool            `json:"question"`
}

func course() Overview {
	events, damaged, err := journal.Read(journal.Folder())
	lang := words.Current()
	o := Overview{Lang: lang, Others: others(lang), Words: sentences(lang), Trouble: journal.Trouble(damaged, err).In(lang), Onward: done.In(lang), Shows: share.Has(cats.Folder())}
	o.Next = next(events)
	for _, lesson := range notebook.All {
		n := Notebook{Name: lesson.Name, Title: lesson.Title.In(lang), Exercises: []Exercise{}, Lectures: lecturesOf(lesson.Lesson, lang)}
		for _, e := range lesson.Placed() {
			info := e.Info()
			s := journal.StandingOf(events, info.ID, info.Points)
			n.Exercises = append(n.Exercises, Exercise{
				ID: info.ID, Title: info.Title.In(lang), Outcome: s.Outcome, Said: stands.Fill(s.Outcome.Words(), points(s.Points, s.Max)).In(lang),
				Hint: hintLabel(s.Hints, info.Hints).In(lang), Points: s.Points, Max: s.Max, Attempts: s.Attempts, Question: info.Question,
			})
			n.Points, n.Max = n.Points+s.Points, n.Max+s.Max
			if info.ID == o.Next {
				o.Onward = goOn.Fill(lesson.Title, info.Title).In(lang)
			}
		}
		n.Score = points(n.Points, n.Max).In(lang)
		o.Notebooks = append(o.Notebooks, n)
		o.Points, o.Max = o.Points+n.Points, o.Max+n.Max
	}
	o.Score = points(o.Points, o.Max).In(lang)
	return o
}

// next is the exercise at which she goes on: the same that a report of progress names.
func next(events []journal.Event) string {
	all := journal.Overviews(lessons.Items(weeks.Course()), events)
	if i := journal.NextOf(all); i >= 0 {
		return all[i].Next
	}
	return ""
}

// show writes the page of the network that own.Share has kept, as `nekonote share` does.
func show() Said {
	if err := share.Put(cats.Folder(), words.Current()); err != nil {
		return Said{Text: err.Error()}
	}
	return Said{Text: shown.Fill(share.File).String(), File: share.File}
}

// twin is a notebook of the course, as it was before she wrote anything, in the language that is asked for.
func twin(a Ask) any {
	for _, lesson := range notebook.All {
		if lesson.Name != a.ID {
			continue
		}
		book, err := lesson.Notebook(a.Lang, false)
		if err != nil {
			return nil
		}
		return book
	}
	return nil
}
