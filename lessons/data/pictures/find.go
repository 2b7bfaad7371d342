package pictures

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nekonote/lessons/data/cats"
	"nekonote/nn/words"
)

// find returns where a picture lies: as the path says, seen from the notebook or from the learner's folder, or in her
// folder pictures. Where it is nowhere, the error names the files that she may have meant.
func find(path string) (string, error) {
	places := []string{path}
	if !filepath.IsAbs(path) {
		places = append(places, filepath.Join(cats.Folder(), path), filepath.Join(folder(), path))
	}
	for _, place := range places {
		if info, err := os.Stat(place); err == nil && path != "" {
			if info.IsDir() {
				return "", problem(words.T(
					"%q is a folder. Name one picture in it: %s.",
					"「%s」はフォルダーです。中の写真を 1 枚指定してください：%s",
				), path, some(namesIn(place)))
			}
			return place, nil
		}
	}
	name := filepath.Base(path)
	for _, place := range append(places, filepath.Join(folder(), name)) {
		there := namesIn(filepath.Dir(place))
		if near := nearest(name, there); len(near) > 0 {
			return "", problem(words.T(
				"There is no picture %q. Did you mean %s?",
				"「%s」という写真はありません。%s ではありませんか？",
			), path, some(near))
		}
	}
	there := namesIn(folder())
	if len(there) == 0 {
		return "", problem(words.T(
			"There is no picture %q. Drag one into the folder \"pictures\" in JupyterLab's file browser, on the left.",
			"「%s」という写真はありません。JupyterLab の左側のファイルブラウザーで、フォルダー「pictures」に写真をドラッグしてください。",
		), path)
	}
	return "", problem(words.T(
		"There is no picture %q. In the folder \"pictures\" there is: %s.",
		"「%s」という写真はありません。フォルダー「pictures」にあるもの：%s",
	), path, some(there))
}

// namesIn returns the files of a folder that a learner would name, in order; none where it cannot be read.
func namesIn(folder string) []string {
	entries, _ := os.ReadDir(folder)
	var names []string
	for _, entry := range entries {
		if !entry.IsDir() && looksLikePicture(entry.Name()) {
			names = append(names, entry.Name())
		}
	}
	return names
}

// looksLikePicture tells by its name whether a file is meant to be a picture. A hidden file is nobody's picture: macOS puts
// ._cat.jpg beside cat.jpg.
func looksLikePicture(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif", ".webp", ".bmp", ".heic", ".heif",
		".tif", ".tiff", ".avif", ".svg": // these cannot be opened, but she should be told why
		return !strings.HasPrefix(name, ".")
	}
	return false
}

// some joins up to eight names.
func some(names []string) string {
	const most = 8
	if len(names) > most {
		names = append(names[:most:most], "…")
	}
	return words.List(names).String()
}

// nearest returns the up to three names that are most like the one that was typed, most alike first, and none where all
// are quite different. Upper and lower case are one, and so are the endings: cat.jpg is like cat.png.
func nearest(typed string, names []string) []string {
	stem := func(name string) string {
		return strings.ToLower(strings.TrimSuffix(name, filepath.Ext(name)))
	}
	type candidate struct {
		name     string
		distance int
	}
	var near []candidate
	for _, name := range names {
		d := min(distance(strings.ToLower(typed), strings.ToLower(name)), distance(stem(typed), stem(name)))
		if d <= max(1, len([]rune(stem(typed)))/3) {
			near = append(near, candidate{name, d})
		}
	}
	slices.SortStableFunc(near, func(a, b candidate) int { return a.distance - b.distance })
	var best []string
	for _, candidate := range near[:min(3, len(near))] {
		best = append(best, candidate.name)
	}
	return best
}

// distance counts the letters to insert, delete, replace or swap with the next to get from a to b.
//
// Source: F. J. Damerau, "A technique for computer detection and correction of spelling errors", CACM 7 (1964), in the
// form of V. I. Levenshtein (1966), table by table.
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	table := make([][]int, len(from)+1)
	for i := range table {
		table[i] = make([]int, len(to)+1)
		table[i][0] = i
	}
	for j := range table[0] {
		table[0][j] = j
	}
	for i := 1; i <= len(from); i++ {
		for j := 1; j <= len(to); j++ {
			change := 1
			if from[i-1] == to[j-1] {
				change = 0
			}
			table[i][j] = min(table[i-1][j]+1, table[i][j-1]+1, table[i-1][j-1]+change)
			if i > 1 && j > 1 && from[i-1] == to[j-2] && from[i-2] == to[j-1] {
				table[i][j] = min(table[i][j], table[i-2][j-2]+1)
			}
		}
	}
	return table[len(from)][len(to)]
}
