package plots

import (
	"fmt"
	"html"
	"strings"

	"nekonote/nn/words"
)

var (
	playWord  = words.T("Play", "再生")
	frameWord = words.T("step", "段階")
)

// slider is the control below a figure with frames: a button that plays them, a slider, and the words of the frame that is
// seen. All frames lie in the page already, so it needs neither kernel nor network, and goes along into an export. It
// speaks to the elements around it, not to ids, so a copy of the figure works beside its original. Where scripts are not
// allowed, as in a notebook that is not trusted, one frame is seen, and no button that would do nothing: a script shows it.
func (f figure) slider() string {
	n := len(f.frames)
	if n == 0 {
		return ""
	}
	const turn = `var f=this.closest('.nekonote-figure'),i=+f.querySelector('input').value;` +
		`f.querySelectorAll('svg').forEach(s=>s.querySelectorAll('[data-frame]').forEach((g,k)=>g.style.display=k==i?'':'none'));` +
		`f.querySelectorAll('[data-words]').forEach((g,k)=>g.style.display=k==i?'':'none')`
	const play = `var f=this.closest('.nekonote-figure'),s=f.querySelector('input'),b=this;` +
		`if(b.t){clearInterval(b.t);b.t=0;b.textContent='▶';return}` +
		`if(+s.value>=+s.max){s.value=0;s.oninput()}b.textContent='❚❚';` +
		`b.t=setInterval(function(){if(!b.isConnected||+s.value>=+s.max){clearInterval(b.t);b.t=0;b.textContent='▶';return}` +
		`s.value=+s.value+1;s.oninput()},120)`
	var b strings.Builder
	fmt.Fprintf(&b, `<div style="display:none">`+begins+`<div style="display:flex;align-items:center;gap:10px;max-width:%.0fpx;margin:4px 0 2px">`+
		`<button type="button" aria-label="%s" title="%[3]s" style="width:34px;height:28px;border:1px solid currentColor;border-radius:6px;background:none;color:inherit;cursor:pointer" onclick="%[4]s">▶</button>`+
		`<input type="range" aria-label="%[5]s" min="0" max="%d" value="%d" style="flex:1;accent-color:%s" oninput="%s"></div></div>`, "this.parentNode.style.display=''",
		max(f.panels[0].width, 320), playWord, html.EscapeString(play), frameWord, n-1, f.seen(), hex(blue), html.EscapeString(turn))
	b.WriteString(`<div style="font-size:13px;font-variant-numeric:tabular-nums" aria-live="polite">`)
	for i, said := range f.frames {
		hidden := ""
		if i != f.seen() {
			hidden = ` style="display:none"`
		}
		fmt.Fprintf(&b, `<span data-words=""%s>%s</span>`, hidden, html.EscapeString(said))
	}
	b.WriteString(`</div>`)
	return b.String()
}
