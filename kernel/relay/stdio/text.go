package stdio

import (
	"bytes"
	"unicode/utf8"

	"nekonote/plots/display"
)

// split takes what is whole off the beginning of bytes: text up to half a character, to a mark, or to what may become one. It
// returns the mark's name, "" for none, and what is left behind it.
func split(data []byte) (text, mark string, left []byte) {
	if at := bytes.Index(data, []byte(display.MarkBegin)); at >= 0 {
		name := data[at+len(display.MarkBegin):]
		end := bytes.Index(name, []byte(display.MarkEnd))
		switch {
		case end >= 0 && end <= display.MarkLength:
			return string(data[:at]), string(name[:end]), name[end+len(display.MarkEnd):]
		case end < 0 && len(name) <= display.MarkLength:
			return string(data[:at]), "", data[at:] // the rest is on its way
		}
		// Somebody else's.
		next := at + len(display.MarkBegin)
		more, mark, left := split(data[next:])
		return string(data[:next]) + more, mark, left
	}
	whole := len(data) - unfinished(data)
	return string(data[:whole]), "", data[whole:]
}

// unfinished is how many bytes at the end of data are the beginning of a character or of a mark.
func unfinished(data []byte) int {
	for n := min(len(display.MarkBegin)-1, len(data)); n > 0; n-- {
		if bytes.HasSuffix(data, []byte(display.MarkBegin[:n])) {
			return n
		}
	}
	for n := 1; n < utf8.UTFMax && n <= len(data); n++ {
		if begin := data[len(data)-n:]; utf8.RuneStart(begin[0]) {
			if !utf8.FullRune(begin) {
				return n
			}
			break
		}
	}
	return 0
}
