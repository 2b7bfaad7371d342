package commands

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/kernel/browser"
	"nekonote/kernel/needs"
	"nekonote/lessons/data/album"
	"nekonote/lessons/data/cats"
	"nekonote/lessons/data/creatures"
	"nekonote/lessons/data/pixels"
	"nekonote/lessons/own"
	"nekonote/nn"
	"nekonote/nn/words"
)

// drawn is a small data set of three kinds of creatures, the first ones of each for the test.
func drawn() cats.Data {
	a := &album.Album{Name: "own", Parts: []album.Part{{Name: string(cats.Train)}, {Name: string(cats.Test)}}}
	for k := range 3 {
		a.Classes = append(a.Classes, creatures.Kinds[k].Name)
		for i, picture := range creatures.Drawings(k, 12) {
			part := &a.Parts[min(1, 3/(i+1))]
			part.Pictures = append(part.Pictures, album.Entry{Picture: picture, Label: k})
		}
	}
	return cats.FromAlbum(a)
}

// sharing trains a network, shares it in a folder of its own, and returns the page that the command writes.
func sharing(t *testing.T) (nn.Classifier, string) {
	t.Helper()
	folder := t.TempDir()
	t.Setenv(cats.Variable, folder)
	t.Setenv(words.Variable, "en")
	data := drawn()
	nn.Seed(1)
	net := nn.NewClassifier(16*16*3, 8, 3)
	if err := net.Train(context.Background(), own.Inputs(data.TrainX, 16), data.TrainKinds(), nn.Training{Alpha: 0.05, Iterations: 60}); err != nil {
		t.Fatal(err)
	}
	own.Share(*net, data)
	first, err := os.ReadFile(filepath.Join(folder, "my-network.html"))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "elsewhere.html")
	if err := (&shareCommand{File: file}).Run(); err != nil {
		t.Fatal(err)
	}
	again, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(first, again) {
		t.Fatalf("the command writes another page than the cell (%v)", err)
	}
	return *net, file
}

func TestShareWithoutANetwork(t *testing.T) {
	t.Setenv(cats.Variable, t.TempDir())
	t.Setenv(words.Variable, "en")
	file := filepath.Join(t.TempDir(), "page.html")
	if err := (&shareCommand{File: file}).Run(); err == nil || !strings.Contains(err.Error(), "own.Share") {
		t.Errorf("%v; want what to do", err)
	}
	if err := os.MkdirAll(filepath.Join(cats.Folder(), ".nekonote"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, damaged := range []string{`{`, `{"kinds": [{"en": "a"}, {"en": "b"}], "learned": [1]}`} {
		if err := os.WriteFile(filepath.Join(cats.Folder(), ".nekonote", "share.json"), []byte(damaged), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := (&shareCommand{File: file}).Run(); err == nil || !strings.Contains(err.Error(), "damaged") {
			t.Errorf("%s: %v", damaged, err)
		}
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("a page was written all the same")
	}
}

// TestASharedNetworkJudgesOffline opens the page in a browser, picks pictures, and finds what nn says of them, to a millionth.
func TestASharedNetworkJudgesOffline(t *testing.T) {
	beside := browser.Beside(t, needs.SetUp(t))
	net, file := sharing(t)
	page := browser.Visit(t, "file://"+file)
	page.Until("the page", `document.querySelector('#pick') && typeof forward === 'function'`)
	for i, img := range []image.Image{creatures.Drawings(0, 15)[14], creatures.Drawings(1, 15)[14].Enlarge(5), noise(100, 80), noise(37, 51), noise(700, 933)} {
		A, _ := net.Forward(own.Inputs(pixels.Columns(pixels.Shrink(pixels.Square(img), 64, 64)), 16))
		var packed bytes.Buffer
		if err := png.Encode(&packed, img); err != nil {
			t.Fatal(err)
		}
		pick(page, "image/png", packed.Bytes())
		page.Until("an answer", `document.querySelector('#answers').dataset.probabilities`)
		var said []float64
		if err := json.Unmarshal([]byte(browser.Eval[string](page, `document.querySelector('#answers').dataset.probabilities`)), &said); err != nil || len(said) != 3 {
			t.Fatalf("picture %d: the page says %v, %v", i, said, err)
		}
		for k, p := range said {
			if !(math.Abs(p-A.At(k, 0)) < 1e-6) {
				t.Errorf("picture %d, class %d: the page says %.9f, nn %.9f", i, k, p, A.At(k, 0))
			}
		}
		name := drawn().Kinds()[int(nn.Largest(A).At(0, 0))].In(words.English)
		if first := browser.Eval[string](page, `document.querySelector('#answers .first').innerText`); first != name {
			t.Errorf("picture %d: %q stands first, not %q", i, first, name)
		}
	}
	page.Screenshot("share")
	for _, lang := range []string{"en", "ja"} {
		browser.Eval[bool](page, fmt.Sprintf(`(document.querySelector('[data-lang=%s]').click(), true)`, lang))
		for _, found := range page.Barriers(beside) {
			t.Errorf("%s: axe finds %s", lang, found)
		}
	}
	pick(page, "image/jpeg", []byte("no picture"))
	page.Until("that it is no picture", `!document.querySelector('#unreadable').hidden && document.querySelector('#shown').hidden`)
	connects(t, page)
	// This machine has no camera, or the browser gives it to nobody.
	browser.Eval[bool](page, `(document.querySelector('#watch').click(), true)`)
	page.Until("that there is no camera", `!document.querySelector('#blocked').hidden && document.querySelector('#watch').hidden`)
	browser.Eval[bool](page, `(document.querySelector('[data-lang=ja]').click(), true)`)
	if said := browser.Eval[string](page, `document.querySelector('main').innerText`); !strings.Contains(said, "どれでしょう") || strings.Contains(said, "Which one") {
		t.Errorf("in Japanese the page says %s", said)
	}
}

// TestASharedNetworkJudgesWhatACameraSees: the page is opened where there is a camera, which is pointed at a drawing, and answers as nn does
// of that drawing, as far as a film's colours are those of the picture; a second click lets the camera go.
func TestASharedNetworkJudgesWhatACameraSees(t *testing.T) {
	needs.Chromium(t)
	net, file := sharing(t)
	answer := func(img image.Image) nn.Matrix {
		A, _ := net.Forward(own.Inputs(pixels.Columns(pixels.Shrink(pixels.Square(img), 64, 64)), 16))
		return A
	}
	// A drawing of which nn says another thing than of the dark, which a camera may show at first.
	dark, seen := nn.Largest(answer(image.NewGray(image.Rect(0, 0, 64, 64)))).At(0, 0), image.Image(nil)
	for k := range 3 {
		if seen = creatures.Drawings(k, 15)[14].Enlarge(5); nn.Largest(answer(seen)).At(0, 0) != dark {
			break
		}
	}
	want := answer(seen)
	page := browser.Visit(t, "file://"+file, browser.Camera(t, seen)...)
	page.Click("the camera", `document.querySelector('#watch')`)
	const said = `JSON.parse(document.querySelector('#answers').dataset.probabilities ?? '[]')`
	near := fmt.Sprintf(`(p => p.length === 3 && p.every((v, k) => Math.abs(v - [%v, %v, %v][k]) < 0.05))(%s)`, want.At(0, 0), want.At(1, 0), want.At(2, 0), said)
	page.Until("what nn says of the drawing", near)
	page.Screenshot("share-camera")
	name := drawn().Kinds()[int(nn.Largest(want).At(0, 0))].In(words.English)
	if first := browser.Eval[string](page, `document.querySelector('#answers .first').innerText`); first != name {
		t.Errorf("%q stands first, not %q", first, name)
	}
	page.Click("the camera", `document.querySelector('#watch')`)
	page.Until("the camera is let go", `document.querySelector('#camera').srcObject === null && document.querySelector('#watch').ariaPressed === 'false'`)
}

// connects wants every way out of the page closed.
func connects(t *testing.T, page *browser.Page) {
	t.Helper()
	browser.Eval[bool](page, `(window.tried = [], window.stopped = [],
		document.addEventListener('securitypolicyviolation', e => stopped.push(e.effectiveDirective)),
		fetch('http://127.0.0.1:9/').catch(e => tried.push('fetch')),
		Object.assign(new Image(), {src: 'http://127.0.0.1:9/a.png', onerror: () => tried.push('image')}),
		document.head.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = true'})), true)`)
	page.Until("all that was tried", `tried.length === 2 && stopped.length >= 3`)
	if browser.Eval[bool](page, `!!window.ran`) {
		t.Error("another script runs in the page")
	}
	stopped := browser.Eval[[]string](page, `stopped.sort()`)
	if got := fmt.Sprint(stopped); !strings.Contains(got, "connect-src") || !strings.Contains(got, "img-src") || !strings.Contains(got, "script-src") {
		t.Errorf("the page's rule has stopped %v", stopped)
	}
}

// pick gives a file to the page as somebody does who chooses it.
func pick(page *browser.Page, kind string, data []byte) {
	browser.Eval[bool](page, fmt.Sprintf(`(() => {
		delete document.querySelector('#answers').dataset.probabilities;
		const files = new DataTransfer(), bytes = Uint8Array.from(atob(%q), c => c.charCodeAt(0));
		files.items.add(new File([bytes], 'picture', {type: %q}));
		const input = document.querySelector('#pick');
		input.files = files.files;
		return input.dispatchEvent(new Event('change'));
	})()`, base64.StdEncoding.EncodeToString(data), kind))
}

// noise is a picture in which every pixel counts.
func noise(width, height int) image.Image {
	rng := rand.New(rand.NewPCG(uint64(width), uint64(height)))
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.SetNRGBA(x, y, color.NRGBA{R: uint8(x * 255 / width), G: uint8(rng.IntN(256)), B: uint8(y * 255 / height), A: 255})
		}
	}
	return img
}
