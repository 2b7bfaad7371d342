// Package lectures reads the lectures of the course. A lecture is a figure that draws itself while a voice explains.
//
// # Writing a lecture
//
// It is one text, such as lessons/week1/lectures/02-slope.md, and reads well as it is. This is a whole lecture:
//
//		# A slope
//		# 傾き
//		exercise week1/slope
//
//		## road
//
//		Think of a road over hills.
//		丘を越えていく道を思い浮かべてください。
//		> show axes; draw road
//
//		Its slope here is {f'(3) = 6|six}.
//		ここでの傾きは {f'(3) = 6|6} です。
//		> move tangent to 3; mark tangent; explains week1/slope
//
//	  - The first lines are its title in each language, in the order of words.Langs. Below them may stand the exercise that it
//	    prepares, and, with `source`, what its facts are taken from, one a line.
//	  - ## begins a scene: the drawing of that name which room kernel/lectures/scenes has for the lecture. At its beginning nothing
//	    of it is seen.
//	  - A paragraph is one sentence, a line for each language, and below them its cues behind >. In {shown|spoken}, the eye gets the
//	    first and the voice the second.
//	  - Cues stand between semicolons: show, hide and draw name parts, with commas between them (draw: stroke by stroke); move part to
//	    value moves a part along its parameter; mark puts light on parts while this sentence is spoken; explains names the exercise
//	    whose formula the sentence explains.
//
// The number in front of the file's name is its place in the week, and the rest its name: week1/slope. Whatever is not as it should
// be is an error that says file and line.
package lectures

import (
	"fmt"
	"math"
	"strings"
	"time"
	"unicode"

	"nekonote/nn/words"
)

// Lecture is a lecture as it is written.
type Lecture struct {
	ID        string // "week1/slope"
	Path      string // of its text, for errors
	Title     words.Text
	Exercise  string   // that it prepares: "week1/slope"; empty for none
	Sources   []string // of its facts
	Sentences []Sentence
}

// Sentence is what is said, and what is to be seen meanwhile.
type Sentence struct {
	Line     int    // in the text, from 1
	Scene    string // that is seen
	First    bool   // whether the scene begins with it
	Shown    words.Text
	Spoken   words.Text
	Cues     []Cue
	Explains []string // the exercises whose formula it explains
}

// Cue is a change of what is seen.
type Cue struct {
	Verb  Verb
	Parts []string
	Value float64 // of Move
}

// Verb is what a cue does.
type Verb string

// The verbs of cues.
const (
	Show Verb = "show"
	Hide Verb = "hide"
	Draw Verb = "draw" // show, stroke by stroke
	Move Verb = "move" // along the part's parameter
	Mark Verb = "mark" // put light on it, for this sentence
)

// How fast a voice reads: English words and Japanese characters a minute.
const (
	wordsAMinute      = 150
	charactersAMinute = 350
)

// pause is the silence between sentences.
const pause = 400 * time.Millisecond

// Time is how long it takes to say or to read the sentence, the silence after it included.
func (s Sentence) Time(l words.Lang) time.Duration {
	said := s.Spoken.In(l)
	minutes := float64(len(strings.Fields(said))) / wordsAMinute
	if l == words.Japanese {
		n := 0
		for _, r := range said {
			if !unicode.IsSpace(r) && !unicode.IsPunct(r) {
				n++
			}
		}
		minutes = float64(n) / charactersAMinute
	}
	return pause + max(time.Second, time.Duration(minutes*float64(time.Minute)))
}

// Time is how long the lecture takes.
func (l *Lecture) Time(lang words.Lang) (total time.Duration) {
	for _, s := range l.Sentences {
		total += s.Time(lang)
	}
	return total
}

// Minutes is the lecture's length, rounded.
func (l *Lecture) Minutes(lang words.Lang) int {
	return max(1, int(math.Round(l.Time(lang).Minutes())))
}

// Week is the part of the course that the lecture belongs to: "week1".
func (l *Lecture) Week() string {
	week, _, _ := strings.Cut(l.ID, "/")
	return week
}

// Explaining is the sentence that explains an exercise's formula, and its number.
func Explaining(exercise string) (l *Lecture, at int, found bool) {
	all, err := Course()
	if err != nil {
		return nil, 0, false
	}
	for _, l := range all {
		for i, s := range l.Sentences {
			for _, e := range s.Explains {
				if e == exercise {
					return l, i, true
				}
			}
		}
	}
	return nil, 0, false
}

// Find returns the lecture of that id.
func Find(id string) (*Lecture, error) {
	all, err := Course()
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, l := range all {
		if l.ID == id {
			return l, nil
		}
		ids = append(ids, l.ID)
	}
	return nil, fmt.Errorf("%s", unknown.Fill(id, strings.Join(ids, ", ")))
}

var unknown = words.T("There is no lecture %q. There are: %s", "「%s」という講義はありません。講義の一覧：%s")
