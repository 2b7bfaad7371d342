package cats

import (
	"testing"

	"nekonote/lessons/data/album"
	"nekonote/lessons/data/pixels"
	"nekonote/nn"
	"nekonote/nn/words"
)

// album has pictures with these labels, the last one for the test.
func albumOf(labels ...int) *album.Album {
	a := &album.Album{Name: "own", Classes: []words.Text{words.T("tea", "お茶"), words.T("coffee", "コーヒー"), words.T("milk", "牛乳")}, Parts: []album.Part{{Name: "train"}, {Name: "test"}}}
	for i, label := range labels {
		picture := pixels.New(64, 64)
		picture[0][0][0] = uint8(i)
		part := &a.Parts[0]
		if i == len(labels)-1 {
			part = &a.Parts[1]
		}
		part.Pictures = append(part.Pictures, album.Entry{Picture: picture, Label: label})
	}
	return a
}

func TestKindsAreInTheOrderOfTheFolders(t *testing.T) {
	data := FromAlbum(albumOf(1, 0, 2, 1, 2))
	names := data.Kinds()
	if names[0].In(words.English) != "coffee" || names[1].In(words.English) != "tea" || names[2].In(words.English) != "milk" {
		t.Errorf("the kinds are %v", names)
	}
	if !data.TrainKinds().Equal(nn.Row(0, 1, 2, 0), 0) || !data.TestKinds().Equal(nn.Row(2), 0) {
		t.Errorf("trained on %v, tested on %v", data.TrainKinds(), data.TestKinds())
	}
	if built := builtIn(); built.Kinds()[0].In(words.English) != "cat" || built.TrainKinds().Sum() != 209-97 {
		t.Errorf("of the cats: %v, %v pictures of the second kind", built.Kinds(), built.TrainKinds().Sum())
	}
}

// Two sets whose yes and no are the same, but not their classes, are not the same to a network that tells all apart.
func TestHashKnowsAllKinds(t *testing.T) {
	if FromAlbum(albumOf(1, 0, 2, 1, 2)).Hash() == FromAlbum(albumOf(1, 2, 0, 1, 2)).Hash() {
		t.Error("another class has the same hash")
	}
}
