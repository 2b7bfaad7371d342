package stdio

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"nekonote/plots/display"
)

// Program is the file, in GoNB's folder, that the go command writes a cell's program to. GoNB starts another one, see Lead.
const Program = "gonb_cell"

// Flag is the flag for the go command that makes it write the program where Lead expects it.
const Flag = "-o=" + Program

// plain is the file that, while it is there, leaves programs the pipes for their output that GoNB gives them.
const plain = "plain"

// Lead puts a script in place of the program that GoNB starts for each cell, folder/gonb_… . It takes the pipes and then becomes
// the program: the same process, so that whatever GoNB does to it is done to the program.
func (p *Pipes) Lead(folder string) error {
	script := fmt.Sprintf("#!/bin/sh\n%s\nif [ ! -e %s ]; then\n  exec >%s 2>%s\n  export %s=1\nfi\nexec %s \"$@\"\n",
		p.Redirect(), Quoted(p.path(plain)), Quoted(p.path("stdout")), Quoted(p.path("stderr")), display.MarkVariable,
		Quoted(filepath.Join(folder, Program)))
	return os.WriteFile(filepath.Join(folder, filepath.Base(folder)), []byte(script), 0o700)
}

// Redirect is what a shell has to do first so that it and what it starts read what is typed.
func (p *Pipes) Redirect() string { return "exec <" + Quoted(p.path("stdin")) }

// Plain says whether the next programs are to write to GoNB's own pipes: those of which GoNB itself keeps a copy.
func (p *Pipes) Plain(yes bool) error {
	if yes {
		return os.WriteFile(p.path(plain), nil, 0o600)
	}
	if err := os.Remove(p.path(plain)); err != nil && !os.IsNotExist(err) {
		return err
	}
	return nil
}

// Quoted is a path as the shell reads it.
func Quoted(path string) string { return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'" }
