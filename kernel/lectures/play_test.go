package lectures

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nekonote/kernel/browser"
	"nekonote/nn/words"
)

// stub stands for the browser's voices, of which a machine that tests has none: it notes what it is to say, and says no more until
// the test lets it end. Time runs thirty times as fast, so that what moves has soon arrived.
const stub = `<script>
const spoken = [];
let ending = null;
class SpeechSynthesisUtterance { constructor(text) { this.text = text; } }
Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: SpeechSynthesisUtterance });
Object.defineProperty(window, 'speechSynthesis', { value: {
  getVoices: () => [{ name: 'Stub', lang: 'en-GB', localService: true }, { name: 'スタブ', lang: 'ja-JP', localService: true }],
  addEventListener() {}, cancel() { ending = null; },
  speak(u) { spoken.push(u.lang.slice(0, 2) + ' ' + u.text); ending = u; },
} });
const clock = performance.now.bind(performance), frames = requestAnimationFrame.bind(window), later = setTimeout.bind(window);
performance.now = () => 30 * clock();
window.requestAnimationFrame = f => frames(t => f(30 * t));
window.setTimeout = (f, ms) => later(f, ms / 30);
const arrived = () => document.getAnimations().forEach(a => a.finish());
</script>`

// player opens a lecture in a browser, with the stub for a voice.
func player(t *testing.T, id string) (*browser.Page, *staged) {
	t.Helper()
	s, err := stage(id)
	if err != nil {
		t.Fatal(err)
	}
	page, err := s.page(words.English, -1, "")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "lecture.html")
	if err := os.WriteFile(file, []byte(strings.Replace(page, "<script>const lecture", stub+"<script>const lecture", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	return browser.Visit(t, "file://"+file), s
}

// TestAVoiceDrivesALecture plays a whole lecture, sentence by sentence as the voice comes to their ends, then jumps to each sentence
// and finds the same pictures.
func TestAVoiceDrivesALecture(t *testing.T) {
	p, s := player(t, "week1/neuron")
	if said := browser.Eval[int](p, `spoken.length`); said != 0 {
		t.Fatal("the lecture has begun by itself")
	}
	p.Press(" ")
	var played [][]byte
	for i, sentence := range s.Sentences {
		p.Until(fmt.Sprint("sentence ", i+1), fmt.Sprintf(`spoken.length === %d && ending`, i+1))
		if said, want := browser.Eval[string](p, `spoken.at(-1)`), "en "+sentence.Spoken.In(words.English); said != want {
			t.Fatalf("the voice says %q, not %q", said, want)
		}
		p.Until("what moves has arrived", `(arrived(), new Promise(done => frames(() => frames(() => done(true)))), !document.getAnimations().length)`)
		played = append(played, still(p))
		browser.Eval[bool](p, `(ending.onend(), true)`)
	}
	p.Until("the lecture's end", `!document.getElementById('lecture').classList.contains('playing')`)
	for i := len(played) - 1; i >= 0; i-- {
		browser.Eval[bool](p, fmt.Sprintf(`(document.querySelector('button[data-at="%d"]').click(), true)`, i))
		if jumped := still(p); !alike(t, played[i], jumped) {
			p.Screenshot(fmt.Sprint("lecture-jump-", i+1))
			t.Errorf("sentence %d looks otherwise after a jump (%s:%d)", i+1, s.Path, s.Sentences[i].Line)
		}
	}
	keys(t, p, len(played))
}

// keys tries what she can press, and what is kept.
func keys(t *testing.T, p *browser.Page, n int) {
	t.Helper()
	at := func(want int) {
		t.Helper()
		p.Until(fmt.Sprint("sentence ", want), fmt.Sprintf(`document.querySelector('button[aria-current]').dataset.at === '%d'`, want-1))
	}
	p.Press(kbEnd)
	at(n)
	p.Press(kbHome)
	at(1)
	p.Press(kbRight)
	p.Press(kbRight)
	at(3)
	p.Press(kbLeft)
	at(2)
	before := browser.Eval[int](p, `spoken.length`)
	p.Press("r")
	p.Until("the sentence once more", fmt.Sprintf(`spoken.length === %d`, before+1))
	choose := func(id, value string) {
		t.Helper()
		browser.Eval[bool](p, fmt.Sprintf(`(e => { e.value = %q; e.onchange(); return e.value === %[1]q })(document.getElementById(%q))`, value, id))
	}
	choose("captions", "both")
	if n := browser.Eval[int](p, `document.querySelectorAll('#caption span').length`); n != 2 {
		t.Errorf("with both captions there are %d", n)
	}
	choose("captions", "ja")
	p.Press("r")
	if said := browser.Eval[string](p, `spoken.at(-1)`); !strings.HasPrefix(said, "ja ") {
		t.Errorf("with Japanese captions the voice says %q", said)
	}
	choose("speed", "1.5")
	browser.Eval[bool](p, `(location.reload(), true)`)
	p.Until("the page once more", `typeof spoken === 'object' && spoken.length === 0 && document.querySelector('button[aria-current]')`)
	at(2)
	if kept := browser.Eval[string](p, `document.getElementById('lecture').dataset.captions + document.getElementById('speed').value`); kept != "ja1.5" {
		t.Errorf("kept were %q", kept)
	}
}

// The keys as they are sent to a browser.
const kbEnd, kbHome, kbLeft, kbRight = "\u0305", "\u0306", "\u0302", "\u0303"

// still is what is seen of the drawing.
func still(p *browser.Page) []byte { return p.Picture("#stage") }

// alike reports whether two pictures show the same: a browser may draw an edge a shade differently.
func alike(t *testing.T, a, b []byte) bool {
	t.Helper()
	if bytes.Equal(a, b) {
		return true
	}
	one, err := png.Decode(bytes.NewReader(a))
	if err != nil {
		t.Fatal(err)
	}
	other, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if one.Bounds() != other.Bounds() {
		return false
	}
	differ := 0
	for y := range one.Bounds().Dy() {
		for x := range one.Bounds().Dx() {
			if far(one, other, x, y) > 24<<8 {
				differ++
			}
		}
	}
	return differ < 20
}

// far is how far apart two pictures are at a place.
func far(one, other image.Image, x, y int) int {
	r, g, b, _ := one.At(x, y).RGBA()
	r2, g2, b2, _ := other.At(x, y).RGBA()
	apart := func(a, b uint32) int { return max(int(a)-int(b), int(b)-int(a)) }
	return slices.Max([]int{apart(r, r2), apart(g, g2), apart(b, b2)})
}
