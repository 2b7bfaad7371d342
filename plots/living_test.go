package plots

import (
	"encoding/json"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"nekonote/nn"
	"nekonote/nn/words"
)

var (
	livingScript  = regexp.MustCompile(`data-living="([^"]*)"`)
	livingNumbers = regexp.MustCompile(`data-numbers="([^"]*)"`)
	livingHandler = regexp.MustCompile(`onload="([^"]*)"`)
	saidInScript  = regexp.MustCompile(`\bsay\.(\w+)`)
)

// TestLivingFiguresStandAlone: each has all that it needs in itself, in both languages, and is small; its script is one, says no word
// that the figure does not know, and leaves none unsaid.
func TestLivingFiguresStandAlone(t *testing.T) {
	seen := map[string]bool{}
	for _, lang := range words.Langs {
		t.Setenv(words.Variable, string(lang))
		for _, s := range specimens {
			f := s.make()
			if f.wakes == "" {
				continue
			}
			page := f.html()
			if len(page) > 300_000 {
				t.Errorf("%s has %d bytes", s.name, len(page))
			}
			if strings.Contains(page, "<script") || strings.Contains(page, "<button") || strings.Contains(page, "<input") {
				t.Errorf("%s asks a question, or has knobs, where no script runs", s.name)
			}
			if !strings.Contains(f.words(), "=") && !strings.Contains(f.words(), "×") {
				t.Errorf("%s does not say its state: %s", s.name, f.words())
			}
			name := livingScript.FindStringSubmatch(page)[1]
			seen[name] = true
			if _, err := goja.Compile(name, html.UnescapeString(livingHandler.FindStringSubmatch(page)[1]), false); err != nil {
				t.Errorf("%s: %v", s.name, err)
			}
			var told struct{ Say map[string]string }
			if err := json.Unmarshal([]byte(html.UnescapeString(livingNumbers.FindStringSubmatch(page)[1])), &told); err != nil {
				t.Fatal(err)
			}
			said := map[string]bool{}
			for _, found := range saidInScript.FindAllStringSubmatch(script(name), -1) {
				said[found[1]] = true
				if told.Say[found[1]] == "" {
					t.Errorf("%s says %q, which has no words", name, found[1])
				}
			}
			for word := range told.Say {
				if !said[word] {
					t.Errorf("%s never says %q", name, word)
				}
			}
		}
	}
	for _, name := range []string{"neuron", "hidden", "matrices", "why", "covered", "passes", "folding"} {
		if !seen[name] {
			t.Errorf("no figure has the script %q", name)
		}
	}
}

// TestTheRunnerIsSmall: what all living figures share is read in some minutes.
func TestTheRunnerIsSmall(t *testing.T) {
	whole, err := scripts.ReadFile("living/network.js")
	if lines := strings.Count(string(whole), "\n"); err != nil || lines > 300 {
		t.Errorf("the runner has %d lines: %v", lines, err)
	}
}

// TestLivingFiguresOfOddNumbers: they are drawn, or refused in words.
func TestLivingFiguresOfOddNumbers(t *testing.T) {
	X, Y := rings(8)
	for name, v := range oddities {
		four := []float64{v[0], v[1%len(v)], v[2%len(v)], v[3%len(v)]}
		finite := !slices.ContainsFunc(four, func(x float64) bool { return !finite(x) })
		for what, figure := range map[string]func() figure{
			"Neuron, X":   func() figure { return neuron(0, 0, four, []float64{0, 1, 0, 1}, options{}) },
			"Neuron, w":   func() figure { return neuron(v[0], v[len(v)-1], []float64{1, 2}, []float64{0, 1}, options{}) },
			"HiddenLayer": func() figure { n := hiddenNet; n.W1 = odd(3, 2, v); return livingLayer(n, X, Y, options{}) },
			"ForwardBackward": func() figure {
				return forwardBackward([]nn.Layer{{W: odd(1, 2, v), B: nn.Zeros(1, 1), G: nn.Sigmoid}}, nn.ConcatRows(nn.Row(four...), nn.Row(four...)), nn.Row(0, 1, 0, 1), options{})
			},
			"Folding": func() figure {
				layers := ringNet()
				layers[0].W = odd(6, 2, v)
				return folding(layers, X, Y, options{})
			},
			"MatrixProduct": func() figure { return matrices("Dot", odd(2, 2, v), odd(2, 2, v), options{}) },
			"WhyCat":        func() figure { return whyCat(odd(12, 1, v), 0, nn.Zeros(12, 1).AddScalar(0.5), options{}) },
		} {
			t.Run(name+" "+what, func(t *testing.T) {
				defer func() {
					said := recover()
					if text, is := said.(string); said != nil && (!is || !strings.HasPrefix(text, "plots: ") || finite && what != "Neuron, w") {
						t.Errorf("panics with %v", said)
					}
				}()
				if page := figure().html(); regexp.MustCompile(` (d|x|y|width|height)="[^"]*NaN`).MatchString(page) && finite {
					t.Errorf("a NaN is drawn")
				}
			})
		}
	}
}
