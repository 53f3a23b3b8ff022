//go:build !wasip1

package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
)

// Natively, and without what build.mjs changes in the libraries: requests come in and answers go out by lines. Tests compare both.
func main() {
	lines := bufio.NewReader(os.Stdin)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			fmt.Printf("%s\n", respond(line))
		}
		if err == io.EOF {
			return
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}
