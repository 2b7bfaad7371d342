package grade

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nekonote/nn/words"
)

// handedIn is one notebook in a folder of submissions, or something else that was handed in.
type handedIn struct {
	student, notebook, path string
	why                     string // why it cannot be graded; "" for a notebook
}

// collector finds what was handed in, as it comes: notebooks in folders of students, at any depth, notebooks and archives that have
// the student in their name, and folders that hold nothing to grade. Everything a student has handed in is graded or named.
type collector struct {
	dir  string // of the class, as the system knows it
	room string // where archives are unpacked
	all  []handedIn
	left []string        // files among the students' folders that are nothing to grade, such as a list of names
	seen map[string]bool // folders that a link has led to
}

// deepest is how many folders below a student's a notebook may lie.
const deepest = 8

var (
	sayNone = words.T("no notebook (.ipynb) was handed in; there is %s",
		"ノートブック（.ipynb）が提出されていません。フォルダーの中身：%s")
	sayNoneIn    = words.T("%s holds no notebook (.ipynb)", "%s の中にノートブック（.ipynb）がありません")
	sayNothing   = words.T("nothing at all", "何もありません")
	sayLink      = words.T("%s is a link that leads out of the folder of submissions, and is not followed", "%s は提出物フォルダーの外を指すリンクのため、開きません")
	sayArchive   = words.T("%s is an archive that is not opened here: unpack it, or ask for .ipynb or .zip", "%s はここでは開けない形式です。展開するか、.ipynb か .zip で出してもらってください")
	sayDeep      = words.T("%s lies too many folders deep", "%s はフォルダーの階層が深すぎます")
	sayForbidden = words.T("%s cannot be read: %v", "%s を読めません：%v")
)

// collect lists what lies in a folder of submissions: by student, then by notebook, and the files that belong to no student. Archives
// are unpacked into room.
func collect(dir, room string) (all []handedIn, left []string, err error) {
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return nil, nil, err
	}
	c := collector{dir: real, room: room, seen: map[string]bool{}}
	if err := c.class(real); err != nil {
		return nil, nil, err
	}
	// What has the same name stays in the order of the folder and of the archive, which is the same for each part of a class: where an
	// archive was unpacked is another place each time.
	slices.SortStableFunc(c.all, func(a, b handedIn) int {
		return cmp.Or(strings.Compare(a.student, b.student), strings.Compare(a.notebook, b.notebook))
	})
	return c.all, c.left, nil
}

// class takes a folder that holds students', or, one folder too deep, a single folder that does, or folders of assignments.
func (c *collector) class(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return ignored(e.Name()) })
	if inner := c.onlyFolder(dir, entries); inner != "" {
		return c.class(inner)
	}
	for _, entry := range entries {
		path := filepath.Join(dir, entry.Name())
		switch kind, whole := kindOf(entry.Name()), c.whole(path); {
		case !whole:
			c.add(entry.Name(), "", path, sayLink.Fill(entry.Name()))
		case folder(path) && assignment(entry.Name()) && !holdsNotebooks(path):
			if err := c.class(path); err != nil {
				return err
			}
		case folder(path):
			c.student(entry.Name(), path)
		case kind == isZip:
			c.classArchive(path)
		case kind != isOther:
			c.file(studentIn(entry.Name()), path, stem(entry.Name()))
		case named(entry.Name()):
			c.add(studentIn(entry.Name()), stem(entry.Name()), path, sayNone.Fill(entry.Name()))
		default:
			c.left = append(c.left, entry.Name())
		}
	}
	return nil
}

// named reports whether a file's name is that of a notebook of the course, whatever the file is.
func named(name string) bool {
	_, ok := lessonInName(name)
	return ok
}

// onlyFolder is the one folder that holds all others, where a class was given with a folder around it.
func (c *collector) onlyFolder(dir string, entries []fs.DirEntry) string {
	if len(entries) != 1 || !entries[0].IsDir() {
		return ""
	}
	inner := filepath.Join(dir, entries[0].Name())
	below, err := os.ReadDir(inner)
	if err != nil || holdsNotebooks(inner) {
		return ""
	}
	students := 0
	for _, e := range below {
		if e.IsDir() && !ignored(e.Name()) && !assignment(e.Name()) {
			students++
		}
	}
	if students < 2 {
		return ""
	}
	return inner
}

// student takes all that lies in a student's folder.
func (c *collector) student(name, dir string) {
	before := len(c.all)
	var others []string
	c.walk(name, dir, dir, &others, 0)
	if len(c.all) > before {
		return
	}
	there := sayNothing.String()
	if len(others) > 0 {
		there = strings.Join(others[:min(5, len(others))], ", ")
	}
	c.add(name, "", dir, sayNone.Fill(there))
}

// walk takes what lies in one folder of a student's.
func (c *collector) walk(name, top, dir string, others *[]string, depth int) {
	below, _ := filepath.Rel(top, dir)
	entries, err := os.ReadDir(dir)
	if err != nil {
		c.add(name, below, dir, sayForbidden.Fill(below, err))
		return
	}
	for _, entry := range entries {
		if ignored(entry.Name()) {
			continue
		}
		path := filepath.Join(dir, entry.Name())
		called := stem(filepath.Join(below, entry.Name()))
		switch {
		case !c.whole(path):
			c.add(name, called, path, sayLink.Fill(entry.Name()))
		case folder(path) && depth >= deepest:
			c.add(name, called, path, sayDeep.Fill(entry.Name()))
		case folder(path):
			c.walk(name, top, path, others, depth+1)
		case kindOf(entry.Name()) == isOther:
			*others = append(*others, entry.Name())
		default:
			c.file(name, path, called)
		}
	}
}

// whole reports whether a path is no link, or one that stays in the folder of the class and leads nowhere twice.
func (c *collector) whole(path string) bool {
	info, err := os.Lstat(path)
	if err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return err == nil
	}
	real, err := filepath.EvalSymlinks(path)
	if err != nil || c.seen[real] {
		return false
	}
	below, err := filepath.Rel(c.dir, real)
	if err != nil || !filepath.IsLocal(below) || below == "." || strings.HasPrefix(path, real+string(filepath.Separator)) {
		return false
	}
	c.seen[real] = true
	return true
}

// file takes a notebook or an archive.
func (c *collector) file(student, path, called string) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	switch kindOf(path) {
	case isNotebook:
		c.all = append(c.all, handedIn{student: student, notebook: called, path: path})
	case isZip:
		found, err := unzip(path, c.room)
		if err != nil {
			c.all = append(c.all, handedIn{student: student, notebook: called, path: path, why: err.Error()})
		}
		for _, f := range found {
			c.all = append(c.all, handedIn{student: student, notebook: stem(f.name), path: f.path, why: f.why})
		}
		if err == nil && len(found) == 0 {
			c.add(student, called, path, sayNoneIn.Fill(filepath.Base(path)))
		}
	case isArchive:
		c.add(student, called, path, sayArchive.Fill(filepath.Base(path)))
	}
}

// classArchive takes an archive that lies among the students' folders: one student's, or that of a class, with a folder for each.
func (c *collector) classArchive(path string) {
	found, err := unzip(path, c.room)
	folders := map[string]bool{}
	for _, f := range found {
		if top, _, ok := strings.Cut(f.name, "/"); ok {
			folders[top] = true
		}
	}
	if err != nil || len(folders) < 2 {
		c.file(studentIn(filepath.Base(path)), path, stem(filepath.Base(path)))
		return
	}
	for _, f := range found {
		top, rest, ok := strings.Cut(f.name, "/")
		if !ok {
			top, rest = studentIn(f.name), f.name
		}
		c.all = append(c.all, handedIn{student: top, notebook: stem(rest), path: f.path, why: f.why})
	}
}

// add names what cannot be graded.
func (c *collector) add(student, called, path string, why words.Text) {
	c.all = append(c.all, handedIn{student: student, notebook: called, path: path, why: why.String()})
}

func folder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// holdsNotebooks reports whether a notebook lies in the folder itself.
func holdsNotebooks(dir string) bool {
	entries, err := os.ReadDir(dir)
	return err == nil && slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return !e.IsDir() && kindOf(e.Name()) == isNotebook })
}
