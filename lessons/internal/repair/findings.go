package repair

import (
	"go/format"
	"slices"
	"strings"
)

// findings say which lines of the function were changed, and how.
func (s *search) findings(start, found string) []Finding {
	if tidy, err := format.Source([]byte(found)); err == nil {
		found = string(tidy)
	}
	old, now := strings.Split(start, "\n"), strings.Split(found, "\n")
	var all []Finding
	for _, h := range hunks(old, now) {
		was, mended := strings.TrimSpace(strings.Join(trimmed(old[h.from:h.to]), "\n")), strings.TrimSpace(strings.Join(trimmed(now[h.begin:h.end]), "\n"))
		at := h.from
		for at < h.to-1 && len(scan(old[at])) == 0 {
			at++
		}
		f := Finding{Func: s.name, Line: at + 1, Was: was, Mended: mended, Kind: kind(scan(was), scan(mended))}
		f.Idle = mended == "" && h.to-h.from == 1 && idle(start, was)
		if was == "" {
			at = h.from - 1
			for at > 0 && len(scan(old[at])) == 0 {
				at--
			}
			f.Line, f.Was = at+1, strings.TrimSpace(old[at])
			f.Mended = f.Was + "\n" + mended
		}
		all = append(all, f)
	}
	if len(all) == 2 && tokens(all[0].Was) == tokens(all[1].Mended) && tokens(all[1].Was) == tokens(all[0].Mended) {
		all[0].Kind, all[0].Mended = kindMoved, all[0].Mended+"\n"+all[1].Mended
		all = all[:1]
	}
	if len(all) == 2 && (moved(all[0], all[1]) || moved(all[1], all[0])) {
		all[0].Kind = kindMoved
		all = all[:1]
	}
	if !slices.ContainsFunc(all, func(f Finding) bool { return !f.Idle }) {
		for i := range all {
			all[i].Idle = false
		}
	}
	return all
}

// idle reports whether a line is a declaration that does nothing by itself: it goes where what it declares is not used any more.
func idle(source, line string) bool {
	list := scan(line)
	return slices.Contains(list, ":=") && list[0] != "for" && list[0] != "if" && list[0] != "switch" && withoutOne(source, parse(source)) == ""
}

// moved reports whether one finding takes away what the other puts elsewhere.
func moved(a, b Finding) bool {
	gone := strings.TrimSpace(strings.TrimPrefix(a.Was, a.Mended))
	return gone != "" && a.Mended == "" && strings.Contains(tokens(b.Mended), tokens(gone))
}

// trimmed are the lines that hold more than a comment.
func trimmed(lines []string) []string {
	var all []string
	for _, l := range lines {
		if len(scan(l)) > 0 {
			all = append(all, strings.TrimSpace(l))
		}
	}
	return all
}

// hunk is a run of lines that others stand for.
type hunk struct{ from, to, begin, end int }

func hunks(old, now []string) []hunk {
	a, b := make([]string, len(old)), make([]string, len(now))
	for i := range old {
		a[i] = tokens(old[i])
	}
	for i := range now {
		b[i] = tokens(now[i])
	}
	same := common(a, b)
	var all []hunk
	for i, j := 0, 0; i < len(a) || j < len(b); {
		if i < len(a) && j < len(b) && a[i] == b[j] {
			i, j = i+1, j+1
			continue
		}
		h := hunk{from: i, begin: j}
		for (i < len(a) || j < len(b)) && !(i < len(a) && j < len(b) && a[i] == b[j] && a[i] != "") {
			if j >= len(b) || i < len(a) && same[i+1][j] >= same[i][j+1] {
				i++
			} else {
				j++
			}
		}
		h.to, h.end = i, j
		if h.to-h.from == h.end-h.begin {
			all = append(all, h.each(a, b)...)
		} else if tokens(strings.Join(old[h.from:h.to], "\n")) != tokens(strings.Join(now[h.begin:h.end], "\n")) {
			all = append(all, h)
		}
	}
	return all
}

// each are the lines of a hunk that differ, where each of them stands for one.
func (h hunk) each(a, b []string) []hunk {
	var all []hunk
	for k := range h.to - h.from {
		if a[h.from+k] != b[h.begin+k] {
			all = append(all, hunk{h.from + k, h.from + k + 1, h.begin + k, h.begin + k + 1})
		}
	}
	return all
}

// common has, for each place in a and in b, the length of the longest common part of what is left.
func common(a, b []string) [][]int {
	same := make([][]int, len(a)+1)
	for i := range same {
		same[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if same[i][j] = max(same[i+1][j], same[i][j+1]); a[i] == b[j] {
				same[i][j] = max(same[i][j], same[i+1][j+1]+1)
			}
		}
	}
	return same
}
