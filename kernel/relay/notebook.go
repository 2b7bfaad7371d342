package relay

// notebook is what the kernel remembers from cell to cell.
type notebook struct {
	count   int     // of the last cell: In [count]
	history []entry // what was run

	runs map[int]*cell // by GoNB's number: whose lines its words are about
}

func newNotebook(module string) *notebook {
	return &notebook{runs: map[int]*cell{}}
}

// sent notes that GoNB has begun a cell, under the number that it uses for it.
func (n *notebook) sent(c *cell) { n.runs[c.number] = c }

// finished notes a cell that has been run.
func (n *notebook) finished(c *cell) {
	if c.asked.Store {
		n.history = append(n.history, entry{n.count, c.asked.Code})
	}
}

// forgetDefinitions is called when the engine, which holds the declarations, has died.
func (n *notebook) forgetDefinitions() { n.runs = map[int]*cell{} }
