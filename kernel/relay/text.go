package relay

// commentStep takes a line that begins with # for a comment. nbgrader and other tools made for Python add such lines
// ("# YOUR CODE HERE"), and learners who come from Python write them.
func commentStep(_ *loop, c *cell) {
	if !foreign(c.sent.lines) {
		c.sent = c.sent.withComments()
	}
}

// sortStep lets a learner write statements without %%: it puts declarations, which Go wants outside of functions, in
// front, and opens func main for the rest.
func sortStep(_ *loop, c *cell) {
	if !foreign(c.sent.lines) {
		c.sent = c.sent.sorted()
	}
}
