package certificate

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"nekonote/kernel/grade"
	"nekonote/lessons"
	"nekonote/lessons/own/share"
	"nekonote/lessons/weeks"
	"nekonote/nn/words"
)

// Told is all that a certificate says: the page is made of it, and of nothing else.
type Told struct {
	Version string        `json:"version"` // of the Nekonote that has written it
	Lang    words.Lang    `json:"lang"`
	Name    string        `json:"name"`
	First   string        `json:"first"` // the day of the first verdict, as 2006-01-02; "" where there is none
	Last    string        `json:"last"`
	Claims  []Claim       `json:"claims"`
	Network *Network      `json:"network,omitempty"`
	Given   []grade.Given `json:"given"` // her answers: the notebooks that hold them

	Signed string `json:"-"` // the badge with which somebody vouches for all this, as package badge writes it; it stands beside
}

// Claim is an exercise, or a question of a quiz, that is solved.
type Claim struct {
	ID     string `json:"id"`
	Points int    `json:"points"`
}

// Network is what is to be said of the network that she has trained on pictures of her own.
type Network struct {
	Kinds   []words.Text `json:"kinds"`
	Learned int          `json:"learned"`
	Tested  int          `json:"tested"`
	Wrong   int          `json:"wrong"`

	Pictures []share.Picture `json:"pictures,omitempty"` // of hers, with what it says of them
}

// mostPictures is how many there may be: they stand in a row.
const mostPictures = 4

// networkOf sums up what own.Share has kept.
func networkOf(c share.Classifier) *Network {
	n := &Network{Kinds: c.Kinds, Pictures: c.Best[:min(len(c.Best), mostPictures)]}
	for k := range c.Kinds {
		n.Learned, n.Tested, n.Wrong = n.Learned+c.Learned[k], n.Tested+c.Tested[k], n.Wrong+c.Wrong[k]
	}
	return n
}

// week is a part of the course with what is claimed of it.
type week struct {
	title        words.Text
	points, most int
	solved, of   int
	claimed      []Claim
}

// weeks are the parts of the course, in order.
func (t Told) weeks() []week {
	points := map[string]int{}
	for _, c := range t.Claims {
		points[c.ID] = c.Points
	}
	var all []week
	last := ""
	for _, item := range lessons.Items(weeks.Course()) {
		if item.Week != last {
			all, last = append(all, week{title: item.Part}), item.Week
		}
		w := &all[len(all)-1]
		w.of++
		w.most += item.Points
		if p, ok := points[item.ID]; ok {
			w.solved++
			w.points += p
			w.claimed = append(w.claimed, Claim{item.ID, p})
		}
	}
	return all
}

// counts are how many exercises and questions are solved, of how many.
func (t Told) counts() (solved, of int) {
	for _, w := range t.weeks() {
		solved, of = solved+w.solved, of+w.of
	}
	return solved, of
}

// What a certificate may hold; all that the course has is less.
const (
	longestName = 100 // letters
	mostKinds   = 50
	mostClaims  = 1000
	mostCells   = 2000 // of one notebook
	mostCount   = 1 << 30
)

// whole reports whether it is one that this program could have written: a page that somebody has made up may say anything.
func (t Told) whole() bool {
	if !known(t.Lang) || t.Name != clean(t.Name) || utf8.RuneCountInString(t.Name) > longestName || t.Version != clean(t.Version) || len(t.Claims) > mostClaims {
		return false
	}
	if !day(t.First) || !day(t.Last) {
		return false
	}
	if t.Network != nil && !t.Network.whole() {
		return false
	}
	seen := map[string]bool{}
	for _, c := range t.Claims {
		if seen[c.ID] || !count(c.Points) {
			return false
		}
		seen[c.ID] = true
	}
	for _, g := range t.Given {
		if seen[g.Name] || !known(g.Lang) || len(g.Cells) > mostCells {
			return false
		}
		seen[g.Name] = true
	}
	return true
}

// whole reports whether there is as much of everything as a network can have.
func (n Network) whole() bool {
	for _, p := range n.Pictures {
		if !p.Whole(len(n.Kinds)) {
			return false
		}
	}
	return len(n.Pictures) <= mostPictures && len(n.Kinds) >= 2 && len(n.Kinds) <= mostKinds && count(n.Learned) && count(n.Tested) && count(n.Wrong) && n.Wrong <= n.Tested
}

func known(lang words.Lang) bool { return slices.Contains(words.Langs, lang) }

func count(n int) bool { return n >= 0 && n <= mostCount }

// day reports whether a text is a day, or nothing.
func day(text string) bool {
	if text == "" {
		return true
	}
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

// clean is a text in one line, without what is no text.
func clean(text string) string {
	var b strings.Builder
	_, _ = grade.Plain(&b).Write([]byte(text)) // a Builder takes all
	return strings.Join(strings.Fields(b.String()), " ")
}
