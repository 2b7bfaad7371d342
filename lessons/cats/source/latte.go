package main

import "image"

// cup is a drawing of lessons/pictures/try.
type cup struct {
	file string
	draw func() image.Image
}

var cups []cup
