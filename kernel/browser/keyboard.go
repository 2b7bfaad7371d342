package browser

import (
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// tabs is how often Tab is pressed before a test gives up.
const tabs = 200

// Key presses a key, together with others that are held, where the focus is.
func (p *Page) Key(key string, held ...chromedp.Modifier) {
	p.t.Helper()
	p.do("press a key", press(key, held...))
}

// TabTo presses Tab until a JavaScript condition on the element e that has the focus holds.
func (p *Page) TabTo(what, condition string) {
	p.t.Helper()
	here := `(e => !!e && !!(` + condition + `))(document.activeElement)`
	for range tabs {
		if Eval[bool](p, here) {
			return
		}
		p.do("press Tab", press(kb.Tab))
		time.Sleep(20 * time.Millisecond) // some panels move the focus themselves
	}
	p.fail(what, "Tab does not lead there")
}

// Insert puts text where the cursor is, as an input method does.
func (p *Page) Insert(text string) {
	p.t.Helper()
	p.do("type", insert(text))
}
