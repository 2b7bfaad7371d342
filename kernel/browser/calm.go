package browser

import (
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Calm tells the page whether its reader wants nothing to move (prefers-reduced-motion), as a setting of her system does.
func (p *Page) Calm(calm bool) {
	p.t.Helper()
	wish := "no-preference"
	if calm {
		wish = "reduce"
	}
	params := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: wish}}}
	if _, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, params); err != nil {
		p.fail("prefers-reduced-motion", err.Error())
	}
}
