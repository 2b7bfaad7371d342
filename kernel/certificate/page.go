package certificate

import (
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"strings"

	"nekonote/lessons/own/sheet"
	"nekonote/nn/words"
)

//go:embed certificate.css
var style string

// kind is what a certificate is known by.
const kind = "a certificate"

var (
	sayTitle  = words.T("Certificate", "修了証")
	saySoFar  = words.T("Not complete: what is done so far", "未修了：ここまでの記録")
	sayCourse = words.T("Nekonote: neural networks, written by yourself in Go", "猫の手 Nekonote：Go で自分の手で書くニューラルネットワーク")
	sayName   = words.T("Name", "名前")
	sayAll    = words.T("has solved all %d exercises and questions of the course.", "上記の者は、このコースの演習とクイズ %d 問をすべて解きました。")
	saySome   = words.T("has solved %d of the %d exercises and questions of the course.", "上記の者は、このコースの演習とクイズ %[2]d 問のうち %[1]d 問を解きました。")
	sayDates  = words.T("From %s to %s.", "期間：%s 〜 %s")
	sayPart   = words.T("part", "部")
	saySolved = words.T("solved", "解いた数")
	sayPoints = words.T("points", "点")
	sayOf     = words.T("%d of %d", "%d / %d")
	sayTotal  = words.T("together", "合計")
	sayNet    = words.T("The network", "自分で訓練したネットワーク")
	sayErrs   = words.T("It tells %d kinds of pictures apart: %s. It has learned from %d pictures; of %d others, which it had never seen, it got %d wrong (%.0f %%).",
		"%d 種類の画像を見分けます：%s。%d 枚から学び、一度も見ていない別の %d 枚のうち %d 枚を間違えました（%.0f %%）。")
	sayProof = words.T("Proof instead of promise", "約束ではなく証拠")
	sayCheck = words.T("The name, the dates and the figures of the network are what the owner of this page says, and nobody has checked them. The points anyone can check: "+
		"the answers are inside this file, and are graded anew from nothing, with fresh random trials, by",
		"名前、日付、ネットワークの数値は本人の申告で、誰も確かめていません。点数は誰でも確かめられます。答えはこのファイルの中にあり、次のコマンドで、新しい乱数を使って最初から採点し直せます。")
	sayWhere = words.T("in a copy of Nekonote %s. The code of the notebooks stands in the file, outputs and pictures do not.",
		"（Nekonote %s のフォルダーで実行します。ファイルにはノートブックのコードが入っています。出力や写真は入っていません。）")
	sayWhereToo = words.T("in a copy of Nekonote %s. The code of the notebooks stands in the file; outputs do not, nor other pictures than those above.",
		"（Nekonote %s のフォルダーで実行します。ファイルにはノートブックのコードが入っています。出力や、上に載せたもの以外の写真は入っていません。）")
	sayBest  = words.T("Some of the test, and what it says of them:", "テストの画像と、ネットワークの答え：")
	sayRight = words.T("%s, %d %%", "%s（%d %%）")
	sayFalse = words.T("%s, %d %% (wrong: it is %s)", "%s（%d %%）：間違い。正解は%s")
)

// Page is the certificate as a page.
func (t Told) Page() (string, error) {
	solved, of := t.counts()
	title, has := sayTitle, sayAll.Fill(of)
	if solved < of {
		title, has = saySoFar, saySome.Fill(solved, of)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<main>\n<p class=\"course\">%s</p>\n<h1>%s</h1>\n", sheet.Each(sayCourse), sheet.Each(title))
	fmt.Fprintf(&b, "<p class=\"name\"><small>%s</small> <bdi>%s</bdi></p>\n<p>%s", sheet.Each(sayName), html.EscapeString(t.Name), sheet.Each(has))
	if t.First != "" {
		fmt.Fprintf(&b, " %s", sheet.Each(sayDates.Fill(t.First, t.Last)))
	}
	b.WriteString("</p>\n")
	b.WriteString(t.table())
	shows, where := "", sayWhere
	if t.Network != nil {
		fmt.Fprintf(&b, "<h2>%s</h2><p>%s</p>\n", sheet.Each(sayNet), t.Network.said())
		if len(t.Network.Pictures) > 0 {
			b.WriteString(t.Network.gallery())
			shows, where = "img-src data:; ", sayWhereToo
		}
	}
	fmt.Fprintf(&b, "<h2>%s</h2><p class=\"check\">%s <code>go run ./kernel verify FILE</code> %s</p>\n",
		sheet.Each(sayProof), sheet.Each(sayCheck), sheet.Each(where.Fill(t.Version)))
	b.WriteString(t.seal())
	return sheet.Sheet{Kind: kind, Title: title, Shows: shows, Style: style, Body: b.String(), Told: t}.HTML(t.Lang)
}

// table lists the parts of the course.
func (t Told) table() string {
	var b strings.Builder
	b.WriteString("<table><thead><tr>")
	for _, head := range []words.Text{sayPart, saySolved, sayPoints} {
		fmt.Fprintf(&b, `<th scope="col">%s</th>`, sheet.Each(head))
	}
	b.WriteString("</tr></thead><tbody>\n")
	total := week{title: sayTotal}
	row := func(w week) {
		fmt.Fprintf(&b, "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td></tr>\n",
			sheet.Each(w.title), sheet.Each(sayOf.Fill(w.solved, w.of)), sheet.Each(sayOf.Fill(w.points, w.most)))
	}
	for _, w := range t.weeks() {
		row(w)
		total.solved, total.of, total.points, total.most = total.solved+w.solved, total.of+w.of, total.points+w.points, total.most+w.most
	}
	b.WriteString("</tbody><tfoot>")
	row(total)
	b.WriteString("</tfoot></table>\n")
	return b.String()
}

// said is what there is to say of the network, in each language.
func (n Network) said() string {
	percent := 100 * float64(n.Wrong) / float64(max(1, n.Tested))
	var b strings.Builder
	for _, l := range words.Langs {
		var kinds []string
		for _, k := range n.Kinds {
			kinds = append(kinds, clean(k.In(l)))
		}
		names := words.List(kinds).In(l)
		fmt.Fprintf(&b, `<span lang="%s">%s</span>`, l, html.EscapeString(sayErrs.Fill(len(kinds), names, n.Learned, n.Tested, n.Wrong, percent).In(l)))
	}
	return b.String()
}

// gallery shows her pictures with what the network says of them.
func (n Network) gallery() string {
	var b strings.Builder
	fmt.Fprintf(&b, "<p>%s</p><div class=\"gallery\">", sheet.Each(sayBest))
	for _, p := range n.Pictures {
		said := sayRight.Fill(n.Kinds[p.Said], p.Percent)
		if !p.Right() {
			said = sayFalse.Fill(n.Kinds[p.Said], p.Percent, n.Kinds[p.Kind])
		}
		fmt.Fprintf(&b, `<figure><img alt="" src="data:image/png;base64,%s"><figcaption>%s</figcaption></figure>`, base64.StdEncoding.EncodeToString(p.PNG), plainly(said))
	}
	b.WriteString("</div>\n")
	return b.String()
}

// plainly is a text in all languages with what strangers have written in it.
func plainly(text words.Text) string {
	var b strings.Builder
	for _, l := range words.Langs {
		fmt.Fprintf(&b, `<span lang="%s">%s</span>`, l, html.EscapeString(clean(text.In(l))))
	}
	return b.String()
}
