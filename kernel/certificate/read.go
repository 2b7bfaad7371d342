package certificate

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"

	"nekonote/kernel/certificate/badge"
	"nekonote/lessons/own/sheet"
	"nekonote/nn/words"
)

// largest is the size of a page that is still read: the code of all notebooks of the course is a tenth of a megabyte or two.
const largest = 16 << 20

var (
	sayFile   = words.T("%s is not a file", "%s はファイルではありません")
	sayHuge   = words.T("%s is larger than %d MB: no certificate is", "%s が %d MB を超えています。修了証ならそれほど大きくなりません")
	sayNoPage = words.T("%s is no certificate of Nekonote", "%s は Nekonote の修了証ではありません")
	saySeal   = words.T("the signature in %s cannot be read: the page is damaged, or it was not `nekonote sign` that has signed it", "%s の署名が読めません。ページが壊れているか、`nekonote sign` が書いた署名ではありません")
	sayBroken = words.T("%s is damaged, or was made by hand: what it holds is not what `nekonote certificate` writes", "%s は壊れているか、手で作られたものです。中身が `nekonote certificate` の書くものと違います")
)

// load reads a page that may hold anything.
func load(path string) (t Told, page []byte, err error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return t, nil, err
	case !info.Mode().IsRegular():
		return t, nil, errors.New(sayFile.Fill(path).String())
	case info.Size() > largest:
		return t, nil, errors.New(sayHuge.Fill(path, largest>>20).String())
	}
	file, err := os.Open(path)
	if err != nil {
		return t, nil, err
	}
	defer file.Close()
	if page, err = io.ReadAll(io.LimitReader(file, largest)); err != nil {
		return t, nil, err
	}
	t, why := parse(page)
	if !why.Empty() {
		return t, nil, errors.New(why.Fill(path).String())
	}
	return t, page, nil
}

// parse finds what a page says, or else why it says nothing.
func parse(page []byte) (t Told, why words.Text) {
	head, rest, ok := bytes.Cut(page, []byte(sheet.Before))
	if !ok {
		return t, sayNoPage
	}
	told, rest, ok := bytes.Cut(rest, []byte(sheet.After))
	if !ok || bytes.Contains(rest, []byte(sheet.Before)) {
		return t, sayBroken
	}
	in := json.NewDecoder(bytes.NewReader(told))
	in.DisallowUnknownFields()
	if in.Decode(&t) != nil || in.More() || !t.whole() {
		return t, sayBroken
	}
	if t.Signed, ok = signed(head); !ok {
		return t, saySeal
	}
	return t, words.Text{}
}

// signed is the badge in a page, "" where there is none; it reports whether it is one that can be read.
func signed(head []byte) (text string, ok bool) {
	_, rest, there := bytes.Cut(head, []byte(beforeSeal))
	if !there {
		return "", true
	}
	seal, rest, ok := bytes.Cut(rest, []byte(sheet.After))
	if !ok || bytes.Contains(rest, []byte(beforeSeal)) {
		return "", false
	}
	_, ok = badge.Read(string(seal))
	return string(seal), ok
}

// said is what a page says inside, to the byte: that is what is signed.
func said(page []byte) []byte {
	_, rest, _ := bytes.Cut(page, []byte(sheet.Before))
	text, _, _ := bytes.Cut(rest, []byte(sheet.After))
	return text
}
