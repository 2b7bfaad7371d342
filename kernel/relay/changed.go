package relay

import (
	"maps"
	"slices"
	"strings"

	"nekonote/nn/words"
)

// All that the cells have declared is compiled together. So a cell that writes a name anew may break what another cell has made of
// the old one: the methods of a type, the callers of a function, the other constants of a group.

var (
	changedUnder = words.T(
		"%[1]s in In [%[2]d] uses %[3]s, which this cell writes anew, and does not fit it any more: write %[1]s anew in this cell, too. If you do not need it, remove it: %%rm %[1]s",
		"セル [%[2]d] の %[1]s は、このセルで書き換えた %[3]s を使っていて、合わなくなりました。%[1]s もこのセルに書き直してください。不要なら、%%rm %[1]s で消せます。",
	)
	groupedBefore = words.T(
		"%[1]s belongs to a group that In [%[2]d] declares: write the whole group anew, in one cell.",
		"%[1]s はセル [%[2]d] のグループの一つです。グループ全体を一つのセルに書き直してください。",
	)
)

// changedUnder is about a problem in an older cell that this one has caused.
func (l *loop) changedUnder(c *cell, p *problem) (words.Text, bool) {
	if p.at == nil || p.at.count == c.count {
		return words.Text{}, false
	}
	own := c.definitions()
	if name, _, ok := strings.Cut(p.said, " redeclared in this block"); ok && own[name] != nil {
		return groupedBefore.Fill(name, p.at.count), true
	}
	for _, d := range l.notebook.declared {
		if d.cell.count != p.at.count || p.at.line < d.cell.placeInSent(d.Line, 0).line || p.at.line > d.cell.placeInSent(d.End, 0).line {
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(own)) {
			if name != "main" && name != d.Name && slices.Contains(d.Uses, name) {
				return changedUnder.Fill(d.Name, p.at.count, name), true
			}
		}
	}
	return words.Text{}, false
}
