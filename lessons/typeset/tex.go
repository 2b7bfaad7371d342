package typeset

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Display sets an exercise's formula, which its week writes in plain letters (dZ = W2ᵀ·dZ2 ∗ (1 − A1²)), as the prose sets
// its own, in TeX. A formula that is Go rather than mathematics, such as image[row][column], stays as it is: then ok is false.
func Display(formula string) (tex string, ok bool) {
	if inGo.MatchString(formula) || strings.Count(formula, "(") != strings.Count(formula, ")") || strings.Count(formula, "|")%2 != 0 {
		return "", false
	}
	lines := strings.Split(formula, "\n")
	for i, line := range lines {
		lines[i] = setLine(line)
		if len(lines) > 1 {
			lines[i] = aligned(lines[i])
		}
	}
	if len(lines) == 1 {
		return lines[0], !strings.ContainsFunc(lines[0], foreign)
	}
	return "\\begin{aligned}\n" + strings.Join(lines, " \\\\\n") + "\n\\end{aligned}", !strings.ContainsFunc(strings.Join(lines, ""), foreign)
}

// foreign reports whether a letter is none that TeX sets as it is.
func foreign(r rune) bool { return r >= 0x80 }

// inGo is what only Go or TeX has: an index, a function's name that is not a word of mathematics, and signs.
var inGo = regexp.MustCompile(`\w\[|len\(|[\\{}&#$~^"]`)

// aligned marks where a line meets the ones above and below it: at its first sign between two sides.
func aligned(line string) string {
	at := relation.FindStringIndex(line)
	if at == nil {
		return "&" + line
	}
	return line[:at[0]] + "&" + line[at[0]:]
}

var relation = regexp.MustCompile(`:=|=|\\to`)

// setLine sets one line.
func setLine(line string) string {
	s := setter{rest: line}
	return strings.TrimSpace(s.until(0))
}

// setter reads a line from the left.
type setter struct{ rest string }

// until sets everything up to the closing parenthesis, which it leaves, or to the end of the line. A quotient becomes a
// fraction of what stands on its two sides.
func (s *setter) until(closing rune) string {
	var done []string // atoms, operators and spaces
	for s.rest != "" && s.peek() != closing {
		if s.peek() != '/' || len(done) == 0 {
			next := s.atom()
			if next == " " && len(done) > 0 && plainNumber.MatchString(done[len(done)-1]) && s.peek() == '(' {
				next = ` \quad ` // 0 (n×1) says a shape; it is no product
			}
			done = append(done, next)
			continue
		}
		s.skip("/")
		s.rest = strings.TrimLeft(s.rest, " ")
		last := len(done) - 1
		for last > 0 && strings.TrimSpace(done[last]) == "" {
			last--
		}
		under := s.atom()
		if strings.HasPrefix(under, `\sum`) {
			s.rest = strings.TrimLeft(s.rest, " ")
			under += s.atom()
		}
		done = append(done[:last], `\frac{`+bare(done[last])+"}{"+bare(under)+"}")
	}
	return strings.Join(done, "")
}

func (s *setter) peek() rune {
	r, _ := utf8.DecodeRuneInString(s.rest)
	return r
}

func (s *setter) skip(prefix string) bool {
	rest, found := strings.CutPrefix(s.rest, prefix)
	s.rest = rest
	return found
}

// bare takes off the parentheses of a whole numerator or denominator.
func bare(atom string) string {
	for _, pair := range [][2]string{{`\left(`, `\right)`}, {`\big(`, `\big)`}, {"(", ")"}} {
		inner, found := strings.CutPrefix(atom, pair[0])
		if inner, ended := strings.CutSuffix(inner, pair[1]); found && ended {
			return inner
		}
	}
	return atom
}

// parenthesised puts parentheses round what they held: as tall as it is, and none round a fraction alone.
func parenthesised(inner string) string {
	switch {
	case fraction.MatchString(inner):
		return inner
	case strings.Contains(inner, `\frac`) || strings.Contains(inner, `\sum`):
		return `\left(` + inner + `\right)`
	case strings.Contains(inner, ")^{"):
		return `\big(` + inner + `\big)` // taller than those that it holds, as the prose has it
	}
	return "(" + inner + ")"
}

var (
	fraction    = regexp.MustCompile(`^\\frac\{[^{}]*\}\{[^{}]*\}$`)
	plainNumber = regexp.MustCompile(`^[0-9.]+$`)
)

// signs are the letters that TeX calls otherwise.
var signs = map[rune]string{
	'σ': `\sigma `, 'α': `\alpha `, 'ε': `\varepsilon `, 'Σ': `\sum `, '·': `\cdot `, '∗': `*`, '×': `\times `, '−': "-",
	'→': `\to `, '…': `\dots `, '≤': `\le `, '≈': `\approx `, 'ŷ': `\hat{y}`, 'θ': `\theta `, 'δ': `\delta `, '∂': `\partial `, '∞': `\infty `, '≥': `\ge `, '≠': `\ne `, 'Ŷ': `\hat{Y}`, '′': "'", '%': `\%`,
}

// raised and lowered are the letters above and below the line, as they stand on it.
var (
	raised  = map[rune]string{'²': "2", 'ᵀ': "T", '⁻': "-", 'ˣ': "x", 'ᶻ': "z", 'ⁿ': "n", '¹': "1", '⁽': "(", '⁾': ")", 'ⁱ': "i", '⁰': "0", '³': "3", '⁴': "4", '⁵': "5", '⁶': "6", '⁷': "7", '⁸': "8", '⁹': "9"}
	lowered = map[rune]string{'ᵢ': "i", 'ⱼ': "j", '₀': "0", '₁': "1", '₂': "2"}
)

// atom sets one number, name, sign, space, or whatever parentheses hold, with the indices and exponents that follow it.
func (s *setter) atom() string {
	r := s.peek()
	var base string
	switch {
	case s.rest == "":
		return ""
	case r == '(':
		s.skip("(")
		base = s.parentheses()
	case r == '|':
		s.skip("|")
		base = `\left|` + s.until('|') + `\right|`
		s.skip("|")
	case r == '√':
		s.skip("√")
		base = `\sqrt{` + bare(s.atom()) + "}"
	case r == ' ':
		n := len(s.rest) - len(strings.TrimLeft(s.rest, " "))
		s.rest = s.rest[n:]
		if n > 1 {
			return ` \quad `
		}
		return " "
	case unicode.IsLetter(r) && r < 0x80 || unicode.IsDigit(r):
		word := plainName.FindString(s.rest)
		s.skip(word)
		base = name(word)
		if s.peek() == '(' && unicode.IsLetter(r) { // of a function
			s.skip("(")
			base = strings.TrimSuffix(base, " ") + s.parentheses()
		}
	default:
		s.rest = s.rest[utf8.RuneLen(r):]
		base = string(r)
		if sign, found := signs[r]; found {
			base = sign
		}
	}
	return s.scripts(base)
}

// plainName is a number, or a name with what stands below it: dW2, A_prev, x_ij, W_l, but not the (l−1) of n_(l−1).
var plainName = regexp.MustCompile(`^(?:[0-9]+(?:\.[0-9]+)?|[A-Za-z]+[0-9]*(?:_[A-Za-z0-9]+)?)`)

// layered is a quantity of a layer: its number stands in brackets above it.
var layered = regexp.MustCompile(`^(d?[WbZA])(?:_?([0-9lL]))$`)

var (
	known = map[string]string{"log": `\log `, "exp": `\exp `, "max": `\max `, "tanh": `\tanh `}
	below = regexp.MustCompile(`^([A-Za-z]+)_([A-Za-z0-9]+)$`)

	product  = regexp.MustCompile(`^[a-z]{2}$`)
	belowSum = regexp.MustCompile(`^_[a-z]`)
)

// name sets a name or a number.
func name(word string) string {
	if tex, found := known[word]; found {
		return tex
	}
	if m := layered.FindStringSubmatch(word); m != nil {
		return m[1] + "^{[" + m[2] + "]}"
	}
	if word == "n_l" {
		return "n^{[l]}"
	}
	if m := below.FindStringSubmatch(word); m != nil {
		return name(m[1]) + "_{" + m[2] + "}"
	}
	if word[0] <= '9' || len(word) == 1 || len(word) == 2 && word[0] == 'd' || layered.MatchString(word+"1") {
		return word
	}
	if product.MatchString(word) { // bc
		return word
	}
	if letter := word[:1]; len(word) == 2 && word[1] <= '9' { // L1
		return letter + "_" + word[1:]
	}
	return `\mathrm{` + word + "}"
}

// parentheses sets what stands up to the closing one, and skips that.
func (s *setter) parentheses() string {
	inner := s.until(')')
	s.skip(")")
	return parenthesised(inner)
}

// scripts sets what stands above and below an atom, and what follows in parentheses: the layer of n_(l−1), the row and the column of
// a_(i+1, j).
func (s *setter) scripts(base string) string {
	if below := belowSum.FindString(s.rest); below != "" && base == signs['Σ'] {
		s.skip(below)
		return `\sum_{` + below[1:] + "} "
	}
	if s.skip("_(") {
		index := s.until(')')
		s.skip(")")
		if strings.Contains(index, ",") { // a row and a column: a_(i+p, j+q)
			base += "_{" + index + "}"
		} else {
			base += "^{[" + index + "]}"
		}
	}
	for _, kind := range []struct {
		mark    string
		letters map[rune]string
	}{{"_", lowered}, {"^", raised}} {
		var script string
		for {
			r := s.peek()
			letter, found := kind.letters[r]
			if !found || s.rest == "" {
				break
			}
			script += letter
			s.rest = s.rest[utf8.RuneLen(r):]
		}
		switch {
		case script == "":
		case kind.mark == "^" && strings.HasSuffix(base, "]}"): // W^{[2]} transposed is W^{[2]T}, its square in parentheses
			base = raise(base, script)
		default:
			base += kind.mark + "{" + script + "}"
		}
	}
	return base
}

// raise puts an exponent on a quantity of a layer.
func raise(base, script string) string {
	if script == "T" {
		return strings.TrimSuffix(base, "}") + "T}"
	}
	return "(" + base + ")^{" + script + "}"
}
