// Package try holds the pictures that a learner finds in her folder to try her network on, beside her own: a cat, a dog, a
// cup of coffee, and two cups of latte art. README.md says where they are from.
package try

import "embed"

// Files are the pictures.
//
//go:embed *.png
var Files embed.FS
