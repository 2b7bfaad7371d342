// Package cats is the pictures that the networks of the course learn from: cats, and what is not a cat.
//
// Photographs under open licences are built in, so that everything works at once and offline. A learner who has the
// course's own files imports them (`go run ./kernel data import`), and can make a data set of her own pictures; Use
// chooses which set Load returns.
package cats

import "nekonote/lessons/data/pixels"

//go:generate go run ./source

// Picture is rows of pixels, p[row][column][channel], each number 0 to 255: len(p) is 64, and so is len(p[0]).
type Picture = pixels.Picture
