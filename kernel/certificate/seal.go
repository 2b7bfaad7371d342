package certificate

import (
	"fmt"
	"html"
	"io"
	"strings"
	"time"

	"nekonote/kernel/certificate/badge"
	"nekonote/lessons/own/sheet"
	"nekonote/nn/words"
)

// beforeSeal is what stands before the badge in a page that somebody has signed; sheet.After stands behind it.
const beforeSeal = `<script type="application/vc+jwt" id="signed">`

var (
	sayShown = words.T("Signed on %s by", "署名（%s）：")
	sayWith  = words.T(", with the key", "、鍵：")
	sayMeans = words.T(". The holder of the key vouches for what this page says; verify tells whether the signature is right.", "。鍵の持ち主が、このページの内容を保証しています。署名が正しいかどうかは、上のコマンドでわかります。")

	saySigned   = words.T("Signed on %s by: %s, with the key %s.", "署名：%s、%s、鍵 %s。")
	sayIntact   = words.T("✓ The signature is right: the page says what was signed.", "✓ 署名は正しく、ページの内容は署名されたときのままです。")
	sayChanged  = words.T("✗ The page was changed after it was signed, or the signature is that of another page.", "✗ 署名のあとでページが書き換えられたか、別のページの署名です。")
	sayForged   = words.T("✗ The signature is wrong: this key has not signed what stands there.", "✗ 署名が正しくありません。この鍵で署名されたものではありません。")
	sayTheKey   = words.T("✓ It is the key that you have named.", "✓ 指定された鍵と同じ鍵です。")
	sayOtherKey = words.T("✗ It is not the key that you have named: %s.", "✗ 指定された鍵ではありません（指定された鍵：%s）。")
	sayWhose    = words.T("Whose key that is, and whether the name is right, the page cannot prove: ask who is said to have signed for the key, and name it with --key.",
		"誰の鍵か、名前が正しいかは、ページだけではわかりません。署名したとされる人から鍵を受け取り、--key で指定してください。")
	sayVouches = words.T("A signature says that the holder of the key vouches for the page, and nothing more. What was found here stands below.",
		"署名が示すのは、鍵の持ち主がこのページを保証しているということだけです。ここで確認できた結果は、次のとおりです。")
	sayUnsigned = words.T("Nobody has signed the page.", "このページには署名がありません。")
	sayMissing  = words.T("✗ Nobody has signed the page, so it is not signed with the key that you named: %s.", "✗ このページには署名がありません（指定された鍵：%s）。")
)

// seal shows who has signed, and holds the badge itself, for programs.
func (t Told) seal() string {
	s, ok := badge.Read(t.Signed)
	if !ok {
		return ""
	}
	return fmt.Sprintf("<p class=\"signed\">%s <bdi>%s</bdi>%s <code>%s</code>%s</p>%s%s%s\n", sheet.Each(sayShown.Fill(dayOf(s.At))), html.EscapeString(clean(s.Issuer)),
		sheet.Each(sayWith), s.Key.DID(), sheet.Each(sayMeans), beforeSeal, t.Signed, sheet.After)
}

// dayOf is the day of a signature, the same wherever the page is looked at.
func dayOf(at time.Time) string { return at.UTC().Format(time.DateOnly) }

// sealing is what was found of the signature of a page.
type sealing struct {
	seal  *badge.Seal // nil where nobody has signed
	state badge.State
	known *badge.Key // the key that whoever asks knows, nil for none
}

// sealed looks at the signature of a page.
func (t Told) sealed(page []byte, known *badge.Key) sealing {
	s, ok := badge.Read(t.Signed)
	if !ok {
		return sealing{known: known}
	}
	return sealing{seal: &s, state: s.Check(said(page), time.Now()), known: known}
}

// holds reports whether nothing speaks against the signature, which may be none.
func (s sealing) holds() bool {
	if s.seal == nil {
		return s.known == nil
	}
	return s.state == badge.Whole && (s.known == nil || s.is(*s.known))
}

// is reports whether a key is that of the signature.
func (s sealing) is(k badge.Key) bool { return s.seal.Key.Public.Equal(k.Public) }

// write says what was found.
func (s sealing) write(w io.Writer) {
	if s.seal == nil {
		if s.known != nil {
			fmt.Fprintf(w, "  %s\n", sayMissing.Fill(named(*s.known)))
		} else {
			fmt.Fprintln(w, sayUnsigned)
		}
		return
	}
	fmt.Fprintln(w, saySigned.Fill(dayOf(s.seal.At), or(clean(s.seal.Issuer)), s.seal.Key.DID()))
	fmt.Fprintf(w, "  %s\n", []words.Text{badge.Whole: sayIntact, badge.Changed: sayChanged, badge.Forged: sayForged}[s.state])
	switch {
	case s.known == nil:
		fmt.Fprintf(w, "  %s\n", sayWhose)
	case s.is(*s.known):
		fmt.Fprintf(w, "  %s\n", sayTheKey)
	default:
		fmt.Fprintf(w, "  %s\n", sayOtherKey.Fill(named(*s.known)))
	}
	if s.state == badge.Whole {
		fmt.Fprintf(w, "  %s\n", sayVouches)
	}
}

// named is a key with its holder's name.
func named(k badge.Key) string { return strings.TrimSpace(clean(k.Name) + " " + k.DID()) }

// or is a text, or that there is none.
func or(text string) any {
	if text == "" {
		return sayNothing
	}
	return text
}
