package plots

import (
	"encoding/base64"
	"flag"
	"fmt"
	"hash/crc32"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	gonum "gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"

	"nekonote/nn/words"
)

// Run `go test ./plots -update` after a figure has changed on purpose, and look at testdata/golden.
var update = flag.Bool("update", false, "write the golden pictures and words anew")

// TestFiguresSayWhatTheyDid compares what every figure holds with what it held when it was looked at: its words, those of
// its frames, and the pixels of its pictures. These are the same on every processor, exactly.
func TestFiguresSayWhatTheyDid(t *testing.T) {
	t.Setenv(words.Variable, string(words.English))
	for _, s := range specimens {
		t.Run(s.name, func(t *testing.T) {
			file := filepath.Join("testdata", "golden", s.name+".txt")
			got := data(t, s.make())
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want, err := os.ReadFile(file); err != nil || got != string(want) {
				t.Errorf("the figure holds\n%s\nwant, from %s (%v),\n%s", got, file, err, want)
			}
		})
	}
}

// data writes down what a figure holds, a picture as its size and the checksum of its pixels.
func data(t *testing.T, f figure) string {
	t.Helper()
	lines := append([]string{f.words()}, f.frames...)
	for _, p := range pictures(t, f.html()) {
		size := p.Bounds().Size()
		rgba := image.NewRGBA(image.Rectangle{Max: size})
		draw.Draw(rgba, rgba.Bounds(), p, p.Bounds().Min, draw.Src)
		lines = append(lines, fmt.Sprintf("picture %d×%d %08x", size.X, size.Y, crc32.ChecksumIEEE(rgba.Pix)))
	}
	return strings.Join(lines, "\n") + "\n"
}

// pictures reads the pictures that stand in a page.
func pictures(t *testing.T, html string) []image.Image {
	t.Helper()
	var list []image.Image
	for _, found := range regexp.MustCompile(`data:image/png;base64,([^"]*)`).FindAllStringSubmatch(html, -1) {
		img, err := png.Decode(base64.NewDecoder(base64.StdEncoding, strings.NewReader(found[1])))
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, img)
	}
	return list
}

// TestFiguresLookAsTheyDid draws every figure with gonum's own rasteriser and compares it with the picture that was looked
// at. Letters and lines may differ by a trace between processors.
func TestFiguresLookAsTheyDid(t *testing.T) {
	t.Setenv(words.Variable, string(words.English))
	for _, s := range specimens {
		t.Run(s.name, func(t *testing.T) {
			file := filepath.Join("testdata", "golden", s.name+".png")
			got := raster(t, s.make())
			if *update {
				writePNG(t, file, got)
			}
			want := readPNG(t, file)
			if off := difference(got, want); off > 0.002 {
				broken := filepath.Join("..", "artifacts", "plots", s.name+"-now.png")
				writePNG(t, broken, got)
				t.Errorf("the figure differs from %s in %.2f %% of its pixels; see %s", file, 100*off, broken)
			}
		})
	}
}

// raster draws all that a figure shows into one picture, each part below the other.
func raster(t *testing.T, f figure) *image.RGBA {
	t.Helper()
	var parts []image.Image
	for _, p := range f.panels {
		c := vgimg.NewWith(vgimg.UseWH(vg.Length(p.width), vg.Length(p.height)), vgimg.UseDPI(54))
		whole := gonum.NewCanvas(c, vg.Length(p.width), vg.Length(p.height))
		p.draw(whole)
		if p.frame != nil && len(f.frames) > 0 {
			p.frame(whole, f.seen())
		}
		if p.over != nil {
			p.over(whole)
		}
		parts = append(parts, c.Image())
	}
	parts = append(parts, pictures(t, f.body)...)
	size := image.Point{}
	for _, p := range parts {
		size.X = max(size.X, p.Bounds().Dx())
		size.Y += p.Bounds().Dy()
	}
	all := image.NewRGBA(image.Rectangle{Max: size})
	y := 0
	for _, p := range parts {
		draw.Draw(all, image.Rect(0, y, size.X, y+p.Bounds().Dy()), p, p.Bounds().Min, draw.Src)
		y += p.Bounds().Dy()
	}
	return all
}

// difference is the part of the pixels, 0 to 1, that are in one picture and not in the other, there or beside: processors
// round an edge to this pixel or to the next.
func difference(a, b *image.RGBA) float64 {
	if a.Bounds() != b.Bounds() {
		return 1
	}
	off, size := 0, a.Bounds().Size()
	for y := range size.Y {
		for x := range size.X {
			if !found(a, b, x, y) || !found(b, a, x, y) {
				off++
			}
		}
	}
	return float64(off) / float64(max(size.X*size.Y, 1))
}

// found reports whether b has pixel (x, y) of a, or one that an eye takes for it, there or beside.
func found(a, b *image.RGBA, x, y int) bool {
	p := a.RGBAAt(x, y)
	for v := max(0, y-1); v <= y+1; v++ {
		for u := max(0, x-1); u <= x+1; u++ {
			if q := b.RGBAAt(u, v); near(p.R, q.R) && near(p.G, q.G) && near(p.B, q.B) && near(p.A, q.A) {
				return true
			}
		}
	}
	return false
}

func near(a, b uint8) bool { return max(a, b)-min(a, b) <= 24 }

func writePNG(t *testing.T, file string, img image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = out.Close() }()
	if err := png.Encode(out, img); err != nil {
		t.Fatal(err)
	}
}

func readPNG(t *testing.T, file string) *image.RGBA {
	t.Helper()
	in, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = in.Close() }()
	img, err := png.Decode(in)
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewRGBA(img.Bounds())
	draw.Draw(out, out.Bounds(), img, image.Point{}, draw.Src)
	return out
}
