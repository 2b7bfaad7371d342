package relay

import (
	"strings"

	"nekonote/kernel/relay/gocell"
	"nekonote/nn/words"
)

// cleanStep takes a line that begins with # for a comment: nbgrader and other tools made for Python add such lines ("# YOUR CODE
// HERE"), and learners who come from Python write them. It keeps GoNB from running lines of a text, and takes whole programs as
// people paste them.
func cleanStep(_ *loop, c *cell) {
	if gocell.Foreign(c.sent.Lines) {
		return
	}
	if at := c.sent.Misplaced(); at >= 0 {
		p := problem{said: wrongPlace.Fill(strings.Fields(c.lines[at])[0]).String(), at: c.placeInSent(at, 0), advice: ownCell}
		c.fail(report(syntaxErrorName, []problem{p}))
		return
	}
	c.sent = c.sent.Cleaned()
	if at, word := c.sent.Unknown(); at >= 0 {
		p := problem{said: unknownSpecial.Fill(word).String(), at: c.placeInSent(at, 0), advice: onlySpecials}
		c.fail(report(syntaxErrorName, []problem{p}))
	}
}

var (
	wrongPlace     = words.T("%s must be the first line of its cell", "%s はセルの 1 行目に書きます")
	unknownSpecial = words.T("there is no %s here", "%s はここでは使えません")
	onlySpecials   = words.T("A line that begins with % is for the notebook; %help lists what there is. What a Python notebook has, such as %matplotlib, is not needed: remove the line.", "% で始まる行はノートブックへの指示です。使えるものは %help で見られます。%matplotlib など Python のノートブックのものは不要なので、行ごと消してください。")
	ownCell        = words.T("Put it into a cell of its own, without Go above it.", "上に Go のコードがない、独立したセルに移してください。")
)

// sortStep lets a learner write statements without %%: it puts declarations, which Go wants outside of functions, in
// front, and opens func main for the rest.
func sortStep(_ *loop, c *cell) {
	if !gocell.Foreign(c.sent.Lines) {
		c.sent = c.sent.Sorted()
	}
}
