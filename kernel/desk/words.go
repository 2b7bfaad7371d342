package desk

import "nekonote/nn/words"

// sayings are all that the page says by itself, in a learner's language; everything else comes from the exercises.
var sayings = map[string]words.Text{
	"title":    words.T("The course", "コース"),
	"silent":   words.T("The kernel does not answer. Restart it with Kernel > Restart Kernel, then try again.", "カーネルが応答しません。「カーネル」メニューから再起動して、もう一度お試しください。"),
	"run":      words.T("Shift+Enter on an answer also runs its check", "答えのセルで Shift+Enter を押すと、チェックも続けて実行する"),
	"language": words.T("Open this notebook in another language", "このノートブックを別の言語で開く"),
	"show":     words.T("A page to show: my network", "人に見せるページ：私のネットワーク"),
	"help":     words.T("Help for this exercise", "この演習のヘルプ"),
	"solution": words.T("Solution", "解答"),
	"try":      words.T("The solution opens after your first check.", "一度チェックすると、解答を見られます。"),
	"fresh":    words.T("Start afresh", "はじめの形に戻す"),
	"back":     words.T("Bring my text back", "自分が書いた内容に戻す"),
	"onward":   words.T("Next exercise", "次の演習へ"),
	"question": words.T("Next question", "次の問題へ"),
	"answer":   words.T("Answer", "答える"),
	"number":   words.T("Your number", "答えの数"),
	"running":  words.T("This cell goes on since before the page was opened. What it shows appears here.", "このセルは、ページを開く前から実行中です。出力はここに表示されます。"),
	"ended":    words.T("This cell finished at %s, while the page was closed.", "このセルの実行は、ページを閉じている間、%s に終わりました。"),
	"code":     words.T("Code", "コード"),
	"check":    words.T("Check", "チェック"),
	"fold":     words.T("Fold this section", "この節をたたむ"),
	"yours":    words.T("Your answer", "あなたの答え"),
}

var (
	done      = words.T("Everything is done.", "すべて終わりました。")
	goOn      = words.T("Next: %s, %s", "次は：%s「%s」")
	stands    = words.T("%s, %s", "%s、%s")
	ofPoints  = words.T("%d of %d points", "%[2]d 点中 %[1]d 点")
	lasts     = words.T("%s (%d min)", "%s（%d 分）")
	firstHint = words.T("Hint", "ヒント")
	nextHint  = words.T("Hint %d of %d", "ヒント %d / %d")
	allHints  = words.T("All hints", "すべてのヒント")

	shown = words.T("%s is written, beside your notebooks: one file with your network inside. Give it to whom you like; it needs no internet.",
		"%s を、ノートブックと同じフォルダーに書き出しました。あなたのネットワークが入った 1 つのファイルです。誰にでも渡せて、インターネットなしで動きます。")

	itsName = words.T("English", "日本語") // a language's own name: a catalogue translates it
)

func points(points, of int) words.Text { return ofPoints.Fill(points, of) }

// hintLabel says what a click on the button for hints shows, when so many of all have been read.
func hintLabel(read, all int) words.Text {
	switch {
	case read == 0:
		return firstHint
	case read < all:
		return nextHint.Fill(read+1, all)
	}
	return allHints
}

func sentences(lang words.Lang) map[string]string {
	all := map[string]string{}
	for name, said := range sayings {
		all[name] = said.In(lang)
	}
	return all
}

// others are the languages of the course but one.
func others(lang words.Lang) []Language {
	all := []Language{}
	for _, l := range words.Langs {
		if l != lang {
			all = append(all, Language{l, itsName.In(l)})
		}
	}
	return all
}
