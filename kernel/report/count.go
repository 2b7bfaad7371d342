package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"nekonote/lessons"
	"nekonote/lessons/notebook"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// notRun is the outcome of what could not be judged, as grade writes it.
const notRun verdict.Outcome = "not run"

// outcomes are in the order in which a bar shows them, the best first.
var outcomes = []verdict.Outcome{verdict.Correct, verdict.Almost, verdict.Incorrect, verdict.NotAttempted, notRun}

// class is what the page shows.
type class struct {
	Students int
	Books    []book
	Unread   []unread // what was handed in and is no notebook of the course
}

// book is one notebook of the course, as the class has done it.
type book struct {
	Title     string
	Students  []student // the best first
	Median    int
	Exercises []exercise
	Mistakes  []mistake // the most frequent first
	Max       int
}

// student is one learner in one notebook.
type student struct {
	Name   string
	Points int
}

// exercise is one exercise, and what became of it.
type exercise struct {
	Title  string
	Counts map[verdict.Outcome]int
	Here   int  // the learners whose first exercise that is not correct is this one
	Holds  bool // whether most of those who are not done stand here
}

// mistake is one sentence that the check has said to several.
type mistake struct {
	Exercise, Says string
	Count          int
}

// unread is a row without an exercise.
type unread struct{ Name, Says string }

// count makes the page's figures of a table. A learner who has handed in a notebook more than once counts with her best of each
// exercise.
func count(rows []row) class {
	best := map[[2]string]row{} // by learner and exercise
	names := map[string]bool{}
	var c class
	for _, r := range rows {
		names[r.student] = true
		if r.exercise == "" {
			c.Unread = append(c.Unread, unread{r.student, r.says})
			continue
		}
		key := [2]string{r.student, r.exercise}
		old, ok := best[key]
		if !ok || slices.Index(outcomes, r.outcome) < slices.Index(outcomes, old.outcome) {
			best[key] = r
		}
	}
	c.Students = len(names)
	for _, lesson := range notebook.All {
		if b := bookOf(lesson, best); len(b.Students) > 0 {
			c.Books = append(c.Books, b)
		}
	}
	return c
}

// bookOf counts one notebook.
func bookOf(lesson notebook.Lesson, best map[[2]string]row) book {
	b := book{Title: title(lesson)}
	points, stuck := map[string]int{}, map[string]bool{}
	said := map[mistake]int{}
	for _, info := range infos(lesson) {
		e := exercise{Title: info.Title.String(), Counts: map[verdict.Outcome]int{}}
		b.Max += info.Points
		for key, r := range best {
			if key[1] != info.ID {
				continue
			}
			e.Counts[r.outcome]++
			points[r.student] += r.points
			if r.outcome != verdict.Correct && !stuck[r.student] {
				stuck[r.student] = true
				e.Here++
			}
			if r.outcome == verdict.Almost || r.outcome == verdict.Incorrect {
				said[mistake{Exercise: e.Title, Says: r.says}]++
			}
		}
		b.Exercises = append(b.Exercises, e)
	}
	for name, p := range points {
		b.Students = append(b.Students, student{name, p})
	}
	slices.SortFunc(b.Students, func(x, y student) int { return cmp.Or(y.Points-x.Points, strings.Compare(x.Name, y.Name)) })
	if n := len(b.Students); n > 0 {
		b.Median = (b.Students[(n-1)/2].Points + b.Students[n/2].Points) / 2
	}
	b.hold()
	b.Mistakes = frequent(said)
	return b
}

// hold marks the exercise that holds the class up.
func (b *book) hold() {
	most := 0
	for i, e := range b.Exercises {
		if e.Here > b.Exercises[most].Here {
			most = i
		}
	}
	if len(b.Exercises) > 0 && b.Exercises[most].Here > 0 {
		b.Exercises[most].Holds = true
	}
}

// frequent lists what was said most, the most frequent first.
func frequent(said map[mistake]int) []mistake {
	const enough = 12
	var all []mistake
	for m := range maps.Keys(said) {
		if m.Says == "" {
			continue
		}
		m.Count = said[m]
		delete(said, mistake{Exercise: m.Exercise, Says: m.Says})
		all = append(all, m)
	}
	slices.SortFunc(all, func(x, y mistake) int {
		return cmp.Or(y.Count-x.Count, strings.Compare(x.Exercise, y.Exercise), strings.Compare(x.Says, y.Says))
	})
	return all[:min(enough, len(all))]
}

// infos are the exercises of a notebook that have points, in order.
func infos(lesson notebook.Lesson) []lessons.Info {
	var all []lessons.Info
	for _, e := range lesson.Exercises {
		if info := e.Info(); info.Points > 0 {
			all = append(all, info)
		}
	}
	return all
}

// title is the heading of a notebook.
func title(lesson notebook.Lesson) string {
	made, err := lesson.Notebook(words.Current(), false)
	if err != nil || len(made.Cells) == 0 {
		return lesson.Name
	}
	first, _, _ := strings.Cut(string(made.Cells[0].Source), "\n")
	return strings.TrimSpace(strings.TrimLeft(first, "# "))
}
