package cats

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io"
	"slices"

	"nekonote/lessons/data/album"
	"nekonote/lessons/data/pixels"
	"nekonote/nn"
	"nekonote/nn/words"
)

// Data is a data set: m pictures to learn from and some more to be examined on, with the right answers. The pictures are
// there twice, as pictures and as the columns of X, in the same order.
type Data struct {
	Name string // the name it is chosen by: "cats", "course", …

	TrainImages []Picture // m_train pictures of 64×64 pixels
	TrainX      nn.Matrix // 12288×m_train, 0 … 255: each picture one column, row after row, pixel after pixel, channel after channel
	TrainY      nn.Matrix // 1×m_train: 1 where the picture shows a cat, 0 where not
	TestImages  []Picture // m_test pictures
	TestX       nn.Matrix // 12288×m_test
	TestY       nn.Matrix // 1×m_test

	Classes []words.Text // what an answer means: Classes[0] "not a cat", Classes[1] "cat"

	train, test Set
}

// yes is the label of the pictures whose answer is 1.
const yes = 1

// Set is some pictures with their answers.
type Set struct {
	Images []Picture
	X      nn.Matrix // 12288×m, 0 … 255
	Y      nn.Matrix // 1×m, 0 or 1

	part    Split
	entries []album.Entry
	classes []words.Text // what the entries' labels mean, of which there may be more than two
}

// FromAlbum returns the data set of an album that has the pixels of its parts train and test. The pictures with the label
// 1 are those whose answer is yes.
func FromAlbum(album *album.Album) Data {
	return Data{Name: album.Name}.of(albumSet(album, Train), albumSet(album, Test), yes)
}

// of returns the data set made of two sets, in which the pictures with the label yes have the answer 1.
func (d Data) of(train, test Set, yes int) Data {
	d.train, d.test = train.answer(yes), test.answer(yes)
	d.TrainImages, d.TrainX, d.TrainY = d.train.Images, d.train.X, d.train.Y
	d.TestImages, d.TestX, d.TestY = d.test.Images, d.test.X, d.test.Y
	classes := train.classes
	if len(classes) == 2 {
		d.Classes = []words.Text{classes[1-yes], classes[yes]}
	} else {
		d.Classes = []words.Text{words.T("not %s", "%sではない").Fill(classes[yes]), classes[yes]}
	}
	return d
}

// albumSet returns a part of an album as a set, in which the answer to label 1 is yes.
func albumSet(album *album.Album, part Split) Set {
	set := Set{part: part, entries: album.Part(string(part)), classes: album.Classes}
	for _, entry := range set.entries {
		set.Images = append(set.Images, entry.Picture)
	}
	set.X = pixels.Columns(set.Images...)
	return set.answer(yes)
}

// answer returns the set with Y = 1 for the pictures with this label and 0 for all others.
func (s Set) answer(label int) Set {
	answers := make([]float64, len(s.entries))
	for i, entry := range s.entries {
		if entry.Label == label {
			answers[i] = 1
		}
	}
	s.Y = nn.Row(answers...)
	return s
}

// With returns the data set with more pictures to learn from, behind those that it has. What it is examined on stays.
func (d Data) With(more Set) Data {
	d.train.entries = append(slices.Clip(d.train.entries), more.entries...)
	d.train.Images = append(slices.Clip(d.train.Images), more.Images...)
	d.train.X = pixels.Columns(d.train.Images...)
	answers := make([]float64, 0, len(d.train.Images))
	for _, Y := range []nn.Matrix{d.train.Y, more.Y} {
		_, m := Y.Dims()
		for i := range m {
			answers = append(answers, Y.At(0, i))
		}
	}
	d.train.Y = nn.Row(answers...)
	d.TrainImages, d.TrainX, d.TrainY = d.train.Images, d.train.X, d.train.Y
	return d
}

// Hash returns a fingerprint of the pictures and their answers: two data sets with the same one are the same to a
// network, and one changed pixel changes it.
func (d Data) Hash() string {
	hash := sha256.New()
	for _, set := range []Set{d.train, d.test} {
		set.feed(hash)
		set.feedKinds(hash)
	}
	return hex.EncodeToString(hash.Sum(nil)[:16])
}

func (s Set) feed(w io.Writer) {
	var number [8]byte
	put := func(n int) {
		binary.LittleEndian.PutUint64(number[:], uint64(n))
		_, _ = w.Write(number[:])
	}
	put(len(s.entries))
	_, answers := s.Y.Dims()
	for i := range answers {
		put(int(s.Y.At(0, i)))
	}
	line := make([]byte, 0, pixels.Side*pixels.Channels)
	for _, entry := range s.entries {
		for _, row := range entry.Picture {
			line = line[:0]
			for _, pixel := range row {
				line = append(line, pixel[:]...)
			}
			_, _ = w.Write(line)
		}
	}
}
