package relay

import (
	"regexp"
	"strings"

	"nekonote/nn/words"
)

// One mistake often makes the compiler complain in several places. What follows from another problem is left out.

// causes leaves out the problems that follow from others: the same name unknown again, the same whole number again, what is wrong
// with the arguments of a call that should be none, and variables that are not used, which they may be when the rest is right.
func causes(problems []problem) []problem {
	var kept []problem
	told, called := map[string]bool{}, calledInstead(problems)
	for _, p := range problems {
		key := ""
		switch advice := p.advice.In(words.English); {
		case strings.HasPrefix(p.said, "undefined: "):
			key = p.said
		case strings.Contains(advice, "is a whole number, since"), strings.Contains(advice, "does not fit it any more"):
			key = advice
		}
		if key != "" && told[key] || len(kept) > 0 && notUsed(p.said) && !notUsed(kept[0].said) {
			continue
		}
		if p.at != nil && called[line{p.at.count, p.at.line}] && !wantsFunction.MatchString(p.said) {
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

// line is a line of a cell.
type line struct{ count, line int }

// wantsFunction is said of f(x) where f is to be handed over.
var wantsFunction = regexp.MustCompile(`\) \(value of type \S+\) as func\(`)

// calledInstead are the lines in which a function is called that is to be handed over.
func calledInstead(problems []problem) map[line]bool {
	found := map[line]bool{}
	for _, p := range problems {
		if p.at != nil && wantsFunction.MatchString(p.said) {
			found[line{p.at.count, p.at.line}] = true
		}
	}
	return found
}
