package browser

import (
	"regexp"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// leaf begins a page in what Chromium prints.
var leaf = regexp.MustCompile(`/Type\s*/Page\b`)

// Sheets is on how many sheets of paper the page is printed, of the size that its style asks for.
func (p *Page) Sheets() int {
	p.t.Helper()
	printed, err := chromedp.Call(p.ctx, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true)})
	if err != nil {
		p.fail("print", err.Error())
	}
	return len(leaf.FindAll(printed.Data, -1))
}
