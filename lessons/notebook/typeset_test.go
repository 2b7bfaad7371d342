package notebook

import (
	"regexp"
	"strings"
	"testing"

	"nekonote/nn/words"
)

func TestTypeset(t *testing.T) {
	for formula, want := range map[string]string{
		"y = 2x":                                                `$$y = 2x$$`,
		"σ(z) = 1 / (1 + e⁻ᶻ)":                                  `$$\sigma (z) = \frac{1}{1 + e^{-z}}$$`,
		"(xⁿ)′ = n · xⁿ⁻¹":                                      `$$(x^{n})' = n \cdot  x^{n-1}$$`,
		"f′(x) ≈ ((x + h)² − x²) / h":                           `$$f'(x) \approx  \frac{(x + h)^{2} - x^{2}}{h}$$`,
		"J = (1/m) Σ L(a, yᵢ)":                                  `$$J = \frac{1}{m} \sum  L(a, y_{i})$$`,
		"dZ1 = W2ᵀ·dZ2 ∗ (1 − A1²)":                             `$$dZ^{[1]} = W^{[2]T}\cdot dZ^{[2]} * \big(1 - (A^{[1]})^{2}\big)$$`,
		"z_ij = Σ_p Σ_q w_pq · a_(i+p, j+q)":                    `$$z_{ij} = \sum_{p}  \sum_{q}  w_{pq} \cdot  a_{i+p, j+q}$$`,
		"W_l = randn(n_l, n_(l−1)) / √n_(l−1), b_l = 0 (n_l×1)": `$$W^{[l]} = \frac{\mathrm{randn}(n^{[l]}, n^{[l-1]})}{\sqrt{n^{[l-1]}}}, b^{[l]} = 0 \quad (n^{[l]}\times 1)$$`,
		"s_ij = e_ij / Σ_k e_ik":                                `$$s_{ij} = \frac{e_{ij}}{\sum_{k} e_{ik}}$$`,
		"v = a + u\nw := w − α dw":                              "$$\\begin{aligned}\nv &= a + u \\\\\nw &:= w - \\alpha  dw\n\\end{aligned}$$",
	} {
		if got, ok := typeset(formula); !ok || got != want {
			t.Errorf("typeset(%q) = %q, %t; want %q", formula, got, ok, want)
		}
	}
	if got, ok := typeset("v[row] = image[row]"); ok {
		t.Errorf("Go is set as %q", got)
	}
}

// TestFormulasAreTypeset: no formula of an exercise keeps a letter that TeX does not know, or an open brace.
func TestFormulasAreTypeset(t *testing.T) {
	set := 0
	for _, lesson := range All {
		for _, e := range lesson.Exercises {
			tex, ok := typeset(e.Info().Formula)
			if e.Info().Formula == "" || !ok {
				continue
			}
			set++
			for _, r := range tex {
				if r >= 0x80 {
					t.Errorf("%s: %c stands in %s", e.Info().ID, r, tex)
				}
			}
			if strings.Count(tex, "{") != strings.Count(tex, "}") || strings.Count(tex, "(") != strings.Count(tex, ")") {
				t.Errorf("%s: what is opened is not closed in %s", e.Info().ID, tex)
			}
		}
	}
	if set < 30 {
		t.Errorf("only %d formulas are typeset", set)
	}
}

// asked finds what a prompt must set as the prose does, between $ or in `: a letter that stands alone, a name of Go such as
// nPrev or A2, and the signs of formulas.
var asked = regexp.MustCompile(`(^|[^A-Za-z'’])([b-zB-HJ-Z]|[a-zA-Z]+[0-9_][A-Za-z0-9_]*|[a-z]+[A-Z][A-Za-z]*|[A-Z]+[a-z]*[A-Z][A-Za-z]*)([^A-Za-z'’-]|$)|[∗·×Σ√²ᵀˣᶻ∂]|\w\[\w`)

// TestPromptsAreTypeset: a task speaks of w and of math.Log as the text around it does, not in plain letters.
func TestPromptsAreTypeset(t *testing.T) {
	read := 0
	for _, lesson := range All {
		for _, e := range lesson.Exercises {
			info := e.Info()
			if info.Question {
				continue
			}
			read++
			for _, lang := range words.Langs {
				if found := asked.FindString(strings.ReplaceAll(shown.ReplaceAllString(info.Prompt.In(lang), "◇"), "ReLU", "")); found != "" {
					t.Errorf("%s in %s: %q stands in plain letters in: %s", info.ID, lang, found, info.Prompt.In(lang))
				}
			}
		}
	}
	if read < 40 {
		t.Errorf("only %d prompts were read", read)
	}
}
