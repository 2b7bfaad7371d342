package browser

import (
	"context"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Drag takes hold, with the mouse, of what a JavaScript expression yields, pulls it so many pixels to the right and down, and lets go.
func (p *Page) Drag(what, element string, right, down float64) {
	p.t.Helper()
	at := p.middle(what, element)
	p.do("drag "+what, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at.X, at.Y),
		chromedp.MouseEvent(input.DispatchMouseEventTypeMousePressed, at.X, at.Y, chromedp.ButtonLeft, chromedp.ClickCount(1)),
		chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at.X+right/2, at.Y+down/2, chromedp.ButtonLeft),
		chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at.X+right, at.Y+down, chromedp.ButtonLeft),
		chromedp.MouseEvent(input.DispatchMouseEventTypeMouseReleased, at.X+right, at.Y+down, chromedp.ButtonLeft, chromedp.ClickCount(1)))
}

// Finger does the same with a finger.
func (p *Page) Finger(what, element string, right, down float64) {
	p.t.Helper()
	at := p.middle(what, element)
	p.do("pull "+what, touch(input.DispatchTouchEventTypeTouchStart, at.X, at.Y), touch(input.DispatchTouchEventTypeTouchMove, at.X+right/2, at.Y+down/2),
		touch(input.DispatchTouchEventTypeTouchMove, at.X+right, at.Y+down), touch(input.DispatchTouchEventTypeTouchEnd))
}

// touch is what a finger does at a place, x and y; at its end there is none.
func touch(kind input.DispatchTouchEventType, at ...float64) chromedp.Action[chromedp.Void] {
	points := []*input.TouchPoint{}
	if len(at) == 2 {
		points = append(points, &input.TouchPoint{X: at[0], Y: at[1]})
	}
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
		return err
	})
}
