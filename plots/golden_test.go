package plots

import (
	"encoding/base64"
	"flag"
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
var update = flag.Bool("update", false, "write the golden pictures anew")

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
	for _, found := range regexp.MustCompile(`data:image/png;base64,([^"]*)`).FindAllStringSubmatch(f.body, -1) {
		img, err := png.Decode(base64.NewDecoder(base64.StdEncoding, strings.NewReader(found[1])))
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, img)
	}
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

// difference is the part of the pixels, 0 to 1, that differ by more than an eye would let pass.
func difference(a, b *image.RGBA) float64 {
	if a.Bounds() != b.Bounds() {
		return 1
	}
	off := 0
	for i := 0; i < len(a.Pix); i += 4 {
		for k := range 4 {
			if d := int(a.Pix[i+k]) - int(b.Pix[i+k]); d > 24 || d < -24 {
				off++
				break
			}
		}
	}
	return 4 * float64(off) / float64(max(len(a.Pix), 4))
}

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
