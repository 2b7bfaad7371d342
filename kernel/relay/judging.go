package relay

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"

	"nekonote/kernel/judge"
	"nekonote/kernel/relay/gocell"
	"nekonote/kernel/relay/wire"
	"nekonote/lessons"
	"nekonote/lessons/journal"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// judging is the kernel's part in checks: it starts the judge, tells it which engine and which cell runs, shows its cards, and
// takes its verdicts when a cell is over. These go into the reply of the cell, where whoever grades reads them: no cell can
// write there.

// startJudge starts the judge and tells the cells' programs where it is. Without one, they say that checks cannot be made. Her
// journal is adopted first: what a cell writes into it does not count.
func (l *loop) startJudge() {
	if !lessons.Graded() {
		if err := journal.Adopt(journal.Folder()); err != nil {
			l.log.Printf("the journal cannot be sealed: %v", err) // then it counts as it is
		}
	}
	j, err := judge.Start(l.log, func(h *judge.Hearing, card lessons.Card) {
		l.tell(func() { l.showCard(h, card, "update_display_data") })
	})
	if err != nil {
		l.log.Printf("the judge does not start: %v", err)
		return
	}
	l.judge = j
	l.options.Env = append(slices.Clone(l.options.Env), j.Environ())
}

// judgeEngine tells the judge which engine runs cells now.
func (l *loop) judgeEngine(e *engine) {
	if l.judge != nil {
		l.judge.Engine(func() judge.Engine { return judge.Engine{PID: e.gonb.PID, Folder: e.room} })
	}
}

// judgeCells tells the judge what is declared while a cell runs: by the cells before it, and by itself, with what it runs.
func (l *loop) judgeCells(c *cell) {
	if l.judge == nil {
		return
	}
	fmt.Fprintln(l.notebook.digest, c.asked.Code)
	declared := maps.Clone(l.notebook.declared)
	maps.Copy(declared, c.definitions())
	nodes := slices.Concat(l.notebook.aside, c.sent.Aside())
	pieces := map[string]gocell.Piece{}
	for _, name := range slices.Sorted(maps.Keys(declared)) {
		nodes = append(nodes, declared[name].Node)
		pieces[name] = declared[name].Piece
	}
	l.judge.Begin(&judge.Cell{
		Declared: gocell.FileOf(nodes), Pieces: pieces, Stale: l.notebook.staleFunctions(c), Tag: c, Checks: strings.Contains(c.asked.Code, ".Check("),
		Seed: binary.BigEndian.Uint64(l.notebook.digest.Sum(nil)),
	})
}

// staleFunctions are the names whose newest version did not compile, for the judge, who does not judge an older one.
func (n *notebook) staleFunctions(c *cell) map[string]lessons.Stale {
	all := map[string]lessons.Stale{}
	for name := range c.supplied {
		all[name] = lessons.Stale{}
	}
	for name, d := range n.declared {
		if d.cell.supplied[name] && !c.defines(name) {
			all[name] = lessons.Stale{}
		}
	}
	for name, old := range n.stale {
		s := lessons.Stale{Cell: old.count, Said: old.why.said}
		if at := old.why.at; at != nil && at.count == old.count {
			s.Line, s.Code = at.line+1, strings.TrimSpace(at.text)
		}
		all[name] = s
	}
	return all
}

var notJudged = words.T("%s: the check was not made. Run the cell of your answer, then this one.", "%s：チェックが行われませんでした。答えのセルを実行してから、このセルを実行してください。")

// showCard shows a card of the judge's, or puts it in the place of the one that is shown.
func (l *loop) showCard(h *judge.Hearing, card lessons.Card, kind string) {
	c := h.Tag().(*cell)
	if c.asked.Silent {
		return
	}
	l.show(c, c.task.request.Answer(kind, map[string]any{
		"data":     map[string]any{"text/html": card.HTML, "text/plain": strings.TrimRight(card.Text, "\n")},
		"metadata": map[string]any{}, "transient": map[string]any{"display_id": h.Display},
	}))
}

// cards shows the judge's cards where the cell's program has come to when it gets its verdict: it prints a mark there, which
// nobody sees, and waits until the card is shown.
type cards struct{ held string }

func cardStep() step {
	s := &cards{}
	return step{name: "cards of checks", output: s.output, after: s.after}
}

func (s *cards) output(l *loop, c *cell, m *wire.Message) []*wire.Message {
	name, said := streamOf(m)
	if l.judge == nil || name != "stdout" {
		return []*wire.Message{m}
	}
	text := s.held + said
	var out []*wire.Message
	for {
		before, h, card, after, held := l.judge.Split(text)
		if before == said {
			return []*wire.Message{m}
		}
		if before != "" {
			out = append(out, stdout(c, before))
		}
		if s.held = held; h == nil {
			return out
		}
		if card != nil {
			l.show(c, out...)
			l.showCard(h, *card, "display_data")
			out = nil
		}
		h.Shown()
		text = after
	}
}

func stdout(c *cell, text string) *wire.Message {
	return c.task.request.Answer("stream", map[string]any{"name": "stdout", "text": text})
}

// after shows what was the beginning of no mark.
func (s *cards) after(l *loop, c *cell) {
	if s.held != "" {
		l.show(c, stdout(c, s.held))
		s.held = ""
	}
}

// judged takes the verdicts of a cell that is over. A card that its program did not live to show is shown now. Where a program
// grades, a cell with a check fails if that was not made, whatever the cell's program says.
func (l *loop) judged(c *cell) {
	if l.judge == nil {
		return
	}
	found := l.judge.Over()
	c.verdicts = found.Verdicts
	for _, u := range found.Unshown {
		l.showCard(u.Hearing, u.Card, "display_data")
	}
	if !lessons.Graded() {
		return
	}
	for _, id := range judge.Checks(c.asked.Code) {
		i := slices.IndexFunc(c.verdicts, func(v verdict.Graded) bool { return v.ID == id })
		switch {
		case i < 0:
			c.failed(notJudged.Fill(id).String())
		case c.verdicts[i].Outcome != verdict.Correct:
			c.failed(c.verdicts[i].Error)
		}
	}
}

// failed says why a check is none that was passed, where a program grades.
func (c *cell) failed(said string) {
	c.fail(failure{Name: NotJudged, Value: said, Trace: folds(said, graderWidth)})
}

// NotJudged is the name of the failure of a cell whose check was not made, or found an answer that is not right, where a
// program grades.
const NotJudged = "NotSolved"
