package own

import _ "embed"

// LessonText is the text of the notebook own-pictures, as package notebook reads it.
//
//go:embed lesson.md
var LessonText string

// MoreText is the text of the notebook own-more-pictures.
//
//go:embed more.md
var MoreText string
