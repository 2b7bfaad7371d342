package pictures

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"slices"
	"strings"

	"nekonote/lessons/data/album"
	"nekonote/lessons/data/cats"
	"nekonote/nn/words"
)

const (
	fewest    = 2  // of each kind: one to learn from, one to be examined on
	enough    = 30 // of each kind, below which a network learns little but chance
	lopsided  = 3  // times as many of one kind as of another
	testShare = 5  // one of so many is for the test
)

// split deals the pictures of each folder out, a fifth of them to the test.
func (c *Collection) split(entries []album.Entry) error {
	classes := make([]words.Text, len(c.Groups))
	for i, group := range c.Groups {
		classes[label(i)] = words.T(group.Name, group.Name)
	}
	c.album = &album.Album{Name: "own", Classes: classes, Parts: []album.Part{{Name: string(cats.Train)}, {Name: string(cats.Test)}}}
	var tooFew []error
	for i := range c.Groups {
		group := &c.Groups[i]
		var own []album.Entry
		for _, entry := range entries {
			if entry.Label == label(i) {
				own = append(own, entry)
			}
		}
		if len(own) < fewest {
			tooFew = append(tooFew, problem(words.T(
				"The folder %q has %d usable pictures; %d are the least, one to learn from and one for the test.",
				"フォルダー「%s」で使える写真は %d 枚です。少なくとも %d 枚（訓練用とテスト用）が必要です。",
			), group.Name, len(own), fewest))
			continue
		}
		slices.SortFunc(own, byLot)
		group.Test = max(1, len(own)/testShare)
		group.Train = len(own) - group.Test
		c.album.Parts[1].Pictures = append(c.album.Parts[1].Pictures, own[:group.Test]...)
		c.album.Parts[0].Pictures = append(c.album.Parts[0].Pictures, own[group.Test:]...)
	}
	if len(tooFew) > 0 {
		for _, left := range c.Problems {
			tooFew = append(tooFew, left.Why)
		}
		return errors.Join(tooFew...)
	}
	for _, part := range c.album.Parts { // the first pictures that one looks at are of all folders
		slices.SortFunc(part.Pictures, byLot)
	}
	c.Data = cats.FromAlbum(c.album)
	return nil
}

// byLot is the order of the pixels' hashes, which is as good as drawn by lot and is the same on every run.
func byLot(a, b album.Entry) int {
	x, y := sha256.Sum256(a.Picture.RGBA().Pix), sha256.Sum256(b.Picture.RGBA().Pix)
	return bytes.Compare(x[:], y[:])
}

// fewer names the folders with fewer pictures than that, each with how many it has.
func (c *Collection) fewer(than int) string {
	var all []string
	for _, group := range c.Groups {
		if n := group.Train + group.Test; n < than {
			all = append(all, words.Named(group.Name, n).String())
		}
	}
	return strings.Join(all, ", ")
}

// advise says what a network will find hard about the collection, each thing in one sentence.
func (c *Collection) advise() {
	bySize := func(a, b Group) int { return cmp.Compare(a.Train+a.Test, b.Train+b.Test) }
	least, most := slices.MinFunc(c.Groups, bySize), slices.MaxFunc(c.Groups, bySize)
	if least.Train+least.Test < enough {
		c.Advice = append(c.Advice, words.T(
			"With fewer than %d pictures of a kind, a network mostly learns them by heart (%s).",
			"1 種類が %d 枚より少ないと、ネットワークはほとんど丸暗記になります（%s）。",
		).Fill(enough, c.fewer(enough)))
	}
	if few, many := least.Train+least.Test, most.Train+most.Test; many >= lopsided*few {
		c.Advice = append(c.Advice, words.T(
			"%q has %d pictures and %q only %d: always giving the same answer would be right in %.0f %% of the test, so a network may learn just that. Take about as many of each.",
			"「%s」は %d 枚、「%s」は %d 枚しかありません。いつも同じ答えを返すだけでテストの %.0f %% が正解になるので、そうしてしまいがちです。同じくらいの枚数にしてください。",
		).Fill(most.Name, many, least.Name, few, 100*c.Guess()))
	} else if guess := c.Guess(); guess > 0 {
		c.Advice = append(c.Advice, words.T(
			"Always giving the same answer would be right in %.0f %% of the test: a network is worth something above that.",
			"いつも同じ答えを返すだけで、テストの %.0f %% が正解になります。これを超えて初めて、学習したと言えます。",
		).Fill(100*guess))
	}
}
