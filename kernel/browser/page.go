// Package browser lets a test see and do what a learner sees and does: it drives JupyterLab in a headless Chromium.
//
//	page := browser.Open(t, server.URL)
//	page.OpenNotebook("week2-logistic-regression-cats.ipynb")
//	page.Type("func sigmoid(", code)
//	said := page.Run("week2.Sigmoid.Check(")
//	page.Screenshot("week2-sigmoid")
//
// A cell is named by a piece of its text. Every wait ends: a test that waits in vain fails with a picture of what was
// there instead, in artifacts/.
package browser

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"nekonote/kernel/needs"
	"nekonote/kernel/setup"
)

// Patience is how long a page may take for what a test waits for: long, since machines that test are slow and busy.
const Patience = 3 * time.Minute

// Page is JupyterLab in a browser.
type Page struct {
	t   testing.TB
	ctx context.Context
}

// Open opens an address of JupyterLab and waits until it is there. The browser is closed at the end of the test.
func Open(t testing.TB, url string) *Page {
	t.Helper()
	p := Visit(t, url)
	p.UntilLab()
	return p
}

// UntilLab waits until JupyterLab is there.
func (p *Page) UntilLab() {
	p.t.Helper()
	p.Until("JupyterLab's menus and file browser", `document.querySelector('#jp-MainMenu .lm-MenuBar-item') &&
		document.querySelector('.jp-DirListing') && !document.querySelector('#jupyterlab-splash')`)
}

// Visit opens an address, and waits for nothing. The browser is closed at the end of the test.
func Visit(t testing.TB, url string, more ...chromedp.ExecAllocatorOption) *Page {
	t.Helper()
	options := append(slices.Concat(chromedp.DefaultExecAllocatorOptions[:], more),
		chromedp.ExecPath(needs.Chromium(t)), chromedp.WindowSize(1360, 1000),
		chromedp.Flag("disable-dev-shm-usage", true), // containers have little of it
		chromedp.WSURLReadTimeout(Patience))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	p := &Page{t: t, ctx: ctx}
	dialogs := chromedp.Events(ctx, page.JavascriptDialogOpening)
	go func() {
		for _, err := range dialogs {
			if err != nil {
				return
			}
			_, _ = chromedp.Call(ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true})
		}
	}()
	p.Go(url)
	return p
}

// Go opens another address in the same window. To what a page asks before it is left, the answer is yes.
func (p *Page) Go(url string) {
	p.t.Helper()
	p.do("open "+url, chromedp.Navigate(url))
}

// Scripts says whether those of pages that are opened from now on may run.
func (p *Page) Scripts(may bool) {
	p.t.Helper()
	if _, err := chromedp.Call(p.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !may}); err != nil {
		p.fail("scripts", err.Error())
	}
}

// do carries out actions, or fails the test.
func (p *Page) do(what string, actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, actions...); err != nil {
		p.fail(what, err.Error())
	}
}

// redrawn is how long an expression may fail because the page is being drawn anew just then, and lacks what was there a moment ago.
const redrawn = 20 * time.Second

// Eval returns the value of a JavaScript expression. One that throws is tried again, as a person looks again.
func Eval[T any](p *Page, script string) T {
	p.t.Helper()
	for late := time.Now().Add(redrawn); ; time.Sleep(100 * time.Millisecond) {
		value, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](script))
		if err == nil {
			return value
		}
		if time.Now().After(late) {
			p.fail(script, err.Error())
		}
	}
}

// Until waits until a JavaScript expression is true; what says in words what the test waits for.
func (p *Page) Until(what, script string) {
	p.t.Helper()
	for late := time.Now().Add(Patience); !Eval[bool](p, "!!("+script+")"); time.Sleep(100 * time.Millisecond) {
		if time.Now().After(late) {
			p.fail(what, "still not there after "+Patience.String())
		}
	}
}

func (p *Page) fail(what, why string) {
	p.t.Helper()
	name := "failed-" + strings.NewReplacer("/", "-", " ", "-").Replace(p.t.Name())
	if picture, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot()); err == nil {
		p.keep(name, picture)
	}
	p.t.Fatalf("%s: %s (see artifacts/%s.png)", what, why, name)
}

// Screenshot keeps a picture of what is seen now as artifacts/<name>.png in the clone, to be looked at.
func (p *Page) Screenshot(name string) {
	p.t.Helper()
	picture, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Fatal(err)
	}
	p.keep(name, picture)
}

// Picture is a picture of the part of the window in which the element lies that a JavaScript expression yields.
func (p *Page) Picture(element string) *image.RGBA {
	p.t.Helper()
	picture, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.fail("a picture of "+element, err.Error())
	}
	whole, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		p.fail("a picture of "+element, err.Error())
	}
	r := Eval[struct{ Left, Top, Right, Bottom float64 }](p, fmt.Sprintf(`(r => ({Left: r.left, Top: r.top, Right: r.right, Bottom: r.bottom}))(%s.getBoundingClientRect())`, element))
	out := image.NewRGBA(image.Rect(int(r.Left), int(r.Top), int(r.Right), int(r.Bottom)).Intersect(whole.Bounds()))
	draw.Draw(out, out.Rect, whole, out.Rect.Min, draw.Src)
	return out
}

// Press presses a key, as chromedp names it ("r", "\r") or by its kb constant.
func (p *Page) Press(key string) {
	p.t.Helper()
	p.do("press "+key, press(key))
}

func (p *Page) keep(name string, picture []byte) {
	p.t.Helper()
	module, err := setup.Module()
	if err != nil {
		p.t.Fatal(err)
	}
	path := filepath.Join(module, "artifacts", name+".png")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(path, picture, 0o644); err != nil {
		p.t.Fatal(err)
	}
}

// Menus are the titles of the menu bar.
func (p *Page) Menus() []string {
	p.t.Helper()
	return Eval[[]string](p, `[...document.querySelectorAll('#jp-MainMenu .lm-MenuBar-itemLabel')].map(e => e.innerText)`)
}

// Questions are the texts of whatever stands between a learner and her notebook: dialogs, news, questions.
func (p *Page) Questions() []string {
	p.t.Helper()
	return Eval[[]string](p, `[...document.querySelectorAll('.jp-Dialog, .Toastify__toast, .jp-toast-button')].map(e => e.innerText)`)
}

// point is a place in the window, in pixels.
type point struct{ X, Y float64 }

// middle scrolls what a JavaScript expression yields into view and returns its middle.
func (p *Page) middle(what, element string) point {
	p.t.Helper()
	// While a notebook is being shown at an exercise, it scrolls by itself.
	p.Until(what, "!document.querySelector('.nk-arriving') && ("+element+")")
	script := fmt.Sprintf(`(() => { const e = %s; e.scrollIntoView({block: 'center'});
		const r = e.getBoundingClientRect(); return {X: r.x + r.width / 2, Y: r.y + r.height / 2} })()`, element)
	// What scrolls along, and formulas that are set meanwhile, move it.
	at, still := Eval[point](p, script), 0
	for moves := 0; still < 2 && moves < 100; moves++ {
		time.Sleep(100 * time.Millisecond)
		if now := Eval[point](p, script); now == at {
			still++
		} else {
			at, still = now, 0
		}
	}
	return at
}

// press presses one key together with others that are held.
func press(key string, held ...chromedp.Modifier) chromedp.Action[chromedp.Void] {
	return chromedp.KeyEvent(key, chromedp.KeyModifiers(held...))
}

// insert puts text where the cursor is, as an input method does.
func insert(text string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, input.InsertText, input.InsertTextParams{Text: text})
		return err
	})
}

// quote makes a JavaScript string of a text.
func quote(text string) string {
	quoted, _ := json.Marshal(text)
	return string(quoted)
}
