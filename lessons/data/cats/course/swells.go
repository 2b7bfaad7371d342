package course

import (
	"bytes"
	"compress/zlib"
	"io"
	"os"
)

// swells reports whether something in a file unpacks to more than is read here. The library that reads the file unpacks whatever it
// holds, before its size is known; so each place at which a compressed part may begin is tried first, and thrown away as it
// unpacks. Almost all of these are none, which shows after a few bytes.
func swells(path string) bool {
	data, err := os.ReadFile(path)
	if err != nil {
		return false // who reads it will say so
	}
	var in io.ReadCloser
	for i := range max(len(data)-1, 0) {
		if data[i]&0x0f != 8 || data[i]>>4 > 7 || (int(data[i])<<8|int(data[i+1]))%31 != 0 {
			continue
		}
		part := bytes.NewReader(data[i:])
		if in == nil {
			in, err = zlib.NewReader(part)
		} else {
			err = in.(zlib.Resetter).Reset(part, nil)
		}
		if err != nil {
			continue
		}
		if n, _ := io.Copy(io.Discard, io.LimitReader(in, mostUnpacked+1)); n > mostUnpacked {
			return true
		}
	}
	return false
}
