package gocell

import (
	"strings"
	"unicode/utf16"
)

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

// BytesOfUnits is the offset of the n-th UTF-16 unit.
func BytesOfUnits(text string, n int) int {
	for offset, r := range text {
		if n <= 0 {
			return offset
		}
		n -= max(utf16.RuneLen(r), 1)
	}
	return len(text)
}

// LineAndColumn are those of an offset, both from 0, the column in bytes.
func LineAndColumn(text string, offset int) (line, column int) {
	before := text[:offset]
	return strings.Count(before, "\n"), offset - (strings.LastIndexByte(before, '\n') + 1)
}

// OffsetOf is the offset of a line and a column; the column is cut to the line's length.
func OffsetOf(text string, line, column int) int {
	start := 0
	for ; line > 0; line-- {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			return len(text)
		}
		start += end + 1
	}
	end := strings.IndexByte(text[start:], '\n')
	if end < 0 {
		end = len(text) - start
	}
	return start + min(column, end)
}
