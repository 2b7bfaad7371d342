package decode

import (
	"bytes"
	"encoding/binary"

	"nekonote/lessons/data/pixels"
)

// A phone stores what its sensor saw and notes beside it how the phone was held: the EXIF orientation, 1 to 8. 1 is
// upright. Each of the others is a way of turning or mirroring the picture before it is shown.
//
// Source: CIPA DC-008, "Exchangeable image file format for digital still cameras: Exif", tag 0x0112.

// orientation finds the note at the beginning of a JPEG, PNG or WebP. It is 1 where there is none or where it is damaged.
func orientation(k kind, start []byte) int {
	var tiff []byte
	switch k {
	case jpegKind:
		tiff = inJPEG(start)
	case pngKind:
		tiff = inPNG(start)
	case webpKind:
		tiff = inWebP(start)
	}
	return orientationIn(tiff)
}

func inJPEG(data []byte) (exif []byte) {
	segments(data, func(marker byte, content []byte) bool {
		found, ok := bytes.CutPrefix(content, []byte("Exif\x00\x00"))
		if ok && marker == 0xe1 {
			exif = found
		}
		return exif == nil
	})
	return exif
}

// segments walks over a JPEG's segments before its pixels (FF, what it is, its length, its content) while visit wants more.
func segments(data []byte, visit func(marker byte, content []byte) bool) {
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		marker, size := data[at+1], int(binary.BigEndian.Uint16(data[at+2:]))
		if marker == 0xff { // a byte to fill the gap
			at++
			continue
		}
		if marker == 0xda || size < 2 { // the pixels begin
			return
		}
		if !visit(marker, data[min(at+4, len(data)):min(at+2+size, len(data))]) {
			return
		}
		at += 2 + size
	}
}

func inPNG(data []byte) []byte {
	for at := 8; at+8 <= len(data); {
		size, name := int(binary.BigEndian.Uint32(data[at:])), string(data[at+4:at+8])
		if name == "IDAT" || size < 0 || size > len(data) {
			return nil
		}
		if name == "eXIf" {
			return data[at+8 : min(at+8+size, len(data))]
		}
		at += 12 + size
	}
	return nil
}

func inWebP(data []byte) []byte {
	for at := 12; at+8 <= len(data); {
		size, name := int(binary.LittleEndian.Uint32(data[at+4:])), string(data[at:at+4])
		if size < 0 || size > len(data) {
			return nil
		}
		if name == "EXIF" {
			exif := data[at+8 : min(at+8+size, len(data))]
			return bytes.TrimPrefix(exif, []byte("Exif\x00\x00"))
		}
		at += 8 + size + size%2
	}
	return nil
}

// orientationIn reads the tag in a TIFF header's first directory.
func orientationIn(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder
	switch string(tiff[:2]) {
	case "II":
		order = binary.LittleEndian
	case "MM":
		order = binary.BigEndian
	default:
		return 1
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return 1
	}
	for range order.Uint16(tiff[at:]) {
		entry := tiff[min(at+2, len(tiff)):]
		if len(entry) < 12 {
			return 1
		}
		if order.Uint16(entry) == 0x0112 {
			if value := int(order.Uint16(entry[8:])); value >= 1 && value <= 8 {
				return value
			}
			return 1
		}
		at += 12
	}
	return 1
}

// upright returns the picture turned and mirrored as its orientation says.
func upright(p pixels.Picture, orientation int) pixels.Picture {
	rows, columns := p.Bounds().Dy(), p.Bounds().Dx()
	// from says where the pixel of the upright picture is in the stored one; from 5 on rows and columns change places.
	from := map[int]func(row, column int) (int, int){
		2: func(r, c int) (int, int) { return r, columns - 1 - c },
		3: func(r, c int) (int, int) { return rows - 1 - r, columns - 1 - c },
		4: func(r, c int) (int, int) { return rows - 1 - r, c },
		5: func(r, c int) (int, int) { return c, r },
		6: func(r, c int) (int, int) { return rows - 1 - c, r },
		7: func(r, c int) (int, int) { return rows - 1 - c, columns - 1 - r },
		8: func(r, c int) (int, int) { return c, columns - 1 - r },
	}[orientation]
	if from == nil {
		return p
	}
	out := pixels.New(rows, columns)
	if lies(orientation) {
		out = pixels.New(columns, rows)
	}
	for r := range out {
		for c := range out[r] {
			row, column := from(r, c)
			out[r][c] = p[row][column]
		}
	}
	return out
}

// lies reports whether rows and columns change places when the picture is turned upright.
func lies(orientation int) bool { return orientation >= 5 }
