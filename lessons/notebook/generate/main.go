// Generate writes the learner's notebooks of all languages into the folder that its argument names: en/ and ja/.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: generate FOLDER")
		os.Exit(2)
	}
	for _, lang := range words.Langs {
		if err := notebook.Write(filepath.Join(os.Args[1], string(lang)), lang, false); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}
