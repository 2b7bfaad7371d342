package lessons

import (
	"fmt"
	"path"

	"nekonote/nn/words"
)

var quizLesson = words.T(`# Quiz: %s

Ten questions about what is behind the formulas. There is nothing to look up and no hurry: think first, on paper if you like.

- Type your answer between the quotes of the cell below a question: a letter, or a number. Run it with Shift+Enter, then the check below it.
- The check says why the answer that you chose is right or wrong. After a wrong one, it asks about the same idea in another way; answer that in the
  same cell. A right answer counts in full, no matter which attempt it is.
- You can do without the mouse: the arrow keys move from cell to cell, Enter opens a cell, Shift+Enter runs it.`,
	`# クイズ：%s

数式の奥にある考え方についての問題が 10 問あります。急ぐ必要はありません。紙に書いてもよいので、まず考えてみましょう。

- 問題の下のセルの引用符の間に、答え（記号または数）を入れます。Shift+Enter で実行し、続けてその下のチェックを実行してください。
- チェックは、選んだ答えがなぜ正しいか、なぜ違うかを説明します。間違えたときは、同じ考え方を別の形で出題するので、同じセルで答え直してください。
  何回目でも、正解すれば満点です。
- マウスを使わなくても操作できます。矢印キーでセルを移動し、Enter でセルに入り、Shift+Enter で実行します。`)

var quizEnd = words.T("The week ends with a page to read, without points: [who thought of it?](%s-people.ipynb)\n\n## Where you stand",
	"この週の最後は、点数のない読みもの、[考えたのは誰か](%s-people.ipynb)です。\n\n## ここまでの成績")

// Lesson is the quiz's notebook, in a file of that name.
func (q *Quiz) Lesson(name string) Lesson {
	return Lesson{
		Name: name, Title: quizOf.Fill(partOf(q.Week, path.Dir(q.ID))), Path: "lessons/" + path.Dir(q.ID) + "/quiz.go",
		Text: q.text(), Exercises: q.Entries(), Quiz: q,
	}
}

// text is the source of the quiz's notebook, as package notebook reads it.
func (q *Quiz) text() string {
	all := func(t words.Text) string {
		source := ""
		for _, lang := range words.Langs {
			source += fmt.Sprintf("<!-- %s -->\n%s\n\n", lang, t.In(lang))
		}
		return source
	}
	source := all(quizLesson.Fill(q.Title))
	for i := range q.Questions {
		source += fmt.Sprintf("<!-- exercise %d -->\n\n", i+1)
	}
	return source + all(quizEnd.Fill(path.Dir(q.ID))) + fmt.Sprintf("```go\nlessons.Progress(%s.Quiz.Entries()...)\n```\n", path.Dir(q.ID))
}
