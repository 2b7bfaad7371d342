package own

import (
	"bytes"
	"context"
	"image/png"
	"slices"
	"strings"
	"testing"

	"nekonote/lessons/data/album"
	"nekonote/lessons/data/cats"
	"nekonote/lessons/data/creatures"
	"nekonote/nn"
)

// three is a data set of drawings of three kinds, and a network that has learned a little from it.
func three(t *testing.T, name string) (nn.Classifier, cats.Data) {
	t.Helper()
	set := &album.Album{Name: name, Parts: []album.Part{{Name: string(cats.Train)}, {Name: string(cats.Test)}}}
	for k := range 3 {
		set.Classes = append(set.Classes, creatures.Kinds[k].Name)
		for i, picture := range creatures.Drawings(k, 12) {
			part := &set.Parts[i%2]
			part.Pictures = append(part.Pictures, album.Entry{Picture: picture, Label: k})
		}
	}
	data := cats.FromAlbum(set)
	nn.Seed(1)
	net := nn.NewClassifier(16*16*3, 3)
	if err := net.Train(context.Background(), Inputs(data.TrainX, 16), data.TrainKinds(), nn.Training{Alpha: 0.01, Iterations: 10}); err != nil {
		t.Fatal(err)
	}
	return *net, data
}

func TestTheBestPicturesAreKeptAndNotShownOn(t *testing.T) {
	t.Setenv(cats.Variable, t.TempDir())
	net, data := three(t, "own")
	all, err := best(net, data, 16)
	if err != nil || len(all) == 0 {
		t.Fatal(len(all), err)
	}
	A, _ := net.Forward(Inputs(data.TestX, 16))
	surest := data.TestImages[Right(A, data.TestKinds())[0]]
	shown, err := png.Decode(bytes.NewReader(all[0].PNG))
	if err != nil || shown.At(20, 30) != surest.RGBA().At(20, 30) || !all[0].Right() {
		t.Errorf("%v; the first one is not the one that it is surest about", err)
	}
	for i, p := range all {
		if !p.Whole(3) || !p.Right() && i < len(all)-1 {
			t.Errorf("picture %d: %d, said %d, %d %%", i, p.Kind, p.Said, p.Percent)
		}
	}
	page, kept, err := sharePage(net, data)
	if err != nil || kept != len(all) || strings.Contains(page, `"percent"`) {
		t.Errorf("%v; %d are kept, and the page to show has them inside", err, kept)
	}
}

func TestPicturesOfOthersStayWhereTheyAre(t *testing.T) {
	for _, name := range []string{cats.BuiltIn, courses} {
		if net, data := three(t, name); hers(data) {
			t.Errorf("%s: they are taken for hers", name)
		} else if all, err := best(net, data, 16); len(all) > 0 || err != nil {
			t.Errorf("%s: %d pictures, %v", name, len(all), err)
		}
	}
}

func TestOneOfEachKindComesFirst(t *testing.T) {
	Y := nn.Row(0, 0, 0, 1, 1, 2)
	for _, c := range []struct{ which, want []int }{
		{[]int{0, 1, 2, 3, 4, 5}, []int{0, 3, 5}},
		{[]int{1, 0, 3, 2}, []int{1, 3, 0}},
		{[]int{2}, []int{2}},
		{nil, nil},
	} {
		if got := varied(c.which, Y, 3); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v; want %v", c.which, got, c.want)
		}
	}
}
