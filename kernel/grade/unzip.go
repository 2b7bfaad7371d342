package grade

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"

	"nekonote/nn/words"
)

// What an archive may hold.
const (
	mostArchive   = 512 << 20 // bytes of the file
	mostDirectory = 4 << 20   // bytes of its list of files
	mostNotebooks = 2000      // in one archive
	mostUnpacked  = 2 << 30   // bytes of all of them
	mostRatio     = 200       // unpacked to packed, beyond the first megabyte
)

var (
	sayZip      = words.T("this is not an archive, or it is damaged (%v)", "アーカイブではないか、壊れています（%v）")
	sayZipFiles = words.T("the archive holds more files than are opened", "アーカイブの中のファイルが多すぎます")
	sayZipBig   = words.T("the archive is larger than is opened (%d MB)", "アーカイブが大きすぎます（上限 %d MB）")
	sayZipBomb  = words.T("it unpacks to far more than a notebook holds, and is not opened", "展開するとノートブックとしては大きすぎるため、開きません")
	sayZipLock  = words.T("it is encrypted", "暗号化されています")
	sayZipInner = words.T("an archive in an archive is not opened", "アーカイブの中のアーカイブは開きません")
)

// zipped is a notebook that was in an archive.
type zipped struct {
	name string // in the archive, with slashes
	path string // where it lies now
	why  string // why it does not
}

// unzip unpacks the notebooks of an archive into a new folder in room. Their files have numbers for names, so that none can lead out
// of it. The error says why nothing could be unpacked.
func unzip(file, room string) ([]zipped, error) {
	in, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	info, err := in.Stat()
	switch {
	case err != nil:
		return nil, err
	case info.Size() > mostArchive:
		return nil, errors.New(sayZipBig.Fill(mostArchive >> 20).String())
	}
	if err := directory(in, info.Size()); err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(in, info.Size())
	if err != nil {
		return nil, errors.New(sayZip.Fill(err).String())
	}
	to, err := os.MkdirTemp(room, "zip-")
	if err != nil {
		return nil, err
	}
	var all []zipped
	left := int64(mostUnpacked)
	for _, f := range archive.File {
		name := nameIn(f)
		if strings.HasSuffix(name, "/") || slices.ContainsFunc(strings.Split(name, "/"), ignored) {
			continue
		}
		one := zipped{name: name}
		switch kindOf(name) {
		case isNotebook:
			one.path = filepath.Join(to, fmt.Sprintf("%d.ipynb", len(all)))
			if err := extract(f, one.path, &left); err != nil {
				one.why = oneLine(err.Error())
			}
		case isZip, isArchive:
			one.why = sayZipInner.String()
		default:
			continue
		}
		if all = append(all, one); len(all) > mostNotebooks {
			return nil, errors.New(sayZipFiles.String())
		}
	}
	return all, nil
}

// directory looks at the size of an archive's list of files before that is read.
func directory(in io.ReaderAt, size int64) error {
	tail := make([]byte, min(size, 64<<10+22))
	if _, err := in.ReadAt(tail, size-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	at := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if at < 0 || len(tail) < at+22 {
		return errors.New(sayZip.Fill("zip").String())
	}
	length, begin := int64(binary.LittleEndian.Uint32(tail[at+12:])), int64(binary.LittleEndian.Uint32(tail[at+16:]))
	end := size - int64(len(tail)) + int64(at)
	if length > mostDirectory || end-begin > mostDirectory+64<<10 {
		return errors.New(sayZipFiles.String())
	}
	return nil
}

// nameIn is the name of a file in an archive. Archives of a Japanese Windows name files in Shift JIS, and some with backslashes.
func nameIn(f *zip.File) string {
	name := f.Name
	if f.NonUTF8 || !utf8.ValidString(name) {
		if decoded, err := japanese.ShiftJIS.NewDecoder().String(name); err == nil {
			name = decoded
		}
	}
	dir := strings.HasSuffix(name, "/")
	name = strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
	if dir {
		name += "/"
	}
	return name
}

// extract writes a notebook. left is what all of the archive may still take.
func extract(f *zip.File, to string, left *int64) error {
	if f.Flags&1 != 0 {
		return errors.New(sayZipLock.String())
	}
	packed, most := int64(f.CompressedSize64), min(int64(largest), *left)
	if unpacked := int64(f.UncompressedSize64); unpacked < 0 || unpacked > most || unpacked > 1<<20 && unpacked/mostRatio > packed {
		return errors.New(sayZipBomb.String())
	}
	in, err := f.Open()
	if err != nil {
		return errors.New(sayZip.Fill(err).String())
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	n, err := io.Copy(out, io.LimitReader(in, most+1)) // whatever the list says
	*left -= n
	if err = errors.Join(err, out.Close()); err == nil && n > most {
		err = errors.New(sayZipBomb.String())
	}
	if err != nil {
		return errors.Join(errors.New(sayZip.Fill(err).String()), os.Remove(to))
	}
	return nil
}
