package desk

import (
	"go/scanner"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// plain are the blocks of characters that the fonts of a plain Linux have: DejaVu, and any font for Japanese.
var plain = &unicode.RangeTable{R16: []unicode.Range16{
	{0x0009, 0x000d, 1}, {0x0020, 0x024f, 1}, // Latin
	{0x02b0, 0x03ff, 1},                                           // letters that modify, accents, Greek
	{0x1d00, 0x1dbf, 1},                                           // small raised letters
	{0x2010, 0x205f, 1},                                           // punctuation
	{0x2070, 0x209f, 1},                                           // raised and lowered digits
	{0x20ac, 0x20ac, 1},                                           // €
	{0x2100, 0x214f, 1},                                           // signs like letters: ℝ
	{0x2150, 0x218f, 1},                                           // fractions
	{0x2190, 0x22ff, 1},                                           // arrows, operators
	{0x2308, 0x230b, 1},                                           // brackets that round
	{0x23a7, 0x23ab, 1},                                           // pieces of large brackets
	{0x2500, 0x25ff, 1},                                           // lines, blocks, shapes
	{0x2600, 0x26b2, 1},                                           // weather, hands, signs
	{0x2700, 0x2767, 1},                                           // ✎ ✓ ✗
	{0x27e8, 0x27eb, 1},                                           // ⟨ ⟩
	{0x3000, 0x30ff, 1}, {0x4e00, 0x9fff, 1}, {0xff00, 0xffef, 1}, // Japanese
	{0xfffd, 0xfffd, 1}, // what cannot be read
}}

func foreign(text string) string {
	for _, r := range text {
		if !unicode.Is(plain, r) && !unicode.In(r, unicode.Cc, unicode.Cf) {
			return string(r) + " " + strconv.QuoteRuneToASCII(r)
		}
	}
	return ""
}

// TestEveryGlyphIsInPlainFonts reads all that may come before a learner's eyes: notebooks, lessons, the page's own scripts and
// styles, and every string of the programs.
func TestEveryGlyphIsInPlainFonts(t *testing.T) {
	module, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	err = filepath.WalkDir(module, func(path string, entry fs.DirEntry, err error) error {
		name := entry.Name()
		if err != nil || entry.IsDir() {
			if strings.HasPrefix(name, ".") || name == "testdata" || name == "artifacts" || name == "work" {
				return fs.SkipDir
			}
			return err
		}
		if strings.HasSuffix(name, "_test.go") {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		texts := []string{string(content)}
		switch filepath.Ext(name) {
		case ".go":
			texts = literals(content)
		case ".ipynb", ".md", ".ts", ".js", ".css", ".html":
		default:
			return nil
		}
		read++
		for _, text := range texts {
			if found := foreign(text); found != "" {
				t.Errorf("%s: %s is in no font of a plain Linux", strings.TrimPrefix(path, module), found)
			}
		}
		return nil
	})
	if err != nil || read < 300 {
		t.Errorf("%d files were read: %v", read, err)
	}
}

// literals are the strings and characters of a Go file.
func literals(content []byte) []string {
	var all []string
	var s scanner.Scanner
	set := token.NewFileSet()
	s.Init(set.AddFile("", set.Base(), len(content)), content, nil, 0)
	for {
		_, tok, text := s.Scan()
		switch tok {
		case token.EOF:
			return all
		case token.STRING:
			if said, err := strconv.Unquote(text); err == nil {
				all = append(all, said)
			}
		}
	}
}

func TestAnHourglassIsNoPlainGlyph(t *testing.T) {
	for _, text := range []string{"⏳", "📖", "🐱"} {
		if foreign(text) == "" {
			t.Errorf("%q passes", text)
		}
	}
	if found := foreign("σ(wᵀX) ≤ ½, 猫！✓"); found != "" {
		t.Error(found)
	}
}
