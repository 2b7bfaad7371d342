// Package lectures plays the lectures of the course: it joins what package lessons/lectures reads, the text, with what room scenes
// draws, and makes of both one page that needs nothing else. The same page stands below a cell (Cell), in a folder of offline
// pages (Write), and wherever else someone asks for it (Page).
//
// What is seen at a sentence is a function of the sentence alone (States), so that a jump shows what playing would have shown. Pages
// are made when they are asked for, and kept: a scene may train a network, which takes a second at most.
package lectures

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"nekonote/kernel/lectures/scenes"
	"nekonote/lessons/lectures"
	"nekonote/nn/words"
	"nekonote/plots/scene"
)

//go:generate go run ./check

// staged is a lecture with its scenes.
type staged struct {
	*lectures.Lecture
	scenes []*scene.Scene // one a scene of the text
	of     []int          // for each sentence the number of its scene
	states []scene.State  // what is seen at each sentence
}

var (
	mu   sync.Mutex
	kept = map[string]*staged{}
)

// stage draws the scenes of a lecture and follows its cues.
func stage(id string) (*staged, error) {
	mu.Lock()
	defer mu.Unlock()
	if s := kept[id]; s != nil {
		return s, nil
	}
	l, err := lectures.Find(id)
	if err != nil {
		return nil, err
	}
	s, err := perform(l)
	if err == nil {
		kept[id] = s
	}
	return s, err
}

func perform(l *lectures.Lecture) (*staged, error) {
	s := &staged{Lecture: l}
	var state scene.State
	for _, sentence := range l.Sentences {
		if sentence.First {
			draw, err := scenes.Find(l.ID, sentence.Scene)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", l.Path, sentence.Line, err)
			}
			drawn := draw()
			s.scenes = append(s.scenes, drawn)
			state = drawn.Blank()
		}
		next, err := follow(s.scenes[len(s.scenes)-1], state, sentence)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", l.Path, sentence.Line, err)
		}
		state = next
		s.of, s.states = append(s.of, len(s.scenes)-1), append(s.states, next)
	}
	return s, nil
}

// follow returns what is seen after a sentence's cues.
func follow(drawn *scene.Scene, before scene.State, sentence lectures.Sentence) (scene.State, error) {
	state := slices.Clone(before)
	for i := range state {
		state[i].Marked = false
	}
	for _, cue := range sentence.Cues {
		for _, name := range cue.Parts {
			part, at, found := drawn.Part(name)
			if !found {
				var names []string
				for _, p := range drawn.Parts {
					names = append(names, p.Name)
				}
				return nil, fmt.Errorf("the scene %s has no part %q; it has %s", sentence.Scene, name, strings.Join(names, ", "))
			}
			switch cue.Verb {
			case lectures.Show, lectures.Draw:
				state[at].On = true
			case lectures.Hide:
				state[at].On = false
			case lectures.Mark:
				state[at].Marked = true
			case lectures.Move:
				if part.Values == nil {
					return nil, fmt.Errorf("the part %q does not move", name)
				}
				state[at].Frame = part.Frame(cue.Value)
			}
			if cue.Verb == lectures.Mark && !state[at].On {
				return nil, fmt.Errorf("the part %q is marked, but not seen", name)
			}
		}
	}
	return state, nil
}

// Check reads and performs all lectures, and returns all that is wrong.
func Check() error {
	all, err := lectures.Course()
	if err != nil {
		return err
	}
	var wrong []error
	for _, l := range all {
		if _, err := perform(l); err != nil {
			wrong = append(wrong, err)
		}
	}
	return errors.Join(wrong...)
}

// seen is the sentence whose picture stands for the whole lecture: the one at which most is seen.
func (s *staged) seen() int {
	best, most := 0, -1
	for i, state := range s.states {
		n := 0
		for _, look := range state {
			if look.On {
				n++
			}
		}
		if n >= most && !s.scenes[s.of[i]].Spotlit(state) && s.of[i] == s.of[0] {
			best, most = i, n
		}
	}
	return best
}

// Still is the picture of a lecture at a sentence, counted from 0.
func (s *staged) still(at int, lang words.Lang) string {
	return s.scenes[s.of[at]].Still(s.states[at], lang)
}
