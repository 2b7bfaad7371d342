package certificate

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"nekonote/lessons/data/creatures"
	"nekonote/lessons/own/share"
	"nekonote/nn/words"
)

// packed is an image as a file.
func packed(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// picture is a drawing of a kind, with what a network says that it is.
func picture(t testing.TB, kind, said int) share.Picture {
	t.Helper()
	return share.Picture{PNG: packed(t, creatures.Drawings(kind, 1)[0]), Kind: kind, Said: said, Percent: 87}
}

// network is one with two pictures, the second of which it takes for something else.
func network(t testing.TB) *Network {
	return &Network{Kinds: []words.Text{words.T("a <b>cat", "猫"), words.T("a dog", "犬")}, Learned: 8, Tested: 4, Wrong: 1, Pictures: []share.Picture{picture(t, 0, 0), picture(t, 1, 0)}}
}

func TestHerPicturesStandInThePage(t *testing.T) {
	told, _ := few(t, "A Learner")
	page := forged(t, told, func(t2 *Told) { t2.Network = network(t) })
	again, why := parse([]byte(page))
	if !why.Empty() || !again.shows([]byte(page)) || len(again.Network.Pictures) != 2 {
		t.Fatal(why, "it is read as something else than it was written from")
	}
	for _, want := range []string{"a &lt;b&gt;cat, 87 %</span>", "猫（87 %）：間違い。正解は犬", "img-src data:", "nor other pictures than those above"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Count(page, "<img ") != 2 || strings.Contains(page, "<b>") {
		t.Error("the page has other pictures, or a name gets out of where it stands")
	}
}

func TestWhatIsNoPictureIsRefused(t *testing.T) {
	for name, change := range map[string]func(p *share.Picture){
		"no picture":    func(p *share.Picture) { p.PNG = []byte("<script>") },
		"another size":  func(p *share.Picture) { p.PNG = packed(t, image.NewGray(image.Rect(0, 0, 65, 64))) },
		"half of one":   func(p *share.Picture) { p.PNG = p.PNG[:len(p.PNG)/2] },
		"no kind":       func(p *share.Picture) { p.Kind = 2 },
		"no answer":     func(p *share.Picture) { p.Said = -1 },
		"more than all": func(p *share.Picture) { p.Percent = 101 },
		"too much":      func(p *share.Picture) { p.PNG = append(p.PNG, make([]byte, 20<<10)...) },
	} {
		n := network(t)
		change(&n.Pictures[0])
		if n.whole() {
			t.Errorf("%s: it is taken", name)
		}
	}
	n := network(t)
	if !n.whole() {
		t.Error("an honest one is refused")
	}
	n.Pictures = append(n.Pictures, n.Pictures[0], n.Pictures[0], n.Pictures[0])
	if n.whole() {
		t.Error("five pictures are taken")
	}
}

func TestPicturesAreLeftOutWhereSheSaysSo(t *testing.T) {
	t.Setenv(words.Variable, "en")
	folder := done(t, words.English)
	c := share.Classifier{Kinds: network(t).Kinds, Learned: []int{4, 4}, Tested: []int{2, 2}, Wrong: []int{0, 1}, Squares: 1, Network: []byte(`{}`), Best: network(t).Pictures}
	if err := c.Keep(folder); err != nil {
		t.Fatal(err)
	}
	for _, plain := range []bool{false, true} {
		page, err := run(t, folder, Command{Name: "A Learner", Plain: plain})
		if err != nil || strings.Contains(page, "<img") == plain || !strings.Contains(page, "The network") {
			t.Errorf("--without-pictures %v: %v, pictures: %v", plain, err, strings.Contains(page, "<img"))
		}
	}
}

// The notebook's data set is of drawings that a program has made, as long as she has no photographs: nothing calls them hers.
func TestDrawingsAreNotCalledHerPhotographs(t *testing.T) {
	for _, said := range []words.Text{sayHers, sayBest} {
		if en, ja := said.In(words.English), said.In(words.Japanese); strings.Contains(en, "your pictures") || strings.Contains(ja, "写真") {
			t.Errorf("%s %s", en, ja)
		}
	}
}
