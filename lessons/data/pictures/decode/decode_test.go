package decode

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/image/bmp"

	"nekonote/lessons/data/pictures"
	"nekonote/lessons/data/pixels"
	"nekonote/nn/words"
)

// halves is a picture of 120 columns and 80 rows whose left half is red, its right half blue.
func halves() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 120, 80))
	for y := range 80 {
		for x := range 120 {
			img.SetRGBA(x, y, color.RGBA{R: 250, A: 255})
			if x >= 60 {
				img.SetRGBA(x, y, color.RGBA{B: 250, A: 255})
			}
		}
	}
	return img
}

// encodings returns the picture in each kind that can be written here.
func encodings(t testing.TB, img image.Image) map[kind][]byte {
	t.Helper()
	out := map[kind][]byte{}
	write := func(k kind, encode func(*bytes.Buffer) error) {
		var b bytes.Buffer
		if err := encode(&b); err != nil {
			t.Fatal(err)
		}
		out[k] = b.Bytes()
	}
	write(pngKind, func(b *bytes.Buffer) error { return png.Encode(b, img) })
	write(jpegKind, func(b *bytes.Buffer) error { return jpeg.Encode(b, img, &jpeg.Options{Quality: 95}) })
	write(gifKind, func(b *bytes.Buffer) error { return gif.Encode(b, img, nil) })
	write(bmpKind, func(b *bytes.Buffer) error { return bmp.Encode(b, img) })
	return out
}

func open(t testing.TB, data []byte) pictures.Answer {
	t.Helper()
	path := filepath.Join(t.TempDir(), "my picture.jpg") // the name says nothing
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return File(path)
}

func seen(t testing.TB, answer pictures.Answer) pixels.Picture {
	t.Helper()
	if answer.Problem != nil {
		t.Fatalf("problem: %s", answer.Problem)
	}
	if len(answer.Seen) != pixels.Size {
		t.Fatalf("%d numbers; want %d", len(answer.Seen), pixels.Size)
	}
	p := pixels.New(64, 64)
	for i, v := range answer.Seen {
		p[i/192][i/3%64][i%3] = v
	}
	return p
}

func near(pixel [3]uint8, r, g, b int) bool {
	for i, want := range []int{r, g, b} {
		if d := int(pixel[i]) - want; d > 12 || d < -12 {
			return false
		}
	}
	return true
}

func TestEveryKindIsOpened(t *testing.T) {
	for k, data := range encodings(t, halves()) {
		answer := open(t, data)
		p := seen(t, answer)
		if !near(p[32][10], 250, 0, 0) || !near(p[32][50], 0, 0, 250) {
			t.Errorf("%s: left %v, right %v; want red and blue", k, p[32][10], p[32][50])
		}
		if answer.Kind != string(k) || answer.Rows != 80 || answer.Columns != 120 {
			t.Errorf("%s: answer says %s, %d×%d", k, answer.Kind, answer.Rows, answer.Columns)
		}
		shown, err := jpeg.DecodeConfig(bytes.NewReader(answer.Shown))
		if err != nil || shown.Width != 120 || shown.Height != 80 {
			t.Errorf("%s: shown is %d×%d (%v); want it as it is", k, shown.Height, shown.Width, err)
		}
	}
}

func TestTheMiddleIsSeenAndAllIsShown(t *testing.T) {
	wide := image.NewRGBA(image.Rect(0, 0, 1000, 200)) // white at the ends, black in the middle square
	for y := range 200 {
		for x := range 1000 {
			wide.SetRGBA(x, y, color.RGBA{255, 255, 255, 255})
			if x >= 400 && x < 600 {
				wide.SetRGBA(x, y, color.RGBA{A: 255})
			}
		}
	}
	answer := open(t, encodings(t, wide)[pngKind])
	p := seen(t, answer)
	for _, at := range [][2]int{{0, 0}, {63, 63}, {32, 32}} {
		if !near(p[at[0]][at[1]], 0, 0, 0) {
			t.Errorf("pixel %v = %v; want black: only the middle is seen", at, p[at[0]][at[1]])
		}
	}
	if shown, _ := jpeg.DecodeConfig(bytes.NewReader(answer.Shown)); shown.Width != 480 || shown.Height != 96 {
		t.Errorf("shown is %d×%d; want 96×480", shown.Height, shown.Width)
	}
}

// withEXIF puts an orientation into a JPEG, as a phone does.
func withEXIF(data []byte, order binary.AppendByteOrder, orientation uint16) []byte {
	tiff := []byte("II*\x00")
	if order == binary.AppendByteOrder(binary.BigEndian) {
		tiff = []byte("MM\x00*")
	}
	tiff = order.AppendUint32(tiff, 8)
	tiff = order.AppendUint16(tiff, 2)
	tiff = append(order.AppendUint32(order.AppendUint16(order.AppendUint16(tiff, 0x0100), 3), 1), 0, 0, 0, 0) // another tag before it
	tiff = order.AppendUint32(order.AppendUint16(order.AppendUint16(tiff, 0x0112), 3), 1)
	tiff = append(order.AppendUint16(tiff, orientation), 0, 0)
	tiff = order.AppendUint32(tiff, 0)
	exif := append([]byte("Exif\x00\x00"), tiff...)
	out := append([]byte{}, data[:2]...)
	out = append(out, 0xff, 0xe1)
	out = binary.BigEndian.AppendUint16(out, uint16(len(exif)+2))
	return append(append(out, exif...), data[2:]...)
}

// TestOrientation follows the standard's own words: where the stored row 0 and the stored column 0 are to be seen.
func TestOrientation(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 128, 128)) // stored: red at row 0, column 0; green at row 0, last column
	for y := range 128 {
		for x := range 128 {
			img.SetRGBA(x, y, color.RGBA{A: 255})
			if y < 64 && x < 64 {
				img.SetRGBA(x, y, color.RGBA{R: 255, A: 255})
			}
			if y < 64 && x >= 64 {
				img.SetRGBA(x, y, color.RGBA{G: 255, A: 255})
			}
		}
	}
	data := encodings(t, img)[jpegKind]
	opposite := map[string]string{"top": "bottom", "bottom": "top", "left": "right", "right": "left"}
	place := func(a, b string) (row, column int) {
		for _, side := range []string{a, b} {
			switch side {
			case "bottom":
				row = 48
			case "top":
				row = 16
			case "right":
				column = 48
			case "left":
				column = 16
			}
		}
		return row, column
	}
	for i, sides := range [][2]string{
		{"top", "left"}, {"top", "right"}, {"bottom", "right"}, {"bottom", "left"},
		{"left", "top"}, {"right", "top"}, {"right", "bottom"}, {"left", "bottom"},
	} {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			p := seen(t, open(t, withEXIF(data, order, uint16(i+1))))
			row, column := place(sides[0], sides[1])
			if !near(p[row][column], 255, 0, 0) {
				t.Errorf("orientation %d: row 0, column 0 is not seen at the %s %s", i+1, sides[0], sides[1])
			}
			row, column = place(sides[0], opposite[sides[1]])
			if !near(p[row][column], 0, 255, 0) {
				t.Errorf("orientation %d: the end of row 0 is not seen at the %s %s", i+1, sides[0], opposite[sides[1]])
			}
		}
	}
}

func TestALyingPhotographIsMeasuredUpright(t *testing.T) {
	answer := open(t, withEXIF(encodings(t, halves())[jpegKind], binary.BigEndian, 6))
	shown, err := jpeg.DecodeConfig(bytes.NewReader(answer.Shown))
	if err != nil || answer.Rows != 120 || answer.Columns != 80 || shown.Height != 120 || shown.Width != 80 {
		t.Errorf("%d×%d, shown as %d×%d (%v); want 120×80", answer.Rows, answer.Columns, shown.Height, shown.Width, err)
	}
}

// module returns the folder of a module, whose own test pictures serve here too: nothing can write HEIC or WebP in Go.
func module(t testing.TB, path string) string {
	t.Helper()
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", path).Output()
	if err != nil || len(bytes.TrimSpace(folder)) == 0 {
		t.Skipf("the folder of %s is not known (%v)", path, err)
	}
	return string(bytes.TrimSpace(folder))
}

func TestHEICAndWebP(t *testing.T) {
	for _, test := range []struct {
		path string
		kind kind
	}{
		{filepath.Join(module(t, "github.com/gen2brain/heic"), "testdata", "test8.heic"), heicKind},
		{filepath.Join(module(t, "golang.org/x/image"), "testdata", "blue-purple-pink.lossy.webp"), webpKind},
		{filepath.Join(module(t, "golang.org/x/image"), "testdata", "gopher-doc.8bpp.lossless.webp"), webpKind},
	} {
		if _, err := os.Stat(test.path); err != nil {
			t.Skip(err)
		}
		answer := File(test.path)
		p := seen(t, answer)
		if answer.Kind != string(test.kind) {
			t.Errorf("%s is a %s", test.path, answer.Kind)
		}
		values := map[[3]uint8]bool{}
		for _, row := range p {
			for _, pixel := range row {
				values[pixel] = true
			}
		}
		if len(values) < 20 {
			t.Errorf("%s: only %d colours", test.path, len(values))
		}
	}
}

// pngOf returns a PNG that claims a size and has hardly any pixels.
func pngOf(columns, rows uint32) []byte {
	out := []byte("\x89PNG\r\n\x1a\n")
	chunk := func(name string, data []byte) {
		out = binary.BigEndian.AppendUint32(out, uint32(len(data)))
		body := append([]byte(name), data...)
		out = binary.BigEndian.AppendUint32(append(out, body...), crc32.ChecksumIEEE(body))
	}
	header := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, columns), rows)
	chunk("IHDR", append(header, 8, 2, 0, 0, 0))
	chunk("IDAT", []byte{0x78, 0x9c, 0x01, 0, 0})
	return out
}

func TestHugePicturesTakeNoMemory(t *testing.T) {
	gif := append([]byte("GIF89a"), 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0x2c, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0, 2)
	heic := append([]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic\x00\x00\x00\x14ispe\x00\x00\x00\x00"), 0, 1, 0, 0, 0, 1, 0, 0)
	for name, data := range map[string][]byte{
		"30,000×30,000 PNG": pngOf(30_000, 30_000),
		"2³¹ wide PNG":      pngOf(1<<31-1, 1<<20),
		"a line of a PNG":   pngOf(100_000_000, 1),
		"a column of a PNG": pngOf(1, 100_000_000),
		"65535×65535 GIF":   gif,
		"65536×65536 HEIC":  heic,
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		answer := open(t, data)
		runtime.ReadMemStats(&after)
		if answer.Problem == nil {
			t.Errorf("%s: no problem", name)
			continue
		}
		if strings.Contains(name, "30,000") && !strings.Contains(answer.Problem.In(words.English), "30000×30000 pixels") {
			t.Errorf("%s: the problem does not say the size: %s", name, answer.Problem.In(words.English))
		}
		if took := after.TotalAlloc - before.TotalAlloc; took > 30<<20 {
			t.Errorf("%s: took %d MB", name, took>>20)
		}
	}
}

func TestBrokenFilesSaySo(t *testing.T) {
	for k, whole := range encodings(t, halves()) {
		for n := 0; n < len(whole)*3/4; n += 1 + len(whole)/40 {
			answer := open(t, whole[:n])
			if answer.Problem == nil {
				t.Errorf("%s cut at %d of %d: no problem", k, n, len(whole))
				continue
			}
			if answer.Problem.Empty() || !strings.Contains(answer.Problem.In(words.Japanese), "my picture.jpg") {
				t.Errorf("%s cut at %d: the problem does not name the file in both languages: %s", k, n, answer.Problem)
			}
		}
	}
}

// innards is what no learner should read about a file of hers.
var innards = []string{"runtime error", "wasm", "goroutine", "0x", "\n"}

func TestForeignFilesAreNamed(t *testing.T) {
	for data, want := range map[string]string{
		"":                           "empty",
		"<!DOCTYPE html><html>":      "web page",
		"%PDF-1.7":                   "PDF",
		"<?xml version='1.0'?><svg ": "SVG",
		"II*\x00\x08":                "TIFF",
		"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00avifmif1miaf": "AVIF",
		"\x00\x00\x00\x1cftypisom\x00\x00\x02\x00isomiso2mp41": "film",
		"hello": "JPEG, PNG, GIF, WebP, BMP, HEIC",
	} {
		answer := open(t, []byte(data))
		if answer.Problem == nil || !strings.Contains(answer.Problem.In(words.English), want) {
			t.Errorf("%q: %v; want %q", data, answer.Problem, want)
		}
	}
	if answer := File(t.TempDir()); answer.Problem == nil || !strings.Contains(answer.Problem.In(words.English), "folder") {
		t.Errorf("a folder: %v", answer.Problem)
	}
}

func TestServeAnswersEachFile(t *testing.T) {
	good := filepath.Join(t.TempDir(), "good.png")
	if err := os.WriteFile(good, encodings(t, halves())[pngKind], 0o644); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Serve(&out, []string{"nowhere.png", good}); err != nil {
		t.Fatal(err)
	}
	lines := json.NewDecoder(&out)
	for i, name := range []string{"nowhere.png", good} {
		var answer pictures.Answer
		if err := lines.Decode(&answer); err != nil {
			t.Fatal(err)
		}
		if answer.File != name || (answer.Problem != nil) != (i == 0) {
			t.Errorf("answer %d: %s, problem %v", i, answer.File, answer.Problem)
		}
	}
}

func FuzzFile(f *testing.F) {
	for _, data := range encodings(f, halves()) {
		f.Add(data)
		f.Add(withEXIF(data, binary.BigEndian, 6))
	}
	f.Add(pngOf(30_000, 30_000))
	if data, err := os.ReadFile(filepath.Join(module(f, "github.com/gen2brain/heic"), "testdata", "test8.heic")); err == nil {
		f.Add(data[:len(data)/2])
		f.Add(append(data[:600:600], data[900:]...))
	}
	f.Add(append([]byte("BM\x00\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00"), "\x01\x00\x00\x00\x00\x00\x00\x80\x01\x00\x18\x00"...))
	path := filepath.Join(f.TempDir(), "fuzz")
	f.Fuzz(func(t *testing.T, data []byte) {
		// Small sizes only: what a file of a hundred bytes may claim is allowed to take a second to be refused.
		if k := sniff(data); k != unknown && k != heicKind {
			if config, err := pick(k).config(bytes.NewReader(data)); err == nil && config.Width*config.Height > 1<<20 {
				return
			}
		}
		own := fmt.Sprintf("%s-%d", path, os.Getpid())
		if err := os.WriteFile(own, data, 0o644); err != nil {
			t.Fatal(err)
		}
		answer := File(own)
		if (answer.Problem == nil) != (len(answer.Seen) == pixels.Size) {
			t.Errorf("neither a problem nor a picture: %v, %d numbers", answer.Problem, len(answer.Seen))
		}
		for _, inner := range innards {
			if answer.Problem != nil && strings.Contains(answer.Problem.In(words.English), inner) {
				t.Errorf("a learner reads %q", answer.Problem.In(words.English))
			}
		}
	})
}
