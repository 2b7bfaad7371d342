// Check reads all lectures and draws their scenes. What is wrong with one is said with file and line.
package main

import (
	"fmt"
	"os"

	"nekonote/kernel/lectures"
)

func main() {
	if err := lectures.Check(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
