// Package share makes a page to show of a network that tells pictures apart: one HTML file with the network inside. Whoever
// opens it, on a phone too, picks a picture or points the camera, and it judges there and then. It needs no network, and a rule
// in the page forbids every connection, so that no picture leaves the device.
package share

import (
	"bytes"
	"encoding/json"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"

	"nekonote/nn/files"
	"nekonote/nn/words"
)

// Classifier is a trained network with what is to be said of it.
type Classifier struct {
	Kinds   []words.Text    `json:"kinds"`   // what it tells apart, in the order of its outputs
	Learned []int           `json:"learned"` // of each kind: from how many pictures it has learned
	Tested  []int           `json:"tested"`  // on how many others it was examined
	Wrong   []int           `json:"wrong"`   // how many of these it got wrong
	Squares int             `json:"squares"` // it sees a picture as so many times so many squares of mean colour
	Network json.RawMessage `json:"network"` // as nn.Write writes an nn.Classifier

	Best []Picture `json:"best,omitempty"` // for a certificate; the page to show has no picture inside
}

// Picture is a picture of the test that is kept with what the network says of it.
type Picture struct {
	PNG     []byte `json:"png"`
	Kind    int    `json:"kind"` // what it shows
	Said    int    `json:"said"` // what the network says
	Percent int    `json:"percent"`
}

// Right reports whether the network is right about it.
func (p Picture) Right() bool { return p.Said == p.Kind }

// mostPNG is more than a picture of 64×64 pixels takes.
const mostPNG = 20 << 10

// Whole reports whether it is a picture of so many kinds' test, as Keep keeps it.
func (p Picture) Whole(kinds int) bool {
	if min(p.Kind, p.Said) < 0 || max(p.Kind, p.Said) >= kinds || p.Percent < 0 || p.Percent > 100 || len(p.PNG) > mostPNG {
		return false
	}
	about, err := png.DecodeConfig(bytes.NewReader(p.PNG))
	if err != nil || about.Width != side || about.Height != side {
		return false
	}
	_, err = png.Decode(bytes.NewReader(p.PNG))
	return err == nil
}

// side is a picture's, in pixels.
const side = 64

// path is where the network that is to be shown is kept in a learner's folder.
func path(folder string) string { return filepath.Join(folder, ".nekonote", "share.json") }

// File is the page in a learner's folder.
const File = "my-network.html"

// Has reports whether a network is kept in a learner's folder.
func Has(folder string) bool {
	_, err := os.Stat(path(folder))
	return err == nil
}

// Put writes the page of the network that is kept in a learner's folder into that folder.
func Put(folder string, lang words.Lang) error {
	c, err := Kept(folder)
	if err != nil {
		return err
	}
	page, err := c.Page(lang)
	if err != nil {
		return err
	}
	return Write(filepath.Join(folder, File), page)
}

// Keep stores the classifier in a learner's folder, in place of one that was there.
func (c Classifier) Keep(folder string) error {
	return files.Replace(path(folder), func(w io.Writer) error { return json.NewEncoder(w).Encode(c) })
}

// Kept returns the classifier that Keep has stored in a learner's folder.
func Kept(folder string) (c Classifier, err error) {
	data, err := os.ReadFile(path(folder))
	if err != nil {
		return c, errors.New(sayNone.String())
	}
	if err := json.Unmarshal(data, &c); err != nil || !c.whole() {
		return c, errors.New(sayDamaged.Fill(path(folder)).String())
	}
	return c, nil
}

// whole reports whether there is as much of everything as there are kinds.
func (c Classifier) whole() bool {
	n := len(c.Kinds)
	for _, p := range c.Best {
		if !p.Whole(n) {
			return false
		}
	}
	return n > 1 && len(c.Learned) == n && len(c.Tested) == n && len(c.Wrong) == n && c.Squares > 0 && len(c.Network) > 0
}

var (
	sayNone = words.T("There is no network to show yet. Open the notebook “Your own pictures”, train one, and run the cell with own.Share.",
		"まだ見せるネットワークがありません。「自分の写真」のノートブックを開き、訓練してから、own.Share のセルを実行してください。")
	sayDamaged = words.T("%s is damaged. Run the cell with own.Share once more.", "%s が壊れています。own.Share のセルをもう一度実行してください。")
)
