package notebook

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Notebook is a Jupyter notebook, nbformat 4. What this package does not know of one that it has read (outputs, other
// programs' metadata) is kept as it is.
type Notebook struct {
	Cells       []Cell         `json:"cells"`
	Metadata    map[string]any `json:"metadata"`
	Format      int            `json:"nbformat"`
	FormatMinor int            `json:"nbformat_minor"`
}

// Cell is one cell. ID is empty in notebooks older than 4.5; Outputs is nil in a cell that is no code.
type Cell struct {
	Attachments    json.RawMessage   `json:"attachments,omitempty"`
	Type           string            `json:"cell_type"` // "code", "markdown" or "raw"
	ExecutionCount *int              `json:"execution_count"`
	ID             string            `json:"id,omitempty"`
	Metadata       map[string]any    `json:"metadata"`
	Outputs        []json.RawMessage `json:"outputs"`
	Source         Source            `json:"source"`
}

// Source is a cell's text. In a file it is a list of lines, or one string.
type Source string

// MarshalJSON writes the text as Jupyter does: a list of lines, each with its line end.
func (s Source) MarshalJSON() ([]byte, error) {
	lines := []string{}
	for line := range strings.Lines(string(s)) {
		lines = append(lines, line)
	}
	return plain(lines)
}

// UnmarshalJSON reads both forms.
func (s *Source) UnmarshalJSON(data []byte) error {
	var lines []string
	if err := json.Unmarshal(data, &lines); err == nil {
		*s = Source(strings.Join(lines, ""))
		return nil
	}
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return errors.New("a cell's source is neither a text nor a list of lines")
	}
	*s = Source(text)
	return nil
}

// MarshalJSON writes the keys that nbformat wants for the cell's type, and no others.
func (c Cell) MarshalJSON() ([]byte, error) {
	keys := map[string]any{"cell_type": c.Type, "metadata": c.Metadata, "source": c.Source}
	if c.Metadata == nil {
		keys["metadata"] = map[string]any{}
	}
	if c.ID != "" {
		keys["id"] = c.ID
	}
	if c.Attachments != nil {
		keys["attachments"] = c.Attachments
	}
	if c.Type == "code" {
		keys["execution_count"] = c.ExecutionCount
		keys["outputs"] = c.Outputs
		if c.Outputs == nil {
			keys["outputs"] = []any{}
		}
	}
	return plain(keys)
}

// plain is JSON with < and > as they are.
func plain(v any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}

// Role says what a cell of an exercise is for.
type Role string

// The roles of an exercise's cells.
const (
	Answer Role = "answer" // the learner's function
	Check  Role = "check"  // the line that checks it
)

// Exercise returns the id of the exercise that the cell belongs to, such as "week2/sigmoid", and its role. Both are empty
// for a cell that belongs to none.
func (c Cell) Exercise() (id string, role Role) {
	own, _ := c.Metadata["nekonote"].(map[string]any)
	id, _ = own["id"].(string)
	said, _ := own["role"].(string)
	return id, Role(said)
}

// Read reads a notebook. The error says what about the file is not as it should be.
func Read(r io.Reader) (*Notebook, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var book Notebook
	if err := json.Unmarshal(data, &book); err != nil {
		return nil, fmt.Errorf("this is not a notebook (.ipynb): %w", err)
	}
	if book.Format != 4 {
		return nil, fmt.Errorf("notebooks of format 4 can be read, this one says %d: open and save it in JupyterLab", book.Format)
	}
	for i, cell := range book.Cells {
		switch cell.Type {
		case "code", "markdown", "raw":
		default:
			return nil, fmt.Errorf("cell %d has the unknown type %q", i+1, cell.Type)
		}
	}
	return &book, nil
}

// Bytes returns the notebook as a file, laid out as Jupyter lays it out.
func (b *Notebook) Bytes() ([]byte, error) {
	keys := map[string]any{"cells": b.Cells, "metadata": b.Metadata, "nbformat": b.Format, "nbformat_minor": b.FormatMinor}
	if b.Cells == nil {
		keys["cells"] = []Cell{}
	}
	if b.Metadata == nil {
		keys["metadata"] = map[string]any{}
	}
	flat, err := plain(keys)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, flat, "", " "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}
