package course

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/scigolib/hdf5"

	"nekonote/lessons/data/album"
	"nekonote/lessons/data/cats"
	"nekonote/lessons/data/pixels"
	"nekonote/nn/words"
)

// What a file may hold. The course's have 209 and 50 pictures, 2.6 MB and 0.6 MB; each number of a picture is 8 bytes while it is
// read, and what is compressed is unpacked at once.
const (
	most         = 64 << 20 // bytes
	mostPictures = 2000
	mostUnpacked = 64 << 20 // bytes of one compressed part
)

// signature begins every HDF5 file.
const signature = "\x89HDF\r\n\x1a\n"

// readFile returns which part a file holds, and its pictures. A damaged or foreign file is an error, never a panic.
func readFile(path string) (part string, entries []album.Entry, err error) {
	name := filepath.Base(path)
	damaged := func(cause any) error {
		return problem(words.T(
			"%s is damaged: %v. Copy or download it again.",
			"%s は壊れています：%v。もう一度コピーするかダウンロードしてください。",
		), name, cause)
	}
	// The library that reads the file trusts what stands in it; a damaged one can lead it outside of its tables.
	defer func() {
		if cause := recover(); cause != nil {
			part, entries, err = "", nil, damaged(cause)
		}
	}()
	if err := look(path); err != nil {
		return "", nil, err
	}
	if swells(path) {
		return "", nil, problem(words.T(
			"%s unpacks to far more than the pictures of the online course. Is it another file?",
			"%s は展開するとオンライン講座の写真よりずっと大きくなります。別のファイルではありませんか。",
		), name)
	}
	file, err := hdf5.Open(path)
	if err != nil {
		return "", nil, damaged(err)
	}
	defer func() { _ = file.Close() }()

	sets := map[string]*hdf5.Dataset{}
	var names []string
	for _, child := range file.Root().Children() {
		if set, ok := child.(*hdf5.Dataset); ok {
			sets[child.Name()] = set
		}
		names = append(names, child.Name())
	}
	for _, part := range parts {
		X, Y := sets[part+"_set_x"], sets[part+"_set_y"]
		if X == nil || Y == nil {
			continue
		}
		entries, err := readSets(name, part, X, Y)
		if said := (cats.Problem{}); err != nil && !errors.As(err, &said) {
			err = damaged(err)
		}
		return part, entries, err
	}
	return "", nil, problem(words.T(
		"%s is an HDF5 file, but not one of the online course: it holds %q; want train_set_x and train_set_y, or test_set_x and test_set_y.",
		"%s は HDF5 ファイルですが、オンライン講座のものではありません。中身は「%s」です。train_set_x と train_set_y、または test_set_x と test_set_y が必要です。",
	), name, strings.Join(names, ", "))
}

// look refuses what is no HDF5 file, or far too large a one, before the library sees it.
func look(path string) error {
	name := filepath.Base(path)
	file, err := os.Open(path)
	if err != nil {
		return cannotRead(path, err)
	}
	defer func() { _ = file.Close() }()
	info, err := file.Stat()
	if err != nil {
		return cannotRead(path, err)
	}
	if info.Size() > most {
		return problem(words.T(
			"%s has %d MB; the files of the online course have less than 3. Is it another one?",
			"%s は %d MB あります。オンライン講座のファイルは 3 MB 未満です。別のファイルではありませんか。",
		), name, info.Size()>>20)
	}
	start := make([]byte, len(signature))
	if n, _ := file.ReadAt(start, 0); string(start[:n]) != signature {
		return problem(words.T(
			"%s is not an HDF5 file. If it came from a web page, download the file itself, not the page that shows it.",
			"%s は HDF5 ファイルではありません。ウェブから保存した場合は、表示ページではなくファイルそのものをダウンロードしてください。",
		), name)
	}
	return nil
}

// readSets reads the pictures, m×64×64×3 of 0 … 255, and the answers, m of 0 or 1.
func readSets(file, part string, X, Y *hdf5.Dataset) ([]album.Entry, error) {
	shapeX, err := shape(X)
	if err != nil {
		return nil, fmt.Errorf("%s_set_x: %w", part, err)
	}
	shapeY, err := shape(Y)
	if err != nil {
		return nil, fmt.Errorf("%s_set_y: %w", part, err)
	}
	if len(shapeX) != 4 || shapeX[1] != pixels.Side || shapeX[2] != pixels.Side || shapeX[3] != pixels.Channels || shapeX[0] < 1 || shapeX[0] > mostPictures {
		return nil, problem(words.T(
			"%s: %s_set_x has the shape %s; want m×64×64×3, pictures of 64×64 pixels of 3 numbers.",
			"%s：%s_set_x の形は %s です。m×64×64×3（64×64 ピクセル、各 3 個の数）が必要です。",
		), file, part, times(shapeX))
	}
	m := shapeX[0]
	if len(shapeY) != 1 || shapeY[0] != m {
		return nil, problem(words.T(
			"%s: there are %d pictures, but %s_set_y has the shape %s; want one answer for each.",
			"%s：写真は %d 枚ですが、%s_set_y の形は %s です。写真 1 枚につき答えが 1 つ必要です。",
		), file, m, part, times(shapeY))
	}
	values, err := numbers(X, m*pixels.Size)
	if err != nil {
		return nil, fmt.Errorf("%s_set_x: %w", part, err)
	}
	answers, err := numbers(Y, m)
	if err != nil {
		return nil, fmt.Errorf("%s_set_y: %w", part, err)
	}
	return entries(file, part, values, answers)
}

// numbers reads a data set of n numbers.
func numbers(set *hdf5.Dataset, n int) ([]float64, error) {
	values, err := set.Read()
	if err == nil && len(values) != n {
		err = fmt.Errorf("%d of %d numbers", len(values), n)
	}
	return values, err
}

// entries makes the pictures of their numbers.
func entries(file, part string, values, answers []float64) (_ []album.Entry, err error) {
	all := make([]album.Entry, len(answers))
	for i := range all {
		if answers[i] != 0 && answers[i] != 1 {
			return nil, problem(words.T(
				"%s: answer %d in %s_set_y is %g; want 0 or 1.",
				"%s：%[3]s_set_y の %[2]d 番の答えは %[4]g です。0 か 1 でなければなりません。",
			), file, i, part, answers[i])
		}
		all[i] = entry(part, file, i, int(answers[i]))
		if all[i].Picture, err = picture(values[i*pixels.Size : (i+1)*pixels.Size]); err != nil {
			return nil, problem(words.T(
				"%s: picture %d in %s_set_x holds %v; want whole numbers of 0 to 255.",
				"%s：%[3]s_set_x の %[2]d 番の写真に %[4]v が入っています。0〜255 の整数でなければなりません。",
			), file, i, part, err)
		}
	}
	return all, nil
}

// picture makes a picture of its numbers, row after row, pixel after pixel, channel after channel.
func picture(values []float64) (pixels.Picture, error) {
	p := pixels.New(pixels.Side, pixels.Side)
	at := 0
	for row := range p {
		for x := range p[row] {
			for channel := range p[row][x] {
				value := values[at]
				at++
				if value != float64(uint8(value)) {
					return nil, fmt.Errorf("%g", value)
				}
				p[row][x][channel] = uint8(value)
			}
		}
	}
	return p, nil
}

// sizes finds the shape in what the library says of a data set: "… 4D array [209 64 64 3], …", "… 2D array [3 x
// 4], …". It has no other way to ask before everything is read.
var sizes = regexp.MustCompile(`array \[([0-9 x]+)\]`)

func shape(set *hdf5.Dataset) ([]int, error) {
	info, err := set.Info()
	if err != nil {
		return nil, err
	}
	found := sizes.FindStringSubmatch(info)
	if found == nil {
		return nil, nil // a single value
	}
	var shape []int
	for _, word := range strings.Fields(strings.ReplaceAll(found[1], "x", " ")) {
		size, err := strconv.Atoi(word)
		if err != nil {
			return nil, err
		}
		shape = append(shape, size)
	}
	return shape, nil
}

func times(shape []int) string {
	sizes := make([]string, len(shape))
	for i, size := range shape {
		sizes[i] = strconv.Itoa(size)
	}
	return strings.Join(sizes, "×")
}
