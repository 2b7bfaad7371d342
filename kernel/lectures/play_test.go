package lectures

import (
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nekonote/kernel/browser"
	"nekonote/nn/words"
)

// stub stands for the browser's voices, of which a machine that tests has none: it notes what it is to say, and says no more until
// the test lets it end. The first English one is far away. Time runs thirty times as fast, so that what moves has soon arrived, and
// what moves is counted.
const stub = `<script>
const spoken = [], by = [];
let ending = null, late = () => {}, absent = [], patience = 100, moved = 0;
class SpeechSynthesisUtterance { constructor(text) { this.text = text; } }
Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: SpeechSynthesisUtterance });
Object.defineProperty(window, 'speechSynthesis', { value: {
  getVoices: () => [{ name: 'Far', lang: 'en_US', localService: false }, { name: 'Stub', lang: 'en-GB', localService: true },
    { name: 'Other', lang: 'en-AU', localService: true }, { name: 'スタブ', lang: 'ja-JP', localService: true }].filter(v => !absent.includes(v.name)),
  addEventListener(what, f) { if (what === 'voiceschanged') late = f; }, cancel() { ending = null; },
  speak(u) { spoken.push(u.lang.slice(0, 2) + ' ' + u.text); by.push(u.voice.name); ending = u; },
} });
const clock = performance.now.bind(performance), frames = requestAnimationFrame.bind(window), later = setTimeout.bind(window);
performance.now = () => 30 * clock();
const awaited = new Set(), forget = cancelAnimationFrame.bind(window);
window.requestAnimationFrame = f => { moved++; const id = frames(t => { awaited.delete(id); f(30 * t); }); awaited.add(id); return id; };
window.cancelAnimationFrame = id => { awaited.delete(id); forget(id); };
window.setTimeout = (f, ms) => later(f, ms < 1000 ? ms / 30 : patience * ms); // the player's patience with a voice does not end here
const animate = Element.prototype.animate;
Element.prototype.animate = function (...how) { moved++; return animate.apply(this, how); };
document.addEventListener('transitionrun', () => { moved++; }, true);
const arrived = () => { document.getAnimations().forEach(a => a.finish()); return !awaited.size && !document.getAnimations().length; };
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
	var played []*image.RGBA
	for i, sentence := range s.Sentences {
		p.Until(fmt.Sprint("sentence ", i+1), fmt.Sprintf(`spoken.length === %d && ending`, i+1))
		if said, want := browser.Eval[string](p, `spoken.at(-1)`), "en "+sentence.Spoken.In(words.English); said != want {
			t.Fatalf("the voice says %q, not %q", said, want)
		}
		p.Until("what moves has arrived", `arrived()`)
		played = append(played, still(p))
		browser.Eval[bool](p, `(ending.onend(), true)`)
	}
	p.Until("the lecture's end", `!document.getElementById('lecture').classList.contains('playing')`)
	for i := len(played) - 1; i >= 0; i-- {
		browser.Eval[bool](p, fmt.Sprintf(`(document.querySelector('button[data-at="%d"]').click(), true)`, i))
		if jumped := still(p); !alike(played[i], jumped) {
			p.Screenshot(fmt.Sprint("lecture-jump-", i+1))
			t.Errorf("sentence %d looks otherwise after a jump (%s:%d)", i+1, s.Path, s.Sentences[i].Line)
		}
	}
	keys(t, p, len(played))
	chosenVoice(t, p)
	calmly(t, p, played)
	exported(t, p, s)
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
	choose(p, "captions", "both")
	if n := browser.Eval[int](p, `document.querySelectorAll('#caption span').length`); n != 2 {
		t.Errorf("with both captions there are %d", n)
	}
	choose(p, "captions", "ja")
	p.Press("r")
	if said := browser.Eval[string](p, `spoken.at(-1)`); !strings.HasPrefix(said, "ja ") {
		t.Errorf("with Japanese captions the voice says %q", said)
	}
	choose(p, "speed", "1.5")
	browser.Eval[bool](p, `(location.reload(), true)`)
	p.Until("the page once more", `typeof spoken === 'object' && spoken.length === 0 && document.querySelector('button[aria-current]')`)
	at(2)
	if kept := browser.Eval[string](p, `document.getElementById('lecture').dataset.captions + document.getElementById('speed').value`); kept != "ja1.5" {
		t.Errorf("kept were %q", kept)
	}
}

// choose chooses in one of the player's settings.
func choose(p *browser.Page, id, value string) {
	browser.Eval[bool](p, fmt.Sprintf(`(e => { e.value = %q; e.onchange(); return e.value === %[1]q })(document.getElementById(%q))`, value, id))
}

// The keys as they are sent to a browser.
const kbEnd, kbHome, kbLeft, kbRight = "\u0305", "\u0306", "\u0302", "\u0303"

// still is what is seen of the drawing.
func still(p *browser.Page) *image.RGBA { return p.Picture(`document.getElementById('stage')`) }

// alike reports whether two pictures show the same: a browser may draw an edge a shade differently.
func alike(one, other *image.RGBA) bool {
	if one.Rect != other.Rect || one.Rect.Empty() {
		return false
	}
	const shade, few = 24, 60
	differ := 0
	for i, v := range one.Pix {
		if w := other.Pix[i]; max(v, w)-min(v, w) > shade {
			differ++
		}
	}
	return differ < few
}
