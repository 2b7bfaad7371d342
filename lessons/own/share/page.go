package share

import (
	_ "embed"
	"fmt"
	"strings"

	"nekonote/lessons/own/sheet"
	"nekonote/nn/words"
)

//go:embed share.js
var script string

//go:embed share.css
var style string

var (
	sayTitle   = words.T("Which one is it?", "どれでしょう？")
	sayAbout   = words.T("A small network looks at a picture and says what it sees. It was trained by the person who gave you this page, and knows %d kinds.", "小さなネットワークが、写真を見て、何が写っているかを答えます。このページをくれた人が自分で訓練したもので、知っているのは %d 種類です。")
	sayPick    = words.T("Choose a picture", "写真を選ぶ")
	sayTake    = words.T("Take a picture", "写真を撮る")
	sayWatch   = words.T("Point the camera", "カメラを向ける")
	sayNothing = words.T("This file is no picture that your browser can open. JPEG and PNG always work.", "このファイルは、お使いのブラウザーでは画像として開けません。JPEG か PNG なら開けます。")
	sayBlocked = words.T("This page gets no camera: there is none, or the browser does not allow it here. Save the page, open the file that you have saved, and allow it there; or take a picture and choose it.",
		"このページではカメラを使えません。カメラがないか、ブラウザーが許可していません。ページを保存し、保存したファイルを開いて許可するか、写真を撮ってから選んでください。")
	sayGiven = words.T("your picture, its middle", "写真の中央")
	saySeen  = words.T("what the network sees", "ネットワークの見え方")
	sayErrs  = words.T("How often is it wrong?", "どのくらい間違えるか")
	sayOften = words.T("It has learned from %d pictures. Of %d others, which it had never seen, it got %d wrong: %.0f %%. Always giving the same answer would be wrong in %.0f %%.",
		"%d 枚の写真から学びました。一度も見ていない別の %d 枚のうち、%d 枚を間違えました（%.0f %%）。いつも同じ答えを返すと、%.0f %% が間違いになります。")
	sayOnly    = words.T("Whatever you show it, it names one of its kinds: it has no word for anything else.", "何を見せても、知っている種類のどれかを答えます。それ以外のものを表す言葉を、知らないからです。")
	sayKind    = words.T("kind", "種類")
	sayLearned = words.T("learned from", "訓練")
	sayTested  = words.T("tested on", "テスト")
	sayWrong   = words.T("wrong", "間違い")
	sayPrivate = words.T("Where does my picture go?", "写真はどこへ送られるか")
	sayNowhere = words.T("Nowhere. The network is inside this page, and a rule in it forbids every connection. It works without the internet; save the page, and it is yours.",
		"どこへも送られません。ネットワークはこのページの中にあり、外部との通信はすべて禁じてあります。インターネットにつながっていなくても動きます。保存すれば、いつでも使えます。")
)

// kind is what a page of ours is known by.
const kind = "a page to show"

// Write writes a page into a file, in place of an older one. Whatever else has the name stays, and the error says so.
func Write(path, page string) error { return sheet.Write(path, page, kind) }

// Page returns the page. It speaks all languages, and begins with that of whoever opens it, or else with lang.
func (c Classifier) Page(lang words.Lang) (string, error) {
	c.Best = nil // her pictures are hers
	var b strings.Builder
	fmt.Fprintf(&b, "<main>\n<h1>%s</h1><p>%s</p>\n", sheet.Each(sayTitle), sheet.Each(sayAbout.Fill(len(c.Kinds))))
	fmt.Fprintf(&b, `<div class="ways"><label><input type="file" id="pick" accept="image/*">%s</label>`+
		`<label><input type="file" id="take" accept="image/*" capture="environment">%s</label>`+
		`<button type="button" id="watch" aria-pressed="false" hidden>%s</button></div><video id="camera" playsinline muted></video>
`, sheet.Each(sayPick), sheet.Each(sayTake), sheet.Each(sayWatch))
	fmt.Fprintf(&b, `<p id="blocked" role="alert" hidden>%s</p>
<p id="unreadable" role="alert" hidden>%s</p>
<section id="shown" aria-live="polite" hidden><div class="pictures"><figure><canvas id="given" width="1" height="1"></canvas><figcaption>%s</figcaption></figure>`+
		`<figure><canvas id="seen" width="1" height="1"></canvas><figcaption>%s</figcaption></figure></div><ol id="answers"></ol></section>
`, sheet.Each(sayBlocked), sheet.Each(sayNothing), sheet.Each(sayGiven), sheet.Each(saySeen))
	b.WriteString(c.errs())
	fmt.Fprintf(&b, "<h2>%s</h2><p>%s</p>\n</main>\n", sheet.Each(sayPrivate), sheet.Each(sayNowhere))
	return sheet.Sheet{
		Kind: kind, Title: sayTitle, Shows: "img-src data: blob:; media-src blob:; ", Style: style, Script: script, Body: b.String(), Told: c,
	}.HTML(lang)
}

// errs says what it has learned from and how often it is wrong.
func (c Classifier) errs() string {
	learned, tested, wrong, most := 0, 0, 0, 0
	for k := range c.Kinds {
		learned, tested, wrong, most = learned+c.Learned[k], tested+c.Tested[k], wrong+c.Wrong[k], max(most, c.Tested[k])
	}
	percent := func(n int) float64 { return 100 * float64(n) / float64(max(1, tested)) }
	var b strings.Builder
	fmt.Fprintf(&b, "<h2>%s</h2><p>%s %s</p>\n<table><thead><tr>", sheet.Each(sayErrs), sheet.Each(sayOften.Fill(learned, tested, wrong, percent(wrong), percent(tested-most))), sheet.Each(sayOnly))
	for _, head := range []words.Text{sayKind, sayLearned, sayTested, sayWrong} {
		fmt.Fprintf(&b, `<th scope="col">%s</th>`, sheet.Each(head))
	}
	b.WriteString("</tr></thead><tbody>")
	for k, kind := range c.Kinds {
		fmt.Fprintf(&b, `<tr><td>%s</td><td>%d</td><td>%d</td><td>%d</td></tr>`, sheet.Each(kind), c.Learned[k], c.Tested[k], c.Wrong[k])
	}
	b.WriteString("</tbody></table>\n")
	return b.String()
}
