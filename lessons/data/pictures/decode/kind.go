package decode

import (
	"bytes"
	"strings"

	"nekonote/nn/words"
)

// kind is a kind of picture file, told by how it begins; its name may say something else.
type kind string

const (
	jpegKind kind = "JPEG"
	pngKind  kind = "PNG"
	gifKind  kind = "GIF"
	webpKind kind = "WebP"
	bmpKind  kind = "BMP"
	heicKind kind = "HEIC"
	unknown  kind = ""
)

// sniff tells the kind of a file by its first bytes.
func sniff(start []byte) kind {
	at := func(i int, word string) bool {
		return len(start) >= i+len(word) && string(start[i:i+len(word)]) == word
	}
	switch {
	case at(0, "\xff\xd8\xff"):
		return jpegKind
	case at(0, "\x89PNG\r\n\x1a\n"):
		return pngKind
	case at(0, "GIF87a"), at(0, "GIF89a"):
		return gifKind
	case at(0, "RIFF") && at(8, "WEBP"):
		return webpKind
	case at(0, "BM") && len(start) > 14 && bytes.Equal(start[6:10], []byte{0, 0, 0, 0}):
		return bmpKind
	case at(4, "ftyp"):
		// The brands behind "ftyp" say what kind of ISO file it is: a film, a HEIC or an AVIF.
		brands := string(start[8:min(len(start), 64)])
		for _, brand := range []string{"heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"} {
			if strings.Contains(brands, brand) && !strings.HasPrefix(brands, "avif") {
				return heicKind
			}
		}
	}
	return unknown
}

// foreign says what a file is that is no picture we can open, where its beginning tells.
func foreign(start []byte) words.Text {
	text := strings.ToLower(string(bytes.TrimLeft(start[:min(len(start), 512)], "\xef\xbb\xbf \t\r\n")))
	switch {
	case strings.HasPrefix(text, "<!doctype html"), strings.HasPrefix(text, "<html"):
		return words.T(
			"it is a web page, not a picture. In the browser, open the picture itself (right click, \"Save image as…\")",
			"画像ではなくウェブページです。ブラウザーで画像そのものを保存してください（右クリック →「名前を付けて画像を保存」）",
		)
	case strings.Contains(text, "<svg"):
		return words.T(
			"it is an SVG, a drawing without pixels. Export it as PNG",
			"SVG（ピクセルを持たない図）です。PNG に書き出してください",
		)
	case strings.HasPrefix(text, "%pdf"):
		return words.T(
			"it is a PDF. Take a picture of the screen, or export the page as PNG",
			"PDF です。画面を画像として保存するか、ページを PNG に書き出してください",
		)
	case strings.HasPrefix(text, "ii*\x00"), strings.HasPrefix(text, "mm\x00*"):
		return words.T(
			"it is a TIFF or a camera's raw file. Export it as JPEG or PNG",
			"TIFF またはカメラの RAW ファイルです。JPEG か PNG に書き出してください",
		)
	case len(text) > 12 && text[4:8] == "ftyp" && strings.HasPrefix(text[8:], "avif"):
		return words.T(
			"it is an AVIF. Export it as JPEG or PNG",
			"AVIF です。JPEG か PNG に書き出してください",
		)
	case len(text) > 12 && text[4:8] == "ftyp":
		return words.T(
			"it is a film. Take a picture out of it",
			"動画です。静止画を取り出してください",
		)
	}
	return words.T(
		"it is none of the kinds that can be opened: JPEG, PNG, GIF, WebP, BMP, HEIC. Export the picture as one of these",
		"開ける形式（JPEG、PNG、GIF、WebP、BMP、HEIC）ではありません。いずれかの形式に書き出してください",
	)
}
