package relay

import (
	"regexp"
	"strings"

	"nekonote/nn/words"
)

// One mistake often makes the compiler complain in several places. What follows from another problem is left out.

// beginsWhole is a variable that is made of a whole number.
var beginsWhole = regexp.MustCompile(`^\s*(\w+)\s*:=\s*(-?\d+)\s*(?://.*)?$`)

var sayWhole = words.T(
	"%[1]s is a whole number, since it begins as %[1]s := %[2]s: write %[1]s := %[2]s.0 to make it a float64, or float64(%[1]s) where it is used.",
	"%[1]s := %[2]s と始めたので、%[1]s は整数です。%[1]s := %[2]s.0 と書くと float64 になります。使う所で float64(%[1]s) と書いてもかまいません。",
)

// wantsFloat is said where a whole number meets one with decimals.
var wantsFloat = regexp.MustCompile(`truncated to int|mismatched types int and float64|mismatched types float64 and int|\(variable of type float64\) as int value`)

// beganWhole finds where a variable of the problem's line was made a whole number by the way it was written.
func beganWhole(c *cell, p *problem) (words.Text, bool) {
	if p.at == nil || !wantsFloat.MatchString(p.said) {
		return words.Text{}, false
	}
	for _, line := range c.lines {
		if found := beginsWhole.FindStringSubmatch(line); found != nil && line != p.at.text &&
			regexp.MustCompile(`\b`+found[1]+`\b`).MatchString(p.at.text) {
			return sayWhole.Fill(found[1], found[2]), true
		}
	}
	return words.Text{}, false
}

// causes leaves out the problems that follow from others: the same name unknown again, the same whole number again, and
// variables that are not used, which they may be when the rest is right.
func causes(problems []problem) []problem {
	var kept []problem
	told := map[string]bool{}
	for _, p := range problems {
		key := ""
		switch advice := p.advice.In(words.English); {
		case strings.HasPrefix(p.said, "undefined: "):
			key = p.said
		case strings.Contains(advice, "is a whole number, since"):
			key = advice
		}
		if key != "" && told[key] || len(kept) > 0 && notUsed(p.said) && !notUsed(kept[0].said) {
			continue
		}
		told[key] = true
		kept = append(kept, p)
		if strings.Contains(p.advice.In(words.English), "this kernel is new") {
			break // everything else is missing, too
		}
	}
	return kept
}

// notUsed reports whether a problem is one that goes away when the name is used.
func notUsed(said string) bool {
	return strings.HasPrefix(said, "declared and not used") || strings.HasSuffix(said, "imported and not used")
}
