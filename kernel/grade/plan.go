package grade

import (
	"strings"

	"nekonote/lessons/notebook"
)

// planner lists what is run: her code cells in their order, but each check cell once and as it was handed out, behind the last
// answer to its exercise, wherever she has put it or a copy of it. An answer that has become a text cell is run all the same.
type planner struct {
	checks, skeletons map[string]string // the original's code, by exercise
	exercises         map[string]string // the exercise of each of the original's cells, by the cell's id
	functions         map[string]string // the exercise that a function answers, by how its declaration begins
	order             []string          // of the checks
	last              map[string]int    // the place of the last answer to an exercise in her notebook
	behind            map[string]int    // the place of its first check behind that
	taken             map[string]bool   // whether the check is listed

	cells []cell
	begun map[string]bool
}

// plan lists the cells of her notebook that are run.
func (s *submission) plan(book, original *notebook.Notebook) {
	p := planner{
		checks: map[string]string{}, skeletons: map[string]string{}, exercises: map[string]string{}, functions: map[string]string{},
		last: map[string]int{}, behind: map[string]int{}, taken: map[string]bool{}, begun: map[string]bool{},
	}
	p.learn(original)
	for i, c := range book.Cells {
		if id, role := p.place(c); role == notebook.Answer {
			p.last[id] = i
		}
	}
	for i, c := range book.Cells {
		id, role := p.place(c)
		if at, answered := p.last[id]; role == notebook.Check && (!answered || i > at) {
			if _, ok := p.behind[id]; !ok {
				p.behind[id] = i
			}
		}
	}
	for i, c := range book.Cells {
		p.add(i, c)
	}
	for _, id := range p.order {
		p.check(id, 0)
	}
	s.cells, s.begun = p.cells, p.begun
}

// learn takes the checks and the skeletons from the original.
func (p *planner) learn(original *notebook.Notebook) {
	for _, c := range original.Cells {
		id, role := c.Exercise()
		switch role {
		case notebook.Check:
			p.checks[id] = string(c.Source)
			p.order = append(p.order, id)
		case notebook.Answer:
			p.skeletons[id] = string(c.Source)
			for line := range strings.Lines(string(c.Source)) {
				if name := declared(line); name != "" {
					p.functions[name] = id
				}
			}
		}
		if role != "" {
			p.exercises[c.ID] = id
		}
	}
}

// place is what a cell of hers is: its metadata says so, or, where a program has thrown that away, its id, or else its code.
func (p *planner) place(c notebook.Cell) (id string, role notebook.Role) {
	if id, role = c.Exercise(); p.checks[id] != "" && (role == notebook.Answer || role == notebook.Check) {
		return id, role
	}
	for _, name := range idsOf(c) {
		if id = p.exercises[name]; id == "" {
			continue
		}
		if name == notebook.GradeID(id, notebook.Check) {
			return id, notebook.Check
		}
		return id, notebook.Answer
	}
	code := strings.TrimSpace(string(c.Source))
	for _, id := range p.order {
		if code == strings.TrimSpace(p.checks[id]) {
			return id, notebook.Check
		}
	}
	if c.Type == "code" {
		for line := range strings.Lines(code) {
			if id := p.functions[declared(line)]; id != "" {
				return id, notebook.Answer
			}
		}
	}
	return "", ""
}

// declared is the beginning of a line that declares a function, up to its parameters; "" for any other line.
func declared(line string) string {
	if name, _, ok := strings.Cut(line, "("); ok && strings.HasPrefix(name, "func ") {
		return strings.TrimSpace(name)
	}
	return ""
}

// add lists the i-th cell of her notebook, and behind the last answer to an exercise its check, if hers has none there.
func (p *planner) add(i int, c notebook.Cell) {
	id, role := p.place(c)
	if role == notebook.Check {
		if at, ok := p.behind[id]; ok && at == i {
			p.check(id, i+1)
		}
		return
	}
	if c.Type != "code" && role != notebook.Answer {
		return
	}
	run := cell{number: i + 1, code: string(c.Source)}
	if role == notebook.Answer {
		run.answer = id
		if strings.TrimSpace(run.code) != strings.TrimSpace(p.skeletons[id]) {
			p.begun[id] = true
		}
	}
	p.cells = append(p.cells, run)
	if at, ok := p.last[id]; ok && at == i {
		if _, has := p.behind[id]; !has {
			p.check(id, 0)
		}
	}
}

// check lists the check of an exercise, once.
func (p *planner) check(id string, number int) {
	if code, ours := p.checks[id]; ours && !p.taken[id] {
		p.taken[id] = true
		p.cells = append(p.cells, cell{number: number, code: code, check: id})
	}
}
