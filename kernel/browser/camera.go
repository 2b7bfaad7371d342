package browser

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// Camera are options for Visit: a camera that sees nothing but a picture, of even width and height, and that the browser gives to any page.
func Camera(t testing.TB, seen image.Image) []chromedp.ExecAllocatorOption {
	t.Helper()
	file := filepath.Join(t.TempDir(), "camera.y4m")
	if err := os.WriteFile(file, video(seen), 0o600); err != nil {
		t.Fatal(err)
	}
	return []chromedp.ExecAllocatorOption{
		chromedp.Flag("use-fake-device-for-media-stream", true), chromedp.Flag("use-fake-ui-for-media-stream", true), chromedp.Flag("use-file-for-fake-video-capture", file),
	}
}

// video is a picture as a film of one frame, which the browser plays over and over: YUV4MPEG2, each plane from 16 on, the colours of
// four pixels as one.
//
// Source: https://wiki.multimedia.cx/index.php/YUV4MPEG2
func video(seen image.Image) []byte {
	at, size := seen.Bounds().Min, seen.Bounds().Size()
	var out bytes.Buffer
	fmt.Fprintf(&out, "YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420\nFRAME\n", size.X, size.Y)
	part := func(x, y int) (of [3]int) {
		c := color.NRGBAModel.Convert(seen.At(at.X+x, at.Y+y)).(color.NRGBA)
		Y, b, r := color.RGBToYCbCr(c.R, c.G, c.B)
		return [3]int{16 + int(Y)*219/255, 128 + (int(b)-128)*224/255, 128 + (int(r)-128)*224/255}
	}
	for plane, step := range []int{1, 2, 2} {
		for y := 0; y < size.Y; y += step {
			for x := 0; x < size.X; x += step {
				out.WriteByte(byte(part(x, y)[plane]))
			}
		}
	}
	return out.Bytes()
}
