package typeset

import (
	"strings"
	"testing"
)

func TestTypeset(t *testing.T) {
	for formula, want := range map[string]string{
		"y = 2x":                                                `y = 2x`,
		"σ(z) = 1 / (1 + e⁻ᶻ)":                                  `\sigma (z) = \frac{1}{1 + e^{-z}}`,
		"(xⁿ)′ = n · xⁿ⁻¹":                                      `(x^{n})' = n \cdot  x^{n-1}`,
		"f′(x) ≈ ((x + h)² − x²) / h":                           `f'(x) \approx  \frac{(x + h)^{2} - x^{2}}{h}`,
		"J = (1/m) Σ L(a, yᵢ)":                                  `J = \frac{1}{m} \sum  L(a, y_{i})`,
		"dZ1 = W2ᵀ·dZ2 ∗ (1 − A1²)":                             `dZ^{[1]} = W^{[2]T}\cdot dZ^{[2]} * \big(1 - (A^{[1]})^{2}\big)`,
		"z_ij = Σ_p Σ_q w_pq · a_(i+p, j+q)":                    `z_{ij} = \sum_{p}  \sum_{q}  w_{pq} \cdot  a_{i+p, j+q}`,
		"W_l = randn(n_l, n_(l−1)) / √n_(l−1), b_l = 0 (n_l×1)": `W^{[l]} = \frac{\mathrm{randn}(n^{[l]}, n^{[l-1]})}{\sqrt{n^{[l-1]}}}, b^{[l]} = 0 \quad (n^{[l]}\times 1)`,
		"s_ij = e_ij / Σ_k e_ik":                                `s_{ij} = \frac{e_{ij}}{\sum_{k} e_{ik}}`,
		"v = a + u\nw := w − α dw":                              "\\begin{aligned}\nv &= a + u \\\\\nw &:= w - \\alpha  dw\n\\end{aligned}",
	} {
		if got, ok := Display(formula); !ok || got != want {
			t.Errorf("Display(%q) = %q, %t; want %q", formula, got, ok, want)
		}
	}
	if got, ok := Display("v[row] = image[row]"); ok {
		t.Errorf("Go is set as %q", got)
	}
}

// TestATextInItsPlaces: the same text for a terminal, a notebook and a page.
func TestATextInItsPlaces(t *testing.T) {
	said := "The error is $A2 − Y$, not `Y.Sub(A)`; 1 < 2 costs $5."
	if got, want := Plain(said), "The error is A2 − Y, not `Y.Sub(A)`; 1 < 2 costs $5."; got != want {
		t.Errorf("plain: %s", got)
	}
	if got, want := Markdown(said), "The error is $A^{[2]} - Y$, not `Y.Sub(A)`; 1 < 2 costs $5."; got != want {
		t.Errorf("Markdown: %s", got)
	}
	got := HTML(said)
	for _, want := range []string{"The error is <math", "<msup><mi>A</mi>", "</math>, not <code", ">Y.Sub(A)</code>; 1 &lt; 2 costs $5."} {
		if !strings.Contains(got, want) {
			t.Errorf("HTML lacks %s: %s", want, got)
		}
	}
}

// TestWhatCannotBeSetStays: whatever stands between the signs, nothing breaks, and no tag gets through.
func TestWhatCannotBeSetStays(t *testing.T) {
	for _, said := range []string{"$/$", "$((($", "$)$", "$_($", "$√$", "$x[0]$", "$<b>$", "$%$", "$&$", `$\frac{$`, "$|$", "$^$", "$猫$", "$a/$", "$ $"} {
		if got := HTML(said); strings.Contains(got, "<b>") || got == "" {
			t.Errorf("%s became %q", said, got)
		}
		Markdown(said)
	}
}

// TestSignsAndNames: a minus that is a sign stands close to its number, and a name has room around it.
func TestSignsAndNames(t *testing.T) {
	for formula, want := range map[string]string{
		"z = −4":  `<mo>=</mo><mo form="prefix">−</mo><mn>4</mn>`,
		"a − y":   `<mo>−</mo><mi>y</mi>`,
		"2 log a": `rspace="0.16667em"`,
	} {
		if got := Formula(formula, false); !strings.Contains(got, want) {
			t.Errorf("%s: %s", formula, got)
		}
	}
}
