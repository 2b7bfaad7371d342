package album

import (
	"embed"

	"nekonote/lessons/internal/sources"
)

//go:embed *.go
var code embed.FS

func init() { sources.Register("nekonote/lessons/data/album", code) }
