// Package decode opens picture files of every kind that a learner may have: JPEG, PNG, GIF, WebP, BMP, and HEIC from a
// phone. It is heavy (HEIC's decoder is a program of its own, in WebAssembly), so Nekonote's program links it, and the cells
// ask that program (package pictures).
package decode

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/gen2brain/heic"
	"golang.org/x/image/bmp"
	"golang.org/x/image/webp"

	"nekonote/lessons/data/pictures"
	"nekonote/lessons/data/pixels"
	"nekonote/nn/words"
)

const (
	mostFile   = 200 << 20 // bytes of a file
	mostMemory = 400 << 20 // bytes of a decoded picture: a phone's 100 megapixels fit, a 30,000×30,000 PNG does not
	mostSide   = 1 << 15   // pixels: reducing a line takes memory for each, and no camera has more
	mostStart  = 1 << 20   // how much of a file is looked at before its pixels are decoded
	shownSide  = 480       // the longer side of what is shown of the original
)

// File opens a picture. Whatever is wrong with the file is in the answer's Problem: it neither panics nor takes more
// memory than a large photograph needs.
func File(path string) (answer pictures.Answer) {
	answer.File = path
	refuse := func(why words.Text) pictures.Answer {
		text := words.T("%s cannot be opened: %s.", "%s を開けません。%s。").Fill(shortName(path), why)
		return pictures.Answer{File: path, Problem: &text}
	}
	defer func() {
		if cause := recover(); cause != nil { // a decoder that a broken file has led astray
			answer = refuse(broken(fmt.Errorf("%v", cause)))
		}
	}()

	file, err := os.Open(path)
	if err != nil {
		return refuse(words.T("%[1]v", "%[1]v").Fill(err))
	}
	defer func() { _ = file.Close() }()
	info, err := file.Stat()
	if err != nil {
		return refuse(words.T("%[1]v", "%[1]v").Fill(err))
	}
	if why := unfit(info); !why.Empty() {
		return refuse(why)
	}
	start := make([]byte, min(mostStart, info.Size()))
	if _, err := io.ReadFull(file, start); err != nil {
		return refuse(broken(err))
	}
	kind := sniff(start)
	if kind == unknown {
		return refuse(foreign(start))
	}
	img, why := decode(file, kind, start)
	if !why.Empty() {
		return refuse(why)
	}
	return describe(answer, img, kind, orientation(kind, start))
}

// unfit says why a file cannot be a picture that is read here; nothing where it may be one.
func unfit(info os.FileInfo) words.Text {
	switch {
	case !info.Mode().IsRegular():
		return words.T("it is a folder, not a picture", "画像ではなくフォルダーです")
	case info.Size() == 0:
		return words.T("the file is empty. Copy it again", "ファイルが空です。もう一度コピーしてください")
	case info.Size() > mostFile:
		return words.T(
			"it has %d MB, more than the %d that are read. Save it smaller",
			"%d MB あります（上限は %d MB）。小さくして保存し直してください",
		).Fill(info.Size()>>20, mostFile>>20)
	}
	return words.Text{}
}

// decode reads the picture of a file that begins so, or says why it cannot.
func decode(file *os.File, kind kind, start []byte) (image.Image, words.Text) {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return nil, broken(err)
	}
	size, bytesPerPixel, err := measure(kind, start, file)
	if err != nil {
		return nil, broken(err)
	}
	// Divided, not multiplied: the product of what a broken file claims may not fit any number.
	if size.X > mostSide || size.Y > mostSide || size.X > 0 && size.Y > mostMemory/bytesPerPixel/size.X {
		return nil, words.T(
			"it has %[1]d×%[2]d pixels, more than can be opened here. Reduce it first, to 4000×3000 or less",
			"%[1]d×%[2]d ピクセルは大きすぎます。先に 4000×3000 以下に縮小してください",
		).Fill(size.X, size.Y)
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return nil, broken(err)
	}
	img, err := pick(kind).decode(bufio.NewReaderSize(file, 1<<16))
	switch {
	case err != nil && kind == webpKind && bytes.Contains(start[:min(len(start), 64)], []byte("ANIM")):
		return nil, words.T("it is an animated WebP. Save one of its pictures", "アニメーション WebP です。その中の 1 枚を保存してください")
	case err != nil:
		return nil, broken(err)
	case img.Bounds().Empty():
		return nil, words.T("it has no pixels", "ピクセルがありません")
	}
	return img, words.Text{}
}

// shortName is a file with its folder, cats/mike.jpg: two folders may each have a mike.jpg.
func shortName(path string) string {
	folder := filepath.Base(filepath.Dir(path))
	if folder == "." || folder == string(filepath.Separator) {
		return filepath.Base(path)
	}
	return folder + "/" + filepath.Base(path)
}

// describe fills in the answer for a decoded picture.
func describe(answer pictures.Answer, img image.Image, kind kind, turn int) pictures.Answer {
	size := img.Bounds().Size()
	answer.Kind, answer.Rows, answer.Columns = string(kind), size.Y, size.X
	if lies(turn) {
		answer.Rows, answer.Columns = size.X, size.Y
	}
	// Small first, upright then: turning 64×64 pixels is nothing, turning a photograph takes its memory once more.
	scale := min(1, float64(shownSide)/float64(max(size.X, size.Y)))
	shown := upright(pixels.Shrink(img, reduced(size.Y, scale), reduced(size.X, scale)), turn)
	seen := upright(pixels.Shrink(pixels.Square(img), pixels.Side, pixels.Side), turn)

	var encoded bytes.Buffer
	if err := jpeg.Encode(&encoded, shown.RGBA(), &jpeg.Options{Quality: 88}); err != nil {
		panic(err) // not for sizes like these
	}
	answer.Shown = encoded.Bytes()
	for _, row := range seen {
		for _, pixel := range row {
			answer.Seen = append(answer.Seen, pixel[:]...)
		}
	}
	return answer
}

func reduced(side int, scale float64) int { return max(1, int(float64(side)*scale+0.5)) }

func broken(err error) words.Text {
	said := err.Error()
	for _, inner := range []string{"runtime error", "wasm", "goroutine", "unreachable", "\n", "0x"} {
		if strings.Contains(said, inner) { // of use to who writes a decoder, and to nobody else
			return words.T(
				"the file is broken or incomplete. Copy it again, or save it anew",
				"ファイルが壊れているか、途中で切れています。もう一度コピーするか、保存し直してください",
			)
		}
	}
	return words.T(
		"the file is broken or incomplete (%v). Copy it again, or save it anew",
		"ファイルが壊れているか、途中で切れています（%v）。もう一度コピーするか、保存し直してください",
	).Fill(said)
}

// decoder reads a kind of file.
type decoder struct {
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}

func pick(k kind) decoder {
	switch k {
	case jpegKind:
		return decoder{jpeg.DecodeConfig, jpeg.Decode}
	case pngKind:
		return decoder{png.DecodeConfig, png.Decode}
	case gifKind:
		return decoder{gif.DecodeConfig, gif.Decode} // the first picture of a moving one
	case webpKind:
		return decoder{webp.DecodeConfig, webp.Decode}
	case bmpKind:
		return decoder{bmp.DecodeConfig, bmp.Decode}
	}
	return decoder{nil, heic.Decode} // upright already: HEIC notes the turning in another way, and its decoder does it
}

// measure returns how many pixels a file claims to have, and how many bytes of memory each takes while it is decoded.
func measure(k kind, start []byte, file io.Reader) (size image.Point, bytesPerPixel int, err error) {
	if k == heicKind {
		size, err := measureHEIC(start)
		return size, 6, err // the decoder's own copy and ours, 1.5 or 3 each
	}
	config, err := pick(k).config(bufio.NewReader(file))
	if err != nil {
		return image.Point{}, 0, err
	}
	size = image.Pt(config.Width, config.Height)
	switch {
	case k == jpegKind && progressive(start):
		return size, 15, nil // all the coefficients of the picture are kept until its end
	case config.ColorModel == color.RGBA64Model, config.ColorModel == color.NRGBA64Model:
		return size, 8, nil
	}
	return size, 4, nil
}

// progressive reports whether a JPEG comes in several passes, from coarse to fine.
func progressive(start []byte) bool {
	const firstOfSeveral = 0xc2
	found := false
	segments(start, func(marker byte, _ []byte) bool {
		found = marker == firstOfSeveral
		return !found
	})
	return found
}

// measureHEIC finds the largest size among the picture's properties ("ispe": the whole and its tiles have one each).
func measureHEIC(start []byte) (image.Point, error) {
	var largest image.Point
	for {
		i := bytes.Index(start, []byte("ispe"))
		if i < 0 || len(start) < i+16 {
			break
		}
		columns, rows := binary.BigEndian.Uint32(start[i+8:]), binary.BigEndian.Uint32(start[i+12:])
		largest.X, largest.Y = max(largest.X, int(columns)), max(largest.Y, int(rows))
		start = start[i+16:]
	}
	if largest.X == 0 || largest.Y == 0 {
		return largest, errors.New("no size is noted in it")
	}
	return largest, nil
}
