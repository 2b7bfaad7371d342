package relay

import (
	"nekonote/kernel/relay/gocell"
	"nekonote/nn/words"
)

// A program that reads its standard input would wait for ever: GoNB leaves it open and empty. So such a cell is not run.

var noInput = words.T(
	"this cell reads input (fmt.Scan or os.Stdin), which cannot be typed here. Write the value into the cell: x := 3",
	"このセルは入力（fmt.Scan や os.Stdin）を読みますが、ここでは入力できません。x := 3 のように、値をセルに書いてください",
)

// inputStep looks whether what the cell runs reads input, also in functions of other cells.
func inputStep(l *loop, c *cell) {
	if gocell.Foreign(c.sent.Lines) || !l.notebook.readsInput(c) {
		return
	}
	c.fail(failure{Name: "NoInput", Value: noInput.String()})
}

// readsInput follows what the cell's main reaches.
func (n *notebook) readsInput(c *cell) bool {
	own := c.definitions()
	if own["main"] == nil {
		return false
	}
	reads := false
	n.reach(own, []string{"main"}, func(d *definition) { reads = reads || gocell.ReadsInput(d.Node) })
	return reads
}
