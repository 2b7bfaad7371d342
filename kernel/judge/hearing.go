package judge

import (
	"strings"
	"syscall"
	"time"

	"nekonote/lessons"
	"nekonote/lessons/verdict"
)

// Hearing is one question of one program, as the kernel knows it.
type Hearing struct {
	Display string // names its card for the notebook

	judge   *Judge
	number  int
	pid     int
	line    *line
	mark    string
	cell    *Cell
	ready   chan struct{} // closed when there is a card
	settled chan struct{} // closed when all is said

	card     *lessons.Card // not shown yet
	shown    bool
	verdicts []verdict.Graded
}

// Tag is the kernel's own name for the cell.
func (h *Hearing) Tag() any { return h.cell.Tag }

// told takes a letter of the judge's.
func (h *Hearing) told(m letter) {
	switch m.Kind {
	case judged:
		if m.Verdict != nil {
			h.verdicts = append(h.verdicts, *m.Verdict)
		}
	case show:
		card := lessons.Card{HTML: m.HTML, Text: m.Text}
		if h.shown {
			go h.judge.update(h, card)
			return
		}
		if h.card == nil {
			close(h.ready)
		}
		h.card = &card
		if h.cell.over { // it is shown as soon as all is said
			h.acknowledge()
		}
	case hangs:
		if h.judge.runs(h.pid) {
			_ = syscall.Kill(h.pid, syscall.SIGKILL)
		}
	case settled:
		h.end()
	}
}

func (h *Hearing) acknowledge() { _ = h.line.say(letter{Kind: shown, Hearing: h.number}, nil) }

// end notes that nothing more is to be waited for.
func (h *Hearing) end() {
	select {
	case <-h.settled:
	default:
		close(h.settled)
	}
}

// Stop says that the learner stops the cell that runs.
func (j *Judge) Stop() {
	j.mu.Lock()
	defer j.mu.Unlock()
	for _, h := range j.hearings {
		if h.cell == j.cell {
			_ = h.line.say(letter{Kind: stop, Hearing: h.number}, nil)
		}
	}
}

// readiness is how long a card may take that the program has announced already.
const readiness = 2 * time.Second

// Split finds in what a program prints the place of a card. There is none where h is nil, and no card to be shown there where
// that is nil. held is the end of text that may be the beginning of a mark.
func (j *Judge) Split(text string) (before string, h *Hearing, card *lessons.Card, after, held string) {
	j.mu.Lock()
	var marks []*Hearing
	for _, h := range j.hearings {
		if h.cell == j.cell {
			marks = append(marks, h)
		}
	}
	j.mu.Unlock()
	for _, h := range marks {
		if before, after, found := strings.Cut(text, h.mark); found {
			return before, h, h.take(), after, ""
		}
	}
	if at := strings.LastIndexByte(text, '\x1b'); at >= 0 {
		for _, h := range marks {
			if strings.HasPrefix(h.mark, text[at:]) {
				return text[:at], nil, nil, "", text[at:]
			}
		}
	}
	return text, nil, nil, "", ""
}

// take takes the card to show it.
func (h *Hearing) take() *lessons.Card {
	select {
	case <-h.ready:
	case <-h.settled:
	case <-time.After(readiness):
	}
	h.judge.mu.Lock()
	defer h.judge.mu.Unlock()
	return h.taken()
}

// Shown tells the judge, and so the program, that the card is there.
func (h *Hearing) Shown() { h.acknowledge() }

// taken is the card that is not shown yet, if there is one. It is the caller's to show.
func (h *Hearing) taken() *lessons.Card {
	card := h.card
	if card != nil {
		h.card, h.shown = nil, true
	}
	return card
}

// settling is how long a cell that is over may wait for the judge to explain its program's death.
const settling = 5 * time.Second

// Found is what a cell that is over has come to.
type Found struct {
	Verdicts []verdict.Graded
	Unshown  []Unshown
}

// Unshown is a card whose place the program did not live to show.
type Unshown struct {
	*Hearing
	lessons.Card
}

// Over says that the cell is over, and returns what the judge has found, as soon as all is said.
func (j *Judge) Over() Found {
	j.mu.Lock()
	var found Found
	var all []*Hearing
	if j.cell != nil {
		j.cell.over = true
		for n := range j.count {
			if h := j.hearings[n+1]; h != nil && h.cell == j.cell {
				all = append(all, h)
			}
		}
	}
	for _, h := range all {
		h.acknowledge()
	}
	j.mu.Unlock()
	late := time.After(settling)
	for _, h := range all {
		select {
		case <-h.settled:
		case <-late:
			late = time.After(0)
		}
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	for _, h := range all {
		found.Verdicts = append(found.Verdicts, h.verdicts...)
		h.verdicts = nil
		if card := h.taken(); card != nil {
			found.Unshown = append(found.Unshown, Unshown{h, *card})
		}
	}
	return found
}
