package gocell

import (
	"strings"
	"unicode/utf8"
)

// InCell is the line and the column in the cell, whose lines are given, of those of its program; all count from 0, the columns
// in bytes. What the parser misses at the end of the program, it misses at the end of the cell's last line.
func (p *Program) InCell(cell []string, line, column int) (int, int) {
	line = max(line, 0)
	for line < len(p.Lines) && p.Added[line] {
		line++
		column = 0
	}
	if line >= len(p.Lines) {
		last := len(cell) - 1
		for last > 0 && strings.TrimSpace(cell[last]) == "" {
			last--
		}
		return last, len(strings.TrimRight(cell[last], " \t\r"))
	}
	from := p.From[line]
	text := cell[from]
	column = min(max(column, 0), len(text))
	for column > 0 && column < len(text) && !utf8.RuneStart(text[column]) {
		column--
	}
	return from, column
}
