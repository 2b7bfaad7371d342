package relay

import "nekonote/kernel/relay/gocell"

// commentStep takes a line that begins with # for a comment. nbgrader and other tools made for Python add such lines
// ("# YOUR CODE HERE"), and learners who come from Python write them.
func commentStep(_ *loop, c *cell) {
	if !gocell.Foreign(c.sent.Lines) {
		c.sent = c.sent.WithComments()
	}
}

// sortStep lets a learner write statements without %%: it puts declarations, which Go wants outside of functions, in
// front, and opens func main for the rest.
func sortStep(_ *loop, c *cell) {
	if !gocell.Foreign(c.sent.Lines) {
		c.sent = c.sent.Sorted()
	}
}
