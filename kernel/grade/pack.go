package grade

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"nekonote/kernel/scratch"
	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

// packed is a set-up with Go's caches as an archive in a file without a name: a submission that runs as this user cannot find it.
// The Go itself is left where it is, and watched.
type packed struct {
	place setup.Place
	file  *os.File
	seal  string // of what is watched
}

// The folders of the archive.
const (
	packedCache   = "go/build"
	packedModules = "go/mod"
)

var sayChanged = words.T("a submission has changed %s: set Go up anew before anything else is graded",
	"提出物が %s を書き換えました。ほかのノートブックを採点する前に Go を入れ直してください")

// pack makes the archive.
func pack(p setup.Place) (_ *packed, err error) {
	folder, err := scratch.Make("nk-")
	if err != nil {
		return nil, err
	}
	defer clear(folder)
	if err := p.CopyTo(folder); err != nil {
		return nil, err
	}
	file, err := os.CreateTemp(folder, "supply-")
	if err != nil {
		return nil, err
	}
	if err := os.Remove(file.Name()); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	out := tar.NewWriter(file)
	err = add(out, folder, "")
	if err == nil {
		var built, modules []string
		if built, modules, err = p.CellCaches(); err == nil {
			folders := p.GoFolders()
			err = errors.Join(addAll(out, folders[1], packedCache, built), addAll(out, folders[2], packedModules, modules))
		}
	}
	if err = errors.Join(err, out.Close()); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return &packed{place: p, file: file, seal: seal(p.GoFolders()[0])}, nil
}

// addAll adds files and folders that lie below from.
func addAll(out *tar.Writer, from, to string, paths []string) error {
	for _, path := range paths {
		below, err := filepath.Rel(from, path)
		if err != nil || !filepath.IsLocal(below) {
			continue
		}
		if err := add(out, path, filepath.Join(to, below)); err != nil {
			return err
		}
	}
	return nil
}

// add adds a file, or a folder with all that is in it, under a name; "" is the archive's root.
func add(out *tar.Writer, from, name string) error {
	return filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		below, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err != nil || !info.Mode().IsRegular() {
			return err
		}
		in, err := os.Open(path)
		if err != nil {
			return err
		}
		defer in.Close()
		header := &tar.Header{Name: filepath.Join(name, below), Size: info.Size(), Mode: int64(info.Mode().Perm()), Format: tar.FormatPAX}
		if err := out.WriteHeader(header); err != nil {
			return err
		}
		_, err = io.Copy(out, in)
		return err
	})
}

// unpack lays a new set-up into a folder.
func (p *packed) unpack(folder string) error {
	root := p.place.GoFolders()[0]
	if seal(root) != p.seal {
		return errors.New(sayChanged.Fill(root).String())
	}
	made := map[string]bool{}
	for in := tar.NewReader(io.NewSectionReader(p.file, 0, 1<<62)); ; {
		header, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		path := filepath.Join(folder, header.Name)
		if dir := filepath.Dir(path); !made[dir] {
			if err := os.MkdirAll(dir, 0o700); err != nil {
				return err
			}
			made[dir] = true
		}
		out, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, fs.FileMode(header.Mode)|0o600)
		if err != nil {
			return err
		}
		_, err = io.Copy(out, in)
		if err := errors.Join(err, out.Close()); err != nil {
			return err
		}
	}
	_, err := p.place.Moved(folder, filepath.Join(folder, packedCache), filepath.Join(folder, packedModules))
	return err
}

// seal changes with every file in a folder that is written, replaced or given other rights: the system notes the time of a change
// where no program can set it.
func seal(folder string) string {
	var all strings.Builder
	_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if info, err := entry.Info(); err == nil {
			fmt.Fprintln(&all, path, info.Size(), changed(info))
		}
		return nil
	})
	return all.String()
}
