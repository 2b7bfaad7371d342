package own

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"math"
	"path/filepath"
	"regexp"

	"nekonote/lessons/data/cats"
	"nekonote/lessons/own/share"
	"nekonote/nn"
	"nekonote/nn/words"
	"nekonote/plots/display"
)

var (
	sayShared = words.T("Your page is %s (%d kB): one file. Download it in the file browser on the left, and give it to whom you like. It works on a phone, without the internet, and sends nothing anywhere. In a terminal, `go run ./kernel share FILE` writes it elsewhere.",
		"ページができました：%s（%d kB）。ファイルは 1 つです。左側のファイルブラウザーでダウンロードして、誰にでも渡せます。スマートフォンでも、インターネットなしで動き、何も送信しません。ターミナルで `go run ./kernel share FILE` とすると、別の場所に書き出せます。")
	sayKept = words.T("The page holds no picture of your data set. For your certificate %d are kept, with what the network said of them; `go run ./kernel certificate --without-pictures` leaves them out.",
		"このページに、データセットの画像は入っていません。修了証のために、画像 %d 枚とネットワークの答えを残しました。載せたくないときは `go run ./kernel certificate --without-pictures` としてください。")
	sayNotShared = words.T("There is no page: %v", "ページを作れませんでした：%v")
	saySizes     = words.T("the network has %d inputs and %d outputs; it needs squares·squares·3 inputs, as own.Inputs makes them, and one output for each of %d classes",
		"ネットワークの入力は %d 個、出力は %d 個です。入力は own.Inputs が作る squares·squares·3 個、出力はクラスの数 %d 個でなければなりません")
)

// Share writes a page to show into the learner's folder, my-network.html: one file with the network inside, which judges
// whatever picture it is shown, on a phone too. The network was trained on Inputs of the data set's pictures; the page says on
// how many, and how often it is wrong about those of the test. Some of her own pictures are kept for her certificate. What fails is
// said.
func Share(net nn.Classifier, data cats.Data) {
	page, kept, err := sharePage(net, data)
	if err != nil {
		display.Text(sayNotShared.Fill(err).String())
		return
	}
	said := sayShared.Fill(share.File, (len(page)+1023)/1024).String()
	if kept > 0 {
		said += words.T(" ", "").String() + sayKept.Fill(kept).String()
	}
	display.HTML(`<div style="font-family:var(--jp-content-font-family,sans-serif)">`+quoted.ReplaceAllString(html.EscapeString(said), "<code>$1</code>")+`</div>`, said)
}

// quoted is what stands between backquotes in a sentence: code.
var quoted = regexp.MustCompile("`([^`]+)`")

// sharePage keeps the classifier and writes its page; it says how many pictures are kept with it.
func sharePage(net nn.Classifier, data cats.Data) (page string, kept int, err error) {
	c, err := classifier(net, data)
	if err != nil {
		return "", 0, err
	}
	if c.Best, err = best(net, data, c.Squares); err != nil {
		return "", 0, err
	}
	if page, err = c.Page(words.Current()); err != nil {
		return "", 0, err
	}
	return page, len(c.Best), errors.Join(c.Keep(cats.Folder()), share.Write(filepath.Join(cats.Folder(), share.File), page))
}

// classifier is the network with what is to be said of it.
func classifier(net nn.Classifier, data cats.Data) (share.Classifier, error) {
	n, _ := net.W.Dims()
	_, inputs := net.W.Dims()
	if len(net.Hidden) > 0 {
		_, inputs = net.Hidden[0].W.Dims()
	}
	kinds := data.Kinds()
	squares := int(math.Round(math.Sqrt(float64(inputs) / channels)))
	if n != len(kinds) || squares*squares*channels != inputs || squares < 1 || side%squares != 0 {
		return share.Classifier{}, fmt.Errorf("%s", saySizes.Fill(inputs, n, len(kinds)))
	}
	c := share.Classifier{Kinds: kinds, Learned: make([]int, n), Tested: make([]int, n), Wrong: make([]int, n), Squares: squares}
	trainY, testY, said := data.TrainKinds(), data.TestKinds(), net.Predict(Inputs(data.TestX, squares))
	for j := range data.TrainImages {
		c.Learned[int(trainY.At(0, j))]++
	}
	for j := range data.TestImages {
		k := int(testY.At(0, j))
		c.Tested[k]++
		if said.At(0, j) != testY.At(0, j) {
			c.Wrong[k]++
		}
	}
	var saved bytes.Buffer
	if err := nn.Write(&saved, &net); err != nil {
		return share.Classifier{}, err
	}
	c.Network = json.RawMessage(saved.Bytes())
	return c, nil
}
