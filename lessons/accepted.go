package lessons

import (
	"go/ast"
	"go/format"
	"strings"

	"nekonote/lessons/internal/answer"
	"nekonote/lessons/journal"
	"nekonote/lessons/verdict"
	"nekonote/nn/words"
)

// What a learner has solved is kept with its verdict: the text of her function and of all that it reaches in the notebook. So a
// later notebook has it at hand, and whether an exercise is solved can be told of the function that is in the kernel now.

// accepted are the texts with which an exercise was correct, the newest last, and whether it was so before texts were kept.
func accepted(events []journal.Event, id string) (texts []string, before bool) {
	for _, e := range events {
		if e.ID != id || e.Kind != journal.Checked || e.Outcome != verdict.Correct {
			continue
		}
		if e.Source == "" {
			before = before || len(texts) == 0
			continue
		}
		texts = append(texts, e.Source)
	}
	return texts, before
}

// source is the text that was judged, where it was the exercise's function by name: a function called otherwise is not at hand in
// later notebooks. It is "" where it is the one that was kept last.
func (h Hearing) accepted(id, function, called string) string {
	text := ""
	if called == "main."+function {
		text = answer.Parse("cells.go", h.Cells).Closure(function)
	}
	events, _, _ := journal.Read(journal.Folder())
	if texts, _ := accepted(events, id); len(texts) > 0 && texts[len(texts)-1] == text {
		return ""
	}
	return text
}

// twin is a function that does what the exercise asks for, by the library: `func f(x float64) float64 { return week2.Blocks.F(x) }`.
// "" says that the exercise has no such function.
func twin(e Entry) string {
	info := e.Info()
	text, _, err := e.Texts(words.English)
	if err != nil || info.Question {
		return ""
	}
	program := answer.Parse("", "package main\n\n"+text)
	if program == nil || program.Funcs[info.Func] == nil {
		return ""
	}
	decl := program.Funcs[info.Func]
	var args []string
	for _, field := range decl.Type.Params.List {
		for _, name := range field.Names {
			arg := name.Name
			if _, all := field.Type.(*ast.Ellipsis); all {
				arg += "..."
			}
			args = append(args, arg)
		}
	}
	head := strings.TrimPrefix(program.Source(decl.Type), "func")
	said, err := format.Source([]byte("func " + strings.TrimSpace(head) + " {\n\treturn " + info.Week + ".Blocks." + info.Var + "(" + strings.Join(args, ", ") + ")\n}"))
	if err != nil {
		return ""
	}
	return string(said)
}
