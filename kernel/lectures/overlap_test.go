package lectures

import (
	"fmt"
	"html"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/font/liberation"
	"gonum.org/v1/plot/vg"

	"nekonote/nn/words"
	"nekonote/plots/scene"
)

var (
	lettersOf = regexp.MustCompile(`<text([^>]*)>(.*?)</text>`)
	tags      = regexp.MustCompile(`<[^>]*>`)
	faces     = font.NewCache(liberation.Collection())
)

// label is a text of a picture and the room that its letters take.
type label struct {
	said           string
	x0, y0, x1, y1 float64
}

// labels are the texts of a picture. Their widths are those of Liberation Sans, as package plots takes them; a Japanese character is
// as wide as it is high.
func labels(still string) (all []label) {
	for _, found := range lettersOf.FindAllStringSubmatch(still, -1) {
		attribute := func(name, otherwise string) string {
			value := regexp.MustCompile(` ` + name + `="([^"]*)"`).FindStringSubmatch(found[1])
			if value == nil {
				return otherwise
			}
			return value[1]
		}
		at := func(name, otherwise string) float64 {
			v, _ := strconv.ParseFloat(attribute(name, otherwise), 64)
			return v
		}
		said := html.UnescapeString(tags.ReplaceAllString(found[2], ""))
		x, y, size := at("x", ""), at("y", ""), at("font-size", "15")
		wide := width(said, size)
		left := x - wide/2
		switch attribute("text-anchor", "") {
		case "start":
			left = x
		case "end":
			left = x - wide
		}
		all = append(all, label{said, left, y - 0.72*size, left + wide, y + 0.12*size})
	}
	return all
}

func width(said string, size float64) float64 {
	square := 0.0
	narrow := strings.Map(func(r rune) rune {
		if r >= 0x2e80 { // from here on Unicode has the characters of Chinese, Japanese and Korean
			square++
			return -1
		}
		return r
	}, said)
	face := faces.Lookup(font.Font{Typeface: "Liberation", Variant: "Sans"}, vg.Length(size))
	return 1.06*float64(face.Width(narrow)) + square*size
}

// TestNoTextLiesOnAnother looks at the picture of every sentence in every language: its texts stay within it, and apart.
func TestNoTextLiesOnAnother(t *testing.T) {
	told := map[string]bool{}
	for _, s := range course(t) {
		for i := range s.Sentences {
			for _, lang := range words.Langs {
				for _, wrong := range crowded(labels(s.still(i, lang))) {
					if fault := fmt.Sprintf("%s, scene %s, in %s: %s", s.ID, s.Sentences[i].Scene, lang, wrong); !told[fault] {
						told[fault] = true
						t.Errorf("%s:%d: %s", s.Path, s.Sentences[i].Line, fault)
					}
				}
			}
		}
	}
}

// crowded says which texts leave the picture, and which ones lie on another.
func crowded(all []label) (wrong []string) {
	const touch = 1
	for i, a := range all {
		if a.x0 < 0 || a.y0 < 0 || a.x1 > scene.Width || a.y1 > scene.Height {
			wrong = append(wrong, fmt.Sprintf("%q leaves the picture: it goes from %.0f, %.0f to %.0f, %.0f", a.said, a.x0, a.y0, a.x1, a.y1))
		}
		for _, b := range all[:i] {
			if min(a.x1, b.x1)-max(a.x0, b.x0) > touch && min(a.y1, b.y1)-max(a.y0, b.y0) > touch {
				wrong = append(wrong, fmt.Sprintf("%q lies on %q", a.said, b.said))
			}
		}
	}
	return wrong
}

// TestCrowdedTextIsFound draws texts on one another and beyond the picture.
func TestCrowdedTextIsFound(t *testing.T) {
	for said, c := range map[string]struct {
		x, y float64
		n    int
	}{"apart": {200, 60, 0}, "近すぎる": {80, 66, 1}, "beyond the edge": {620, 300, 1}} {
		s := scene.New()
		s.Add("part", scene.Text(scene.Point{X: 60, Y: 60}, "first text", scene.Letters{}), scene.Text(scene.Point{X: c.x, Y: c.y}, said, scene.Letters{}))
		state := s.Blank()
		state[0].On = true
		if wrong := crowded(labels(s.Still(state, words.English))); len(wrong) != c.n {
			t.Errorf("%s: %q", said, wrong)
		}
	}
}
