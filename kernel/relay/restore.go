package relay

import (
	"context"
	"errors"
	"sort"

	"nekonote/kernel/relay/stdio"
	"nekonote/kernel/relay/wire"
)

// An engine that dies, or whose ground goes, takes with it what the notebook's cells have declared. The relay knows every
// cell that counted, and sends its declarations to the next engine, without its statements: nothing is run twice.

// errRestore is why an engine did not get ready: it died of what the cells have declared.
var errRestore = errors.New("GoNB ended as it was given the notebook's declarations")

// restored is a cell that an engine was given again, under GoNB's number for it; 0 if it does not compile any more.
type restored struct {
	cell   *cell
	number int
}

// counted are the cells that hold what is declared now, in the order in which they ran.
func (n *notebook) counted() []*cell {
	var cells []*cell
	seen := map[*cell]bool{}
	for _, d := range n.declared {
		if !seen[d.cell] {
			seen[d.cell] = true
			cells = append(cells, d.cell)
		}
	}
	sort.Slice(cells, func(i, j int) bool { return cells[i].order < cells[j].order })
	return cells
}

// restore gives an engine the declarations of cells. A cell may need what a later one declares, so that those which fail are
// tried again as long as others succeed.
func restore(ctx context.Context, e *engine, cells []*cell) ([]restored, error) {
	var done []restored
	for left := cells; len(left) > 0; {
		var failed []*cell
		for _, c := range left {
			f, number, err := e.run(ctx, c.sent.Declarations().Code())
			switch {
			case err != nil:
				return nil, errors.Join(errRestore, err)
			case f == nil || ranProgram.MatchString(f.Value):
				done = append(done, restored{c, number})
			default:
				failed = append(failed, c)
			}
		}
		if len(failed) == len(left) {
			for _, c := range failed {
				done = append(done, restored{cell: c})
			}
			break
		}
		left = failed
	}
	return done, nil
}

// run runs a program whose output nobody wants to see. It returns how that failed, nil if it did not, and GoNB's number for it.
func (e *engine) run(ctx context.Context, code string) (failed *failure, number int, err error) {
	if err := e.pipes.BeginInput(); err != nil {
		return nil, 0, err
	}
	m := wire.NewMessage("execute_request", wire.NewID(), request{Code: code, Store: true})
	e.send(wire.Shell, m)
	for {
		select {
		case answer := <-e.arrivals:
			if answer.ParentID() != m.ID {
				continue
			}
			if answer.Kind == "execute_input" {
				var input struct {
					Count int `json:"execution_count"`
				}
				answer.Read(&input)
				number = input.Count
			}
			if answer.From == wire.Shell {
				return failureOf(answer.Content), number, nil
			}
		case r := <-e.pipes.Ready:
			for r.Read() == stdio.More {
				r.Rest()
			}
			r.Again()
		case <-e.ended:
			return nil, 0, errors.New("GoNB ended")
		case <-ctx.Done():
			return nil, 0, ctx.Err()
		}
	}
}

// restored notes what the new engine holds.
func (n *notebook) restored(all []restored) {
	n.runs = map[int]*cell{}
	for _, r := range all {
		if r.number != 0 {
			n.runs[r.number] = r.cell
			continue
		}
		for name, d := range n.declared {
			if d.cell == r.cell {
				n.lost[name] = true
				delete(n.declared, name)
			}
		}
	}
}
