package lectures

import (
	"fmt"
	"html"
	"regexp"
	"strings"

	"github.com/wyatt915/treeblood"

	"nekonote/lessons"
	"nekonote/lessons/notebook"
	"nekonote/nn/words"
)

var (
	sayPeople = words.T("Who thought of it?", "考えたのは誰か")
	sayRun    = words.T("The experiments run in the notebook %s, with their figures.", "実験は、ノートブック %s で、図と一緒に動かせます。")
)

// people are the pages about the people of the field: one at the end of each week.
func people() (list []notebook.Lesson) {
	for _, lesson := range notebook.All {
		if strings.HasSuffix(lesson.Name, "-people") {
			list = append(list, lesson)
		}
	}
	return list
}

// weekName is the week of a lesson, the first half of the ids of its lectures.
func weekName(lesson lessons.Lesson) string {
	week, _, _ := strings.Cut(lesson.Name, "-")
	return week
}

// peoplePage is such a page for the folder of lectures, in all languages.
func peoplePage(lesson notebook.Lesson, lang words.Lang) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, `<!doctype html><html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>%s</title>`+
		`<link rel="manifest" href="manifest.webmanifest"><link rel="icon" href="icon.svg"><style>%s</style></head><body class="people">`, lang, html.EscapeString(lesson.Title.In(lang)), indexStyle)
	choice(&b, lang)
	b.WriteString(`<main><p><a class="home" href="index.html">猫の手 Nekonote</a></p>`)
	for _, l := range words.Langs {
		book, err := lesson.Notebook(l, false)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, `<article lang="%s">`, l)
		for _, cell := range book.Cells {
			if cell.Type == "code" {
				fmt.Fprintf(&b, `<pre>%s</pre>`, html.EscapeString(string(cell.Source)))
			} else {
				b.WriteString(prose(string(cell.Source)))
			}
		}
		fmt.Fprintf(&b, `<p>%s</p></article>`, html.EscapeString(sayRun.Fill(lesson.Name).In(l)))
	}
	b.WriteString(`</main></body></html>`)
	return b.String(), nil
}

// prose makes HTML of the little Markdown that those pages are written in: headings, lists, paragraphs.
func prose(text string) string {
	var b strings.Builder
	for _, block := range strings.Split(strings.TrimSpace(text), "\n\n") {
		switch {
		case strings.HasPrefix(block, "## "):
			fmt.Fprintf(&b, `<h2>%s</h2>`, phrase(block[3:]))
		case strings.HasPrefix(block, "# "):
			fmt.Fprintf(&b, `<h1>%s</h1>`, phrase(block[2:]))
		case strings.HasPrefix(block, "- "):
			b.WriteString(`<ul class="sources">`)
			for _, item := range strings.Split(block[2:], "\n- ") {
				fmt.Fprintf(&b, `<li>%s</li>`, phrase(item))
			}
			b.WriteString(`</ul>`)
		default:
			fmt.Fprintf(&b, `<p>%s</p>`, phrase(block))
		}
	}
	return b.String()
}

var (
	formula = regexp.MustCompile(`\$([^$]+)\$`)
	strong  = regexp.MustCompile(`\*\*([^*]+)\*\*`)
	slanted = regexp.MustCompile(`\*([^*]+)\*`)
	leading = regexp.MustCompile(`\[([^\]]+)\]\((\w+-people)\.ipynb\)`) // to another of these pages
)

// phrase makes HTML of formulas, of what is set strong or slanted, and of links.
func phrase(text string) string {
	text = html.EscapeString(text)
	text = strong.ReplaceAllString(text, `<strong>$1</strong>`)
	text = slanted.ReplaceAllString(text, `<em>$1</em>`)
	text = leading.ReplaceAllString(text, `<a href="$2.html">$1</a>`)
	return formula.ReplaceAllStringFunc(text, func(all string) string {
		mathml, err := treeblood.InlineStyle(html.UnescapeString(strings.Trim(all, "$")), nil)
		if err != nil {
			return all
		}
		return mathml
	})
}
