package lessons

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"time"

	"nekonote/lessons/internal/judge"
	"nekonote/lessons/journal"
)

// The court thinks on when its card is shown: what it finds takes the card's place. Who has a question goes before; the thought
// is then taken up again.

// thinking is how long a thought may take.
const thinking = 2 * time.Second

// ahead announces a program that has a question. Whatever is thought about at the moment waits.
func (c *Court) ahead() {
	c.asked.Add(1)
	if stop := c.stop.Load(); stop != nil {
		(*stop)()
	}
}

// later thinks about something when nobody has a question. It gives up what is interrupted again and again.
func (c *Court) later(think func(ctx context.Context)) {
	const most = 50
	go func() {
		for range most {
			if c.thought(think) {
				return
			}
			time.Sleep(100 * time.Millisecond)
		}
	}()
}

// thought thinks, and reports whether it came to an end.
func (c *Court) thought(think func(ctx context.Context)) (done bool) {
	c.one.Lock()
	defer c.one.Unlock()
	ctx, stop := context.WithTimeout(context.Background(), thinking)
	defer stop()
	c.stop.Store(&stop)
	defer c.stop.Store(nil)
	if c.asked.Load() > 0 { // asked after stop is stored: one of the two sees the other
		return false
	}
	defer func() {
		if broken := recover(); broken != nil {
			fmt.Fprintf(os.Stderr, "nekonote: the judge broke down in thought: %v\n", broken)
			done = true
		}
	}()
	think(ctx)
	return ctx.Err() != context.Canceled
}

// sharpen puts a verdict that says more in the place of the one that is shown. Who grades reads the first.
func (c *Court) sharpen(h Hearing, journalSaid string, sharpen judge.Sharpen) {
	if sharpen == nil || Graded() {
		return
	}
	c.later(func(ctx context.Context) {
		if v, found := sharpen(ctx); found {
			h.Show(h.verdictCard(v, journalSaid))
		}
	})
}

// cure adds to a hint how the line of her own would be right which is wrong, where she has tried and it can be found.
func (c *Court) cure(h Hearing, s *judge.Exercise) {
	a := h.source("main." + s.Func)
	events, _, _ := journal.Read(journal.Folder())
	standing := journal.StandingOf(events, s.ID, s.Points)
	if _, stale := h.Stale[s.Func]; stale || a == nil || a.Funcs[s.Func] == nil || standing.Attempts == 0 || len(s.Hints) == 0 {
		return
	}
	c.later(func(ctx context.Context) {
		if cure := s.Cure(ctx, a, rand.Uint64()); len(cure) > 0 {
			h.Show(cardOf(hints(s, standing.Hints, h.Stale, true, cure, nil)))
		}
	})
}
