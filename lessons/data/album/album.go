// Package album keeps labelled pictures with what is known of each, in a folder or a zip file: what data sets are made of.
package album

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"nekonote/lessons/data/pixels"
	"nekonote/nn/words"
)

// Album is a collection of labelled pictures of Side × Side pixels, in parts such as "train" and "test", each picture with
// what is known of it. On disk it is a folder: album.json, and for each part a sheet, <part>.png.
type Album struct {
	Name    string       `json:"name"`
	Classes []words.Text `json:"classes"` // what each label means: Classes[1] is "cat"
	Parts   []Part       `json:"parts"`
}

// Part is some pictures of an album, in order.
type Part struct {
	Name     string  `json:"name"` // a word that can be a file's name: "train"
	Pictures []Entry `json:"pictures"`
}

// Entry is one picture of an album, and where it is from. What is not known is empty.
type Entry struct {
	Picture pixels.Picture `json:"-"` // its pixels; nil where the part's sheet was not asked for
	Name    string         `json:"name"`
	Label   int            `json:"label"`
	Source  string         `json:"source,omitempty"`
	File    string         `json:"file,omitempty"`
	Box     *[4]int        `json:"box,omitempty"` // what was cut out of the file: x0, y0, x1, y1 in pixels
	Licence string         `json:"licence,omitempty"`
	Author  string         `json:"author,omitempty"`
}

// manifest is the file of an album that says what its sheets hold.
const manifest = "album.json"

// most is how many pictures a part may have: more than a course needs, and few enough that an album from elsewhere that
// claims to be enormous does no harm.
const most = 20_000

// Part returns the pictures of a part, and none where the album has no such part.
func (a *Album) Part(name string) []Entry {
	for _, part := range a.Parts {
		if part.Name == name {
			return part.Pictures
		}
	}
	return nil
}

// Read reads an album from a folder, with the pixels of the named parts only: an album can hold more than a lesson
// looks at. It returns an error that names the file where one is missing, damaged or does not fit.
func Read(folder fs.FS, parts ...string) (*Album, error) {
	album, err := readManifest(folder)
	if err != nil {
		return nil, err
	}
	// Two sheets are unpacked side by side: it is what a cell that asks for a data set waits for.
	wait := make(chan error, len(parts))
	for _, name := range parts {
		go func() { wait <- readPart(folder, name, album.Part(name)) }()
	}
	var problems []error
	for range parts {
		problems = append(problems, <-wait)
	}
	return album, errors.Join(problems...)
}

func readManifest(folder fs.FS) (*Album, error) {
	text, err := fs.ReadFile(folder, manifest)
	if err != nil {
		return nil, err
	}
	album := new(Album)
	if err := json.Unmarshal(text, album); err != nil {
		return nil, fmt.Errorf("%s is damaged: %w", manifest, err)
	}
	for _, part := range album.Parts {
		if len(part.Pictures) > most {
			return nil, fmt.Errorf("%s: %q has %d pictures; at most %d are read", manifest, part.Name, len(part.Pictures), most)
		}
		for _, entry := range part.Pictures {
			if entry.Label < 0 || entry.Label >= len(album.Classes) {
				return nil, fmt.Errorf("%s: %s has label %d; there are %d classes", manifest, entry.Name, entry.Label, len(album.Classes))
			}
		}
	}
	return album, nil
}

func readPart(folder fs.FS, name string, entries []Entry) error {
	if len(entries) == 0 {
		return fmt.Errorf("%s names no pictures of %q", manifest, name)
	}
	file := name + ".png"
	sheet, err := fs.ReadFile(folder, file)
	if err != nil {
		return err
	}
	pictures, err := ReadSheet(sheet, len(entries))
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for i := range entries {
		entries[i].Picture = pictures[i]
	}
	return nil
}

// Write writes the album into a folder that exists. A sheet that holds the same pixels already is left alone: another
// version of Go may pack them otherwise, and such a file should change only when a picture does.
func (a *Album) Write(folder string) error {
	for _, part := range a.Parts {
		path := filepath.Join(folder, part.Name+".png")
		old, err := os.ReadFile(path)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if there, err := ReadSheet(old, len(part.Pictures)); err == nil && Same(there, part.pixels()) {
			continue
		}
		var sheet bytes.Buffer
		if err := WriteSheet(&sheet, part.pixels()); err != nil {
			return fmt.Errorf("%s: %w", part.Name, err)
		}
		if err := os.WriteFile(path, sheet.Bytes(), 0o644); err != nil {
			return err
		}
	}
	text, err := a.manifest()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, manifest), text, 0o644)
}

// Zip writes the album as one file, a zip of its folder, which zip.NewReader turns into a folder for Read again.
func (a *Album) Zip(w io.Writer) error {
	archive := zip.NewWriter(w)
	for _, part := range a.Parts {
		// A PNG is packed already; to pack it again would only take time.
		sheet, err := archive.CreateHeader(&zip.FileHeader{Name: part.Name + ".png", Method: zip.Store})
		if err != nil {
			return err
		}
		if err := WriteSheet(sheet, part.pixels()); err != nil {
			return fmt.Errorf("%s: %w", part.Name, err)
		}
	}
	text, err := a.manifest()
	if err != nil {
		return err
	}
	file, err := archive.Create(manifest)
	if err != nil {
		return err
	}
	if _, err := file.Write(text); err != nil {
		return err
	}
	return archive.Close()
}

func (a *Album) manifest() ([]byte, error) {
	text, err := json.MarshalIndent(a, "", " ")
	return append(text, '\n'), err
}

func (p Part) pixels() []pixels.Picture {
	pictures := make([]pixels.Picture, len(p.Pictures))
	for i, entry := range p.Pictures {
		pictures[i] = entry.Picture
	}
	return pictures
}

// Same reports whether two lists hold the same pictures, pixel by pixel.
func Same(a, b []pixels.Picture) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Bounds() != b[i].Bounds() || !bytes.Equal(a[i].RGBA().Pix, b[i].RGBA().Pix) {
			return false
		}
	}
	return true
}
