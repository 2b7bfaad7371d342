// Package creatures draws pictures to learn from: a dozen kinds of creatures that nobody has ever met, each drawing another
// one of its kind. They are drawings and no photographs, made by this package alone, so that a network which is right about
// all of them knows drawings and nothing else.
//
// What is alike in a kind are its parts. Colours, size, place, lean and background are drawn by lot, so that no colour gives
// a kind away. Everything is computed with whole numbers: the drawings are the same on every machine.
package creatures

import (
	"nekonote/lessons/data/pixels"
	"nekonote/nn"
	"nekonote/nn/words"
)

// Kind is one kind of creature.
type Kind struct {
	Folder string     // a name for a folder, the same in every language
	Name   words.Text // what it is called
	parts  func(p pose) []shape
}

// Kinds lists them all.
var Kinds = []Kind{
	{"puka", words.T("Puka", "ぷか"), puka},
	{"tsuno", words.T("Tsuno", "つの"), tsuno},
	{"nyoro", words.T("Nyoro", "にょろ"), nyoro},
	{"mimi", words.T("Mimi", "みみ"), mimi},
	{"hire", words.T("Hire", "ひれ"), hire},
	{"toge", words.T("Toge", "とげ"), toge},
	{"hane", words.T("Hane", "はね"), hane},
	{"ashi", words.T("Ashi", "あし"), ashi},
	{"mitsume", words.T("Mitsume", "みつめ"), mitsume},
	{"shippo", words.T("Shippo", "しっぽ"), shippo},
	{"kinoko", words.T("Kinoko", "きのこ"), kinoko},
	{"kasane", words.T("Kasane", "かさね"), kasane},
}

// Drawings returns n drawings of one kind. The same kind and n give the same drawings, and more of them begin with fewer.
func Drawings(kind, n int) []pixels.Picture {
	stream := nn.NewRand(uint32(7000 + kind))
	all := make([]pixels.Picture, n)
	for i := range all {
		all[i] = draw(Kinds[kind], stream)
	}
	return all
}

// pose is what is drawn by lot for one drawing.
type pose struct {
	x, y, size  int  // the middle of the creature and its size, in sixteenths of a pixel for a hundred of its own units
	lean        int  // how far it leans, in hundredths of its height
	mirrored    bool // whether it looks to the right
	body, shade colour
	ground      colour
	stretch     int // of its parts, in hundredths
	look        int // where its eyes look
}

type colour [pixels.Channels]int

var (
	white = colour{250, 250, 245}
	black = colour{30, 28, 40}
)

// bodies are colours that any kind may have.
var bodies = []colour{
	{214, 80, 74}, {226, 140, 60}, {222, 190, 70}, {110, 176, 90}, {70, 160, 160}, {80, 120, 200}, {146, 100, 190}, {210, 110, 160}, {150, 118, 90}, {120, 130, 140},
}

// grounds are colours of the background.
var grounds = []colour{{236, 226, 200}, {200, 222, 236}, {210, 230, 204}, {232, 210, 220}, {70, 76, 100}, {90, 110, 90}, {222, 222, 222}}

// lot draws a pose.
func lot(stream *nn.Stream) pose {
	between := func(lo, hi int) int { return lo + stream.Intn(hi-lo+1) }
	p := pose{
		x: between(420, 604), y: between(440, 600), size: between(300, 430),
		lean: between(-22, 22), mirrored: stream.Intn(2) == 1,
		body: bodies[stream.Intn(len(bodies))], ground: grounds[stream.Intn(len(grounds))],
		stretch: between(85, 118), look: between(-5, 5),
	}
	for c := range p.body {
		p.body[c] = min(255, max(0, p.body[c]+between(-18, 18)))
		p.shade[c] = p.body[c] * 62 / 100
		p.ground[c] = min(255, max(0, p.ground[c]+between(-14, 14)))
	}
	return p
}
