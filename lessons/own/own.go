// Package own is the notebook of a learner's own pictures: folders of them become a data set, and her network learns
// from it.
package own

import (
	"errors"
	"image/png"
	"os"

	"nekonote/lessons/data/cats"
)

// write writes a picture into a new file.
func write(path string, picture cats.Picture) (err error) {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return png.Encode(file, picture)
}
