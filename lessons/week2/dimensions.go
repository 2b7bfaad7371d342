package week2

import (
	"nekonote/lessons"
	"nekonote/lessons/data/pixels"
	"nekonote/nn/words"
)

type counting = func(train, test []pixels.Picture) (int, int, int)

// Dimensions is the exercise of looking at the data before computing with it.
var Dimensions = &lessons.Exercise[counting]{
	ID:    "week2/dimensions",
	Title: words.T("How much data is there?", "データの大きさを調べる"),
	Prompt: words.T("Find how many pictures are in the training set and in the test set, and how many pixels wide (and high) each of them is.",
		"訓練データとテストデータの画像の枚数と、画像の一辺のピクセル数を求めてください。"),
	Points: 5,

	Formula:   "mTrain = len(train), mTest = len(test), numPx = len(train[0])",
	Reference: dimensions,
	Week:      week,

	Cases: []lessons.Case{
		{Args: []any{photos(lessons.NewDraw(1), 5, 8, 8), photos(lessons.NewDraw(2), 3, 8, 8)}},
	},
	Random: func(d *lessons.Draw) []any {
		side := d.Dim(4, 7)
		return []any{photos(d, d.Dim(4, 9), side, side), photos(d, d.Dim(1, 3), side, side)}
	},

	Mistakes: []lessons.Mistake[counting]{
		lessons.Wrong(func(train, test []pixels.Picture) (int, int, int) {
			mTrain, mTest, numPx := dimensions(train, test)
			return mTest, mTrain, numPx
		},
			"`mTrain` and `mTest` are swapped.",
			"`mTrain` と `mTest` が入れ替わっています。"),
		lessons.Wrong(func(train, test []pixels.Picture) (int, int, int) {
			mTrain, mTest, numPx := dimensions(train, test)
			return mTrain, mTest, numPx * numPx
		},
			"`numPx` is the number of all pixels of a picture; you need the length of one side.",
			"`numPx` が、画像全体のピクセル数になっています。求めるのは一辺のピクセル数です。"),
		lessons.Wrong(func(train, test []pixels.Picture) (int, int, int) {
			mTrain, mTest, numPx := dimensions(train, test)
			return mTrain, mTest, numPx * numPx * 3
		},
			"`numPx` counts all numbers of a picture, of its three channels; you need the length of one side.",
			"`numPx` が、3 つのチャンネルを含むすべての数の個数になっています。求めるのは一辺のピクセル数です。"),
		lessons.Wrong(func(train, test []pixels.Picture) (int, int, int) { return 209, 50, 64 },
			"209, 50 and 64 are right for these cats, but the check brings other pictures too: count them with len.",
			"209、50、64 はこの猫のデータでは正しいのですが、チェックでは別の画像も使います。len で数えてください。"),
		lessons.Wrong(func(train, test []pixels.Picture) (int, int, int) {
			mTrain, mTest, _ := dimensions(train, test)
			return mTrain, mTest, len(train[0][0][0])
		},
			"`numPx` is the number of channels (red, green, blue). The pixels of one row are counted one level further out.",
			"`numPx` が、チャンネル（赤・緑・青）の数になっています。ピクセルは、その一つ外側の階層で数えます。"),
		lessons.Wrong(func(train, test []pixels.Picture) (int, int, int) {
			mTrain, mTest, numPx := dimensions(train, test)
			return mTrain + mTest, mTest, numPx
		},
			"`mTrain` counts the test pictures too.",
			"`mTrain` に、テストデータの枚数まで入っています。"),
	},
	Hints: []words.Text{
		words.T("A set is a slice of pictures. A picture is a slice of rows, a row is a slice of pixels, and a pixel is three numbers: red, green, blue.",
			"データは画像のスライスです。画像は行のスライス、行はピクセルのスライスで、一つのピクセルは赤・緑・青の 3 つの数です。"),
		words.T("`len(x)` is the number of elements of a slice. All pictures are square and the same size, so one row of one picture tells you everything.",
			"`len(x)` はスライスの要素の数です。画像はすべて同じ大きさの正方形なので、1 枚を調べれば十分です。"),
		words.T("`mTrain = len(train)`; `mTest = len(…)`; `numPx = len(train[0])`, the rows of the first picture.",
			"`mTrain = len(train)`、`mTest = len(…)`、`numPx = len(train[0])`（最初の画像の行数）です。"),
	},
}

// dimensions returns the number of training pictures, of test pictures,
// and the length of a picture's side in pixels.
// ja: dimensions は、訓練画像の枚数、テスト画像の枚数、画像の一辺のピクセル数を返します。
func dimensions(train, test []pixels.Picture) (mTrain, mTest, numPx int) {
	// BLANK
	// en: mTrain, mTest: how many pictures each set has
	// ja: mTrain、mTest：それぞれの画像の枚数
	mTrain = len(train)
	mTest = len(test)

	// en: numPx: how many rows of pixels a picture has
	// ja: numPx：画像一枚のピクセルの行数
	numPx = len(train[0])
	// END
	return mTrain, mTest, numPx
}

// photos draws that many pictures of random pixels, all of the same height and width.
func photos(d *lessons.Draw, count, height, width int) []pixels.Picture {
	pictures := make([]pixels.Picture, count)
	for i := range pictures {
		pictures[i] = make(pixels.Picture, height)
		for row := range pictures[i] {
			pictures[i][row] = make([][3]uint8, width)
			for column := range pictures[i][row] {
				for channel := range 3 {
					pictures[i][row][column][channel] = uint8(d.Size(0, 255))
				}
			}
		}
	}
	return pictures
}
