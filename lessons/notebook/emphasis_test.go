package notebook

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"nekonote/nn/words"
)

// TestEmphasisIsSeen reads the Markdown as JupyterLab does: what was meant as emphasis must not stand there with its
// asterisks, as it does where a closing ** comes between a Japanese full stop and the next sentence. And Japanese is not
// slanted, which is hard to read: it is bold, or in 「」.
func TestEmphasisIsSeen(t *testing.T) {
	each(t, func(lesson Lesson, lang words.Lang, cell Cell) {
		if cell.Type != "markdown" {
			return
		}
		source := []byte(shown.ReplaceAllString(string(cell.Source), "x"))
		tree := goldmark.DefaultParser().Parse(text.NewReader(source))
		_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if !entering {
				return ast.WalkContinue, nil
			}
			switch n := n.(type) {
			case *ast.Text:
				if said := string(n.Segment.Value(source)); strings.Contains(said, "*") {
					t.Errorf("%s in %s: an asterisk is seen: %s", lesson.Path, lang, said)
				}
			case *ast.Emphasis:
				if said := saidBy(n, source); n.Level == 1 && strings.ContainsFunc(said, japanese) {
					t.Errorf("%s in %s: slanted Japanese: %s", lesson.Path, lang, said)
				}
			}
			return ast.WalkContinue, nil
		})
	})
}

// saidBy is the words of a node.
func saidBy(n ast.Node, source []byte) string {
	var b strings.Builder
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if said, ok := child.(*ast.Text); ok {
			b.Write(said.Segment.Value(source))
		} else {
			b.WriteString(saidBy(child, source))
		}
	}
	return b.String()
}
