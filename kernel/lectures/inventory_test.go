package lectures

import (
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"hash/crc32"
	"image/png"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nekonote/nn/words"
	"nekonote/plots/scene"
)

// noisy are parts whose numbers are others on another kind of processor: they show rounding errors, or what thousands of steps made of
// them. Of these only what they are drawn with is compared.
var noisy = map[string]bool{
	"week4/check size one": true, "week4/check size two": true, "week4/check compare right1": true, "week4/check compare wrong1": true,
	"week3/units new map@2": true, "week3/units new map@4": true, "week3/units curve test": true, "week3/units curve numbers": true,
}

// inventory writes down what the pictures of a lecture hold: for each one that is worth a look the parts that are seen, and what a
// part is made of where it is seen for the first time.
func (s *staged) inventory() string {
	var b strings.Builder
	known := map[string]bool{}
	for i, sentence := range s.Sentences {
		if sentence.First {
			fmt.Fprintf(&b, "\n== %s\n", sentence.Scene)
			clear(known)
		}
		if !s.whole(i) {
			continue
		}
		drawn := s.scenes[s.of[i]]
		var seen []string
		var made strings.Builder
		for k, look := range s.states[i] {
			if !look.On {
				continue
			}
			name := drawn.Parts[k].Name
			if look.Frame > 0 {
				name += fmt.Sprintf("@%d", look.Frame)
			}
			if !known[name] {
				known[name] = true
				holds := alone(drawn, k, look.Frame)
				if noisy[s.ID+" "+sentence.Scene+" "+name] {
					holds = number.ReplaceAllString(holds, "0")
				}
				made.WriteString(name + "\n" + holds)
			}
			if look.Marked {
				name += "*"
			}
			seen = append(seen, name)
		}
		fmt.Fprintf(&b, "-- sentence %d: %s\n%s", i+1, strings.Join(seen, " "), made.String())
	}
	return b.String()
}

// alone is what one part is made of, once where it is the same in all languages.
func alone(drawn *scene.Scene, part, frame int) string {
	state := drawn.Blank()
	state[part] = scene.Look{On: true, Frame: frame}
	var all []string
	for _, lang := range words.Langs {
		all = append(all, contents(drawn.Still(state, lang), drawn.Parts[part].Term))
	}
	if len(slices.Compact(slices.Clone(all))) == 1 {
		return all[0]
	}
	var b strings.Builder
	for i, lang := range words.Langs {
		fmt.Fprintf(&b, " in %s\n%s", lang, all[i])
	}
	return b.String()
}

var (
	shown  = regexp.MustCompile(`(left:[^;]*;top:[^;]*);[^>]*?(font-size:[^;]*)[^>]*>(?:<span style="[^"]*hidden[^"]*">.*?</span>)*<span style="([^"]*)">(<math>.*?</math>)`)
	number = regexp.MustCompile(`-?\d+(?:\.\d+)?`)
)

// contents lists the things that a picture is drawn of, one a line. A term of a formula is its place, its letters, and a checksum of
// what sets them.
func contents(still string, term bool) string {
	if term {
		for _, found := range shown.FindAllStringSubmatch(still, -1) {
			if !strings.Contains(found[3], "hidden") {
				return fmt.Sprintf("  %s %s %s: %s %08x\n", found[1], found[2], found[3], tags.ReplaceAllString(found[4], ""), crc32.ChecksumIEEE([]byte(found[4])))
			}
		}
	}
	var lines, kinds []string
	var values [][]float64
	for _, e := range elements(still) {
		kinds = append(kinds, e.kind)
		values = append(values, e.values)
		lines = append(lines, e.said)
	}
	var b strings.Builder
	for i := 0; i < len(kinds); {
		n := i
		for n < len(kinds) && kinds[n] == kinds[i] && lines[n] == lines[i] && len(values[n]) == len(values[i]) {
			n++
		}
		fmt.Fprintf(&b, "  %s%s%s\n", kinds[i], spread(values[i:n]), lines[i])
		i = n
	}
	return b.String()
}

// spread writes the numbers of things that are alike: of one thing they themselves, of more their means and how far they scatter.
func spread(values [][]float64) string {
	var b strings.Builder
	if len(values) > 1 {
		fmt.Fprintf(&b, " ×%d", len(values))
	}
	for k := range values[0] {
		sum, squares := 0.0, 0.0
		for _, v := range values {
			sum += v[k]
			squares += v[k] * v[k]
		}
		mean := sum / float64(len(values))
		fmt.Fprintf(&b, " %.1f", mean)
		if len(values) > 1 {
			fmt.Fprintf(&b, "±%.1f", math.Sqrt(max(0, squares/float64(len(values))-mean*mean)))
		}
	}
	return b.String()
}

// element is one thing that is drawn: its kind and style, numbers that tell its place, and for text the letters.
type element struct {
	kind   string
	values []float64
	said   string
}

// elements reads what a picture is drawn of.
func elements(still string) (all []element) {
	d := xml.NewDecoder(strings.NewReader(still))
	d.Strict = false
	var text *element
	for {
		token, err := d.Token()
		if err == io.EOF {
			return all
		}
		if err != nil {
			panic(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if slices.Contains([]string{"path", "circle", "rect", "image", "text"}, t.Name.Local) {
				all = append(all, read(t))
				if t.Name.Local == "text" {
					text = &all[len(all)-1]
					text.said = ": "
				}
			}
		case xml.CharData:
			if text != nil {
				text.said += string(t)
			}
		case xml.EndElement:
			if t.Name.Local == "text" {
				text = nil
			}
		}
	}
}

// read takes the numbers out of an element's attributes; what is left is its style.
func read(t xml.StartElement) element {
	e := element{kind: t.Name.Local}
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "d":
			e.values = append(e.values, outline(a.Value)...)
		case "href":
			e.values = append(e.values, shades(a.Value)...)
		case "x", "y", "cx", "cy", "r", "rx", "width", "height", "stroke-width":
			v, _ := strconv.ParseFloat(a.Value, 64)
			e.values = append(e.values, v)
		case "stroke", "fill", "font-size", "text-anchor", "font-weight", "font-style", "stroke-dasharray", "stroke-opacity", "fill-opacity":
			e.kind += " " + a.Value
		}
	}
	return e
}

// outline is where a path begins and ends, how many points it has, how long it is, and the box around it.
func outline(d string) []float64 {
	var xy []float64
	for _, found := range number.FindAllString(d, -1) {
		v, _ := strconv.ParseFloat(found, 64)
		xy = append(xy, v)
	}
	long, x0, y0, x1, y1 := 0.0, xy[0], xy[1], xy[0], xy[1]
	for i := 2; i+1 < len(xy); i += 2 {
		long += math.Hypot(xy[i]-xy[i-2], xy[i+1]-xy[i-1])
		x0, y0, x1, y1 = min(x0, xy[i]), min(y0, xy[i+1]), max(x1, xy[i]), max(y1, xy[i+1])
	}
	return []float64{xy[0], xy[1], xy[len(xy)-2], xy[len(xy)-1], float64(len(xy) / 2), long, x0, y0, x1, y1}
}

// shades are the size of an image, and the mean colours of its quarters.
func shades(href string) []float64 {
	img, err := png.Decode(base64.NewDecoder(base64.StdEncoding, strings.NewReader(href[strings.Index(href, ",")+1:])))
	if err != nil {
		panic(err)
	}
	size := img.Bounds().Size()
	all := []float64{float64(size.X), float64(size.Y)}
	sums := make([]float64, 16)
	for y := range size.Y {
		for x := range size.X {
			r, g, b, a := img.At(x, y).RGBA()
			quarter := 4 * (2*(2*y/size.Y) + 2*x/size.X)
			for k, v := range []uint32{r, g, b, a} {
				sums[quarter+k] += float64(v>>8) * 4 / float64(size.X*size.Y)
			}
		}
	}
	return append(all, sums...)
}

// compared says where two inventories differ; places may do so by a point and a half, and the mean shades of an image, which may be what
// a network has learned in thousands of steps, by a twentieth.
func compared(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) {
			return fmt.Sprintf("there are %d lines, not %d", len(g), len(w))
		}
		place, said, _ := strings.Cut(g[i], ": ")
		wantPlace, wantSaid, _ := strings.Cut(w[i], ": ")
		same := said == wantSaid && number.ReplaceAllString(place, "0") == number.ReplaceAllString(wantPlace, "0")
		trace := 1.5
		if strings.HasPrefix(place, "  image") {
			trace = 12
		}
		a, b := number.FindAllString(place, -1), number.FindAllString(wantPlace, -1)
		for k := 0; same && k < len(a); k++ {
			x, _ := strconv.ParseFloat(a[k], 64)
			y, _ := strconv.ParseFloat(b[k], 64)
			same = math.Abs(x-y) <= trace
		}
		if !same {
			return fmt.Sprintf("line %d:\n%s\nnot\n%s", i+1, g[i], w[i])
		}
	}
	return ""
}

// TestInventoriesTellPicturesApart compares inventories of pictures that differ a little, and by more than that.
func TestInventoriesTellPicturesApart(t *testing.T) {
	drawn := func(x float64, said string, colour scene.Colour) string {
		s := scene.New()
		s.Add("part", scene.Line(scene.Pen{}, scene.Point{X: x, Y: 2}, scene.Point{X: 40, Y: 5}), scene.Text(scene.Point{X: 9, Y: 9}, said, scene.Letters{Colour: colour}))
		return alone(s, 0, 0)
	}
	first := drawn(10, "z = 1.25", scene.Blue)
	if different := compared(drawn(10.4, "z = 1.25", scene.Blue), first); different != "" {
		t.Errorf("a trace makes a difference: %s", different)
	}
	for _, other := range []string{drawn(14, "z = 1.25", scene.Blue), drawn(10, "z = 1.26", scene.Blue), drawn(10, "z = 1.25", scene.Green)} {
		if compared(other, first) == "" {
			t.Errorf("these are taken for the same:\n%s%s", first, other)
		}
	}
}
