package lessons

import (
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

// CellID is the name of the cell that holds the answer to an exercise, in its notebook in each language and in nbgrader's tables.
func CellID(id string) string { return strings.ReplaceAll(id, "/", "-") }

// TaskID is the name of the cell above it, which says what is to be done.
func TaskID(id string) string { return CellID(id) + "-task" }

// Link is the way from one notebook to an exercise in another: the file, and the cell of the task, to which JupyterLab scrolls in
// whatever language its heading is, also before it is drawn. It is "" where no notebook places it.
func (c *Court) Link(id string) string {
	for _, book := range c.Books {
		for _, e := range book.Placed() {
			if e.Info().ID == id {
				return book.Name + ".ipynb#cell-id=" + TaskID(id)
			}
		}
	}
	return ""
}
