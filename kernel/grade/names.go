package grade

import (
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"nekonote/lessons/notebook"
)

// kind is what the name of a file says it is.
type kind int

const (
	isOther kind = iota
	isNotebook
	isZip
	isArchive // that is not opened
)

// endings are those of files that are looked at. Browsers add .txt and .json to notebooks that they save.
var endings = []struct {
	end  string
	kind kind
}{
	{".ipynb", isNotebook}, {".ipynb.txt", isNotebook}, {".ipynb.json", isNotebook}, {".zip", isZip},
	{".7z", isArchive}, {".rar", isArchive}, {".tar", isArchive}, {".gz", isArchive}, {".tgz", isArchive}, {".xz", isArchive}, {".bz2", isArchive}, {".lzh", isArchive},
}

func kindOf(name string) kind {
	name = strings.ToLower(name)
	for _, e := range endings {
		if strings.HasSuffix(name, e.end) {
			return e.kind
		}
	}
	return isOther
}

// stem is a file's path without the ending that says what it is.
func stem(name string) string {
	name = filepath.ToSlash(name)
	small := strings.ToLower(name)
	for _, e := range endings {
		if strings.HasSuffix(small, e.end) && path.Base(small) != e.end {
			return name[:len(name)-len(e.end)]
		}
	}
	return name
}

// ignored are files that programs lay beside what a person has made.
func ignored(name string) bool {
	switch name {
	case "__MACOSX", "Thumbs.db", "desktop.ini":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

var assignments = regexp.MustCompile(`(?i)^(week|hw|homework|assignment|exercise|submitted|submission|submissions|課題|宿題|提出|提出物|演習|レポート)[ _-]*[0-9]*$|^第?[0-9０-９]+[週回]$`)

// assignment reports whether a folder's name is that of an assignment, and not a student's.
func assignment(name string) bool {
	if assignments.MatchString(name) {
		return true
	}
	small := strings.ToLower(name)
	for _, lesson := range notebook.All {
		if small == lesson.Name {
			return true
		}
	}
	return false
}

// copied is what programs add to the name of a copy.
var copied = regexp.MustCompile(`(?i) ?\([0-9]+\)$|-copy[0-9]*$| - copy( \([0-9]+\))?$|^copy of |^コピー ?[〜～~] ?|のコピー ?[0-9]*$| - コピー( \([0-9]+\))?$`)

// uploaded is what a learning platform puts between a student's name and her file's.
var uploaded = regexp.MustCompile(`(?i)_[0-9]+_assignsubmission_file_?$|(_late)?_[0-9]+_[0-9]+_?$`)

// studentIn is the student whose file lies among the students' folders: its name, without that of the notebook.
func studentIn(file string) string {
	whole := path.Base(stem(file))
	name := whole
	for again := true; again; {
		shorter := copied.ReplaceAllString(name, "")
		again = shorter != name
		name = shorter
	}
	if lesson, ok := lessonInName(name); ok {
		at := strings.Index(strings.ToLower(name), lesson.Name)
		before, after := name[:at], name[at+len(lesson.Name):]
		name = before
		if strings.Trim(before, " _-.") == "" {
			name = after
		}
	}
	name = uploaded.ReplaceAllString(name, "")
	if name = strings.Trim(name, " _-.()（）"); name == "" {
		return whole
	}
	return name
}
