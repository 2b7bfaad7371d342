package cats

import (
	"embed"
	"fmt"
	"io/fs"

	"nekonote/lessons/data/album"
	"nekonote/nn/words"
	"nekonote/plots/display"
)

// sheets is what ./source makes: the built-in pictures.
//
//go:embed sheets
var sheets embed.FS

// BuiltIn is the name of the data set that is always there.
const BuiltIn = "cats"

// Load returns the data set in use: the built-in pictures, or the one chosen with Use or `go run ./kernel data use`. Where
// the chosen one cannot be read, it says so and returns the built-in pictures, so that a lesson goes on.
func Load() Data {
	name := InUse()
	data, err := Open(name)
	if err != nil {
		display.Text(words.T(
			"%s\nThe built-in pictures are used instead.",
			"%s\n代わりに、内蔵の写真を使います。",
		).Fill(err).String())
		return builtIn()
	}
	return data
}

// Open returns the data set of the given name, whichever is in use. The error names the file that is missing or damaged,
// and what to do.
func Open(name string) (Data, error) {
	if name == BuiltIn {
		return builtIn(), nil
	}
	album, err := readStored(name)
	if err != nil {
		return Data{}, err
	}
	return FromAlbum(album), nil
}

// Extra returns more built-in pictures, 136 of them, hardly any a cat: for trying what more data does. It is unpacked
// only when it is asked for.
func Extra() Set {
	return albumSet(builtInAlbum(ExtraSplit), ExtraSplit)
}

func builtIn() Data {
	return FromAlbum(builtInAlbum(Train, Test))
}

func builtInAlbum(parts ...Split) *album.Album {
	names := make([]string, len(parts))
	for i, part := range parts {
		names[i] = string(part)
	}
	folder, err := fs.Sub(sheets, "sheets")
	if err != nil {
		panic(err) // "sheets" is a valid path
	}
	album, err := album.Read(folder, names...)
	if err != nil {
		panic(fmt.Errorf("cats: the built-in pictures: %w", err)) // a test reads them all
	}
	return album
}
