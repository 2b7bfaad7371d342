package gocell

import "strings"

// BytesOfRunes is the offset of the n-th character.
func BytesOfRunes(text string, n int) int {
	for offset := range text {
		if n <= 0 {
			return offset
		}
		n--
	}
	return len(text)
}

// LineAndColumn are those of an offset, both from 0, the column in bytes.
func LineAndColumn(text string, offset int) (line, column int) {
	before := text[:offset]
	return strings.Count(before, "\n"), offset - (strings.LastIndexByte(before, '\n') + 1)
}
