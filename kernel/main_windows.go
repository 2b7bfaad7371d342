package main

import (
	"fmt"
	"os"

	"nekonote/nn/words"
)

// sayWSL is all that the program says on Windows: GoNB, and what limits and stops the cells, want Linux or macOS below them.
var sayWSL = words.T(
	"On Windows, Nekonote runs inside WSL2: install it (wsl --install), open its Ubuntu, clone Nekonote there and start it there.",
	"Windows では WSL2 の中で動きます。WSL2 をインストールし（wsl --install）、Ubuntu を開いて、その中で Nekonote をクローンして起動してください。",
)

func main() {
	for _, lang := range words.Langs {
		fmt.Fprintln(os.Stderr, sayWSL.In(lang))
	}
	os.Exit(2)
}
