// Command source makes what lessons/data/cats embeds, and the drawn cups of lessons/data/pictures/try, from what lies beside it:
// crops/<name>.jpg and pictures.csv, which says of each crop where it is from. `go generate ./lessons/data/cats` runs it.
package main

import (
	"encoding/csv"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strconv"

	"nekonote/lessons/data/album"
	"nekonote/lessons/data/pixels"
	"nekonote/nn/words"
)

func main() {
	// go generate runs this in the folder of the file that asks for it, lessons/data/cats.
	if err := run("source", "sheets", filepath.Join("..", "pictures", "try")); err != nil {
		fmt.Fprintln(os.Stderr, "lessons/data/cats/source:", err)
		os.Exit(1)
	}
}

// run reads the folder source and writes the sheets and the drawings where they belong.
func run(source, sheets, try string) error {
	album, err := read(source)
	if err != nil {
		return err
	}
	if err := album.Write(sheets); err != nil {
		return err
	}
	for _, cup := range cups {
		if err := draw(cup, filepath.Join(try, cup.file)); err != nil {
			return err
		}
	}
	return nil
}

// read makes the album from the crops, in the order of pictures.csv, each reduced to what the network sees.
func read(source string) (*album.Album, error) {
	file, err := os.Open(filepath.Join(source, "pictures.csv"))
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, err
	}
	album := &album.Album{
		Name:    "cats",
		Classes: []words.Text{words.T("not a cat", "猫ではない"), words.T("cat", "猫")},
		Parts:   []album.Part{{Name: "train"}, {Name: "test"}, {Name: "extra"}},
	}
	for _, line := range lines[1:] {
		split, entry, err := parse(line)
		if err != nil {
			return nil, fmt.Errorf("pictures.csv: %w", err)
		}
		if entry.Picture, err = shrink(filepath.Join(source, "crops", entry.Name+".jpg")); err != nil {
			return nil, err
		}
		for i := range album.Parts {
			if part := &album.Parts[i]; part.Name == split {
				part.Pictures = append(part.Pictures, entry)
			}
		}
	}
	return album, nil
}

// parse reads a line: name,split,cat,source,file,x0,y0,x1,y1,licence,author.
func parse(line []string) (split string, entry album.Entry, err error) {
	var numbers [5]int
	for i, column := range []int{2, 5, 6, 7, 8} {
		if numbers[i], err = strconv.Atoi(line[column]); err != nil {
			return "", entry, fmt.Errorf("%s: %w", line[0], err)
		}
	}
	return line[1], album.Entry{
		Name:    line[0],
		Label:   numbers[0],
		Source:  line[3],
		File:    line[4],
		Box:     (*[4]int)(numbers[1:]),
		Licence: line[9],
		Author:  line[10],
	}, nil
}

func shrink(path string) (pixels.Picture, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	img, err := jpeg.Decode(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return pixels.Shrink(img, pixels.Side, pixels.Side), nil
}

// draw writes a drawing, and leaves alone one that looks the same: floating point may round otherwise on another processor.
func draw(cup cup, path string) error {
	img := cup.draw()
	if far, err := compare(img, path); err == nil && far <= rounding {
		return nil
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(file, img); err != nil {
		return err
	}
	return file.Close()
}

// rounding is how far a channel of 0 … 255 may be off in what another machine has drawn.
const rounding = 2

// compare returns how far the channels of a drawing are off, at most, from those of the PNG at path.
func compare(img *image.RGBA, path string) (int, error) {
	file, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer func() { _ = file.Close() }()
	decoded, err := png.Decode(file)
	if err != nil {
		return 0, err
	}
	there, ok := decoded.(*image.RGBA)
	if !ok || there.Rect != img.Rect {
		return 0, fmt.Errorf("%s is another picture", path)
	}
	far := 0
	for i, v := range img.Pix {
		d := int(v) - int(there.Pix[i])
		far = max(far, d, -d)
	}
	return far, nil
}
