package lessons

import (
	"net/url"
	"strings"

	"nekonote/nn/words"
)

var (
	headingTask  = words.T("✎ Exercise: %s (%d points)", "✎ 演習：%s（%d 点）")
	headingAsked = words.T("%s (%d points)", "%s（%d 点）")
)

// Heading is what stands above an exercise or a question in its notebook.
func (i Info) Heading() words.Text {
	if i.Question {
		return headingAsked.Fill(i.Title, i.Points)
	}
	return headingTask.Fill(i.Title, i.Points)
}

// Link is the way from one notebook to an exercise in another: the file, and the heading above the exercise. It is "" where no
// notebook places it.
func (c *Court) Link(id string) string {
	for _, book := range c.Books {
		for _, e := range book.Placed() {
			if info := e.Info(); info.ID == id {
				return book.Name + ".ipynb#" + url.PathEscape(strings.ReplaceAll(info.Heading().In(words.Current()), " ", "-"))
			}
		}
	}
	return ""
}
