package gopls

import (
	"context"
	"encoding/json"
	"net/url"
	"path/filepath"
	"time"
)

// Gopls is one kernel's way to the server. It connects with the first question, and hangs up when none has come for a while, so
// that the server can end. Its methods may be called from any goroutine; one question is asked at a time.
type Gopls struct {
	server Server
	turn   chan struct{} // holds one token: who has it may use what follows

	line     *line // nil while there is no connection
	folder   string
	versions map[string]int // of the files that gopls knows from us
	texts    map[string]string
	asked    time.Time // when the last question was over
}

// New is a way to a server, which nothing is started for yet.
func New(s Server) *Gopls {
	g := &Gopls{server: s, turn: make(chan struct{}, 1)}
	g.turn <- struct{}{}
	return g
}

// Program is Go text as gopls is to see it: a folder with a go.mod, and files in it, by name, which need not be on the disk.
type Program struct {
	Folder string
	Files  map[string]string
}

// Place is a place in a file of a program: its line from 0, and the UTF-16 units in front of it on that line.
type Place struct {
	File            string
	Line, Character int
}

// Completions are what may stand at a place, and how many UTF-16 units in front of the place they take the place of.
type Completions struct {
	Matches []string
	Replace int
}

type position struct {
	Line      int `json:"line"`
	Character int `json:"character"`
}

// Complete asks what may stand at a place.
func (g *Gopls) Complete(ctx context.Context, p Program, at Place) (Completions, error) {
	var list struct {
		Items []struct {
			TextEdit *struct {
				Range   struct{ Start, End position }
				NewText string
			}
		}
	}
	if err := g.ask(ctx, p, at, "textDocument/completion", &list); err != nil {
		return Completions{}, err
	}
	var found Completions
	for _, item := range list.Items {
		edit := item.TextEdit
		if edit == nil || edit.Range.End != (position{at.Line, at.Character}) || edit.Range.Start.Line != at.Line {
			continue
		}
		replace := at.Character - edit.Range.Start.Character
		if len(found.Matches) > 0 && replace != found.Replace {
			continue // Jupyter has one beginning for all
		}
		found.Replace = replace
		found.Matches = append(found.Matches, edit.NewText)
	}
	return found, nil
}

// Describe is what is known of the name at a place, as Markdown; "" if nothing is.
func (g *Gopls) Describe(ctx context.Context, p Program, at Place) (string, error) {
	var hover struct{ Contents struct{ Value string } }
	err := g.ask(ctx, p, at, "textDocument/hover", &hover)
	return hover.Contents.Value, err
}

// ask asks about a place. When ctx ends first, what has been begun for the answer goes on: gopls takes some seconds to get to know
// a program, and the next question finds it ready.
func (g *Gopls) ask(ctx context.Context, p Program, at Place, method string, result any) error {
	select {
	case <-g.turn:
	case <-ctx.Done():
		return ctx.Err()
	}
	type answer struct {
		text json.RawMessage
		err  error
	}
	answered := make(chan answer, 1)
	go func() {
		text, err := g.answer(ctx, p, at, method)
		g.asked = time.Now()
		time.AfterFunc(g.server.Idle, g.rest)
		g.turn <- struct{}{}
		answered <- answer{text, err}
	}()
	select {
	case a := <-answered:
		if a.err != nil || len(a.text) == 0 {
			return a.err
		}
		return json.Unmarshal(a.text, result)
	case <-ctx.Done():
		return ctx.Err()
	}
}

// getReady is how long a server may take to start and to answer that it is there.
const getReady = time.Minute

// answer is gopls's answer. A server that has died since the last question is replaced once.
func (g *Gopls) answer(ctx context.Context, p Program, at Place, method string) (text json.RawMessage, err error) {
	starting, cancel := context.WithTimeout(context.WithoutCancel(ctx), getReady)
	defer cancel()
	for range 2 {
		if err = g.connect(starting, p.Folder); err != nil {
			return nil, err
		}
		if err = g.show(p); err == nil {
			err = g.line.call(ctx, method, map[string]any{
				"textDocument": map[string]any{"uri": uri(filepath.Join(p.Folder, at.File))},
				"position":     position{at.Line, at.Character},
			}, &text)
		}
		select {
		case <-g.line.gone:
		default:
			return text, err
		}
	}
	return text, err
}

// connect makes sure that there is a connection, and a session about the folder.
func (g *Gopls) connect(ctx context.Context, folder string) error {
	if g.line != nil {
		select {
		case <-g.line.gone:
			g.line = nil
		default:
		}
	}
	if g.line != nil && g.folder == folder {
		return nil
	}
	g.hangUp()
	conn, err := g.server.dial(ctx)
	if err != nil {
		return err
	}
	g.line, g.folder, g.versions, g.texts = newLine(conn), folder, map[string]int{}, map[string]string{}
	err = g.line.call(ctx, "initialize", map[string]any{
		"processId": nil, "rootUri": uri(folder),
		"capabilities": map[string]any{"textDocument": map[string]any{"hover": map[string]any{"contentFormat": []string{"markdown"}}}},
		// Only what is asked for is computed: nobody reads gopls's own opinion of the cells.
		"initializationOptions": map[string]any{
			"diagnosticsTrigger": "Save", "staticcheck": false, "completeUnimported": false, "linksInHover": false,
			"codelenses": map[string]any{}, "vulncheck": "Off",
		},
		"workspaceFolders": []any{map[string]any{"uri": uri(folder), "name": filepath.Base(folder)}},
	}, nil)
	if err == nil {
		err = g.line.notify("initialized", struct{}{})
	}
	if err != nil {
		g.hangUp()
	}
	return err
}

// show tells gopls of files that have changed.
func (g *Gopls) show(p Program) error {
	for name, text := range p.Files {
		path := filepath.Join(p.Folder, name)
		version := g.versions[path]
		if version > 0 && g.texts[path] == text {
			continue
		}
		g.versions[path], g.texts[path] = version+1, text
		method, params := "textDocument/didChange", map[string]any{
			"textDocument":   map[string]any{"uri": uri(path), "version": version + 1},
			"contentChanges": []any{map[string]any{"text": text}},
		}
		if version == 0 {
			method, params = "textDocument/didOpen", map[string]any{
				"textDocument": map[string]any{"uri": uri(path), "languageId": "go", "version": 1, "text": text},
			}
		}
		if err := g.line.notify(method, params); err != nil {
			return err
		}
	}
	return nil
}

// rest hangs up when nothing has been asked for a while. The next question connects again.
func (g *Gopls) rest() {
	<-g.turn
	if time.Since(g.asked) >= g.server.Idle {
		g.hangUp()
	}
	g.turn <- struct{}{}
}

func (g *Gopls) hangUp() {
	if g.line != nil {
		_ = g.line.conn.Close()
		g.line = nil
	}
}

func uri(path string) string { return (&url.URL{Scheme: "file", Path: path}).String() }
