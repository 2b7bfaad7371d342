package digits

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"

	"nekonote/nn"
)

func TestDigitsAreThoseOfTheReadme(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	if sum := sha256.Sum256(packed); !strings.Contains(string(readme), hex.EncodeToString(sum[:])) {
		t.Errorf("the pictures are not those whose sum README.md names, but %x", sum)
	}
	X, Y := Load()
	if n, m := X.Dims(); n != 64 || m != 1797 {
		t.Fatalf("there are %d×%d numbers", n, m)
	}
	count := map[float64]int{}
	for j := range 1797 {
		count[Y.At(0, j)]++
	}
	if len(count) != 10 || count[0] != 178 || X.Max() != 1 {
		t.Errorf("the digits come %v times, the brightest pixel is %v", count, X.Max())
	}
	X.Dense().Set(0, 0, 5)
	if again, _ := Load(); again.At(0, 0) == 5 {
		t.Error("who changes the pictures changes them for all")
	}
}

func TestOneOfTenAndBack(t *testing.T) {
	Y := nn.Row(3, 0, 9)
	if got := Largest(OneOfTen(Y)); !got.Equal(Y, 0) {
		t.Errorf("there and back: %v", got)
	}
}
